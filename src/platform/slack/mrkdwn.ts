/** Text of users and borrowers never becomes a mention, a link or formatting of ours. */
import type { Line, Span } from "../view.ts";

const ZERO_WIDTH_SPACE = "\u200b";
/** Marks that turn the direction of what follows, and other invisible controls. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS = /[^\P{Cc}\n\t]/gu;
/** Formatting marks, the start of an emoji name, of a mention in plain words, and of a bare link. */
const WOULD_FORMAT = /[*_~`]|:(?=[\w+'-]+:)|@(?=\w)|https?(?=:\/\/)|www(?=\.)/gi;

/** Escapes for mrkdwn: `&<>` as Slack asks, and an invisible blank after whatever could begin formatting. */
export function escapeMrkdwn(text: string): string {
  return cleanText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(WOULD_FORMAT, (mark) => `${mark}${ZERO_WIDTH_SPACE}`);
}

/** For plain_text places: no formatting exists there, only controls must go. */
export function cleanText(text: string): string {
  return text.replace(DIRECTION_MARKS, "").replace(CONTROLS, "");
}

/** At most so many characters, whole characters only, with an ellipsis when something was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  let kept = "";
  for (const letter of text) {
    if (kept.length + letter.length > most - 1) {
      break;
    }
    kept += letter;
  }
  return `${kept}…`;
}

export function mrkdwnLine(text: Line): string {
  return typeof text === "string" ? escapeMrkdwn(text) : text.map(mrkdwnSpan).join("");
}

function mrkdwnSpan(span: Span): string {
  if (typeof span === "string") {
    return escapeMrkdwn(span);
  }
  if ("bold" in span) {
    return wrapped("*", span.bold);
  }
  return "code" in span ? wrapped("`", span.code) : wrapped("_", span.quiet);
}

/** Slack formats only where the mark touches the word, so blanks at the ends go outside. */
function wrapped(mark: string, text: string): string {
  const inner = escapeMrkdwn(text.trim());
  return inner === "" ? "" : `${mark}${inner}${mark}`;
}
