/** Text of users and borrowers never becomes a mention, a link or formatting of ours. */
import type { Line, Span } from "../view.ts";

const ZERO_WIDTH_SPACE = "\u200b";
/** Marks that turn the direction of what follows, and other invisible controls. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS = /[^\P{Cc}\n\t]/gu;
const HALF_CHARACTERS = /\p{Surrogate}/gu;
/**
 * No escape exists for Slack's formatting marks, and an invisible blank beside one does not stop it: the marks of others
 * are shown by characters that look the same and format nothing. An underscore inside a word never formats and stays.
 */
const LOOKS_LIKE: Readonly<Record<string, string>> = { "*": "\u2217", "~": "\u223c", "`": "\u02cb", _: "\u02cd" };
const MARKS = /[*~`]|(?<![\p{L}\p{N}])_/gu;
/** The start of an emoji name, of a mention in plain words, and of a bare link. */
const WOULD_BEGIN = /:(?=[\w+'-]+:)|@(?=\w)|https?(?=:\/\/)|www(?=\.)/gi;
/** A quotation or a list, at the start of a line. */
const WOULD_LEAD = /^(?=\s*(?:&gt;|[•◦▪-]\s|\d{1,3}[.)]\s))/gmu;
const WHOLE = /&(?:amp|lt|gt);|[\s\S]/gu;

/** Escapes for mrkdwn: `&<>` as Slack asks, and whatever could begin formatting made harmless. */
export function escapeMrkdwn(text: string): string {
  return cleanText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(MARKS, (mark) => LOOKS_LIKE[mark] ?? mark)
    .replace(WOULD_BEGIN, (start) => `${start}${ZERO_WIDTH_SPACE}`)
    .replace(WOULD_LEAD, ZERO_WIDTH_SPACE);
}

/** For plain_text places: no formatting exists there, only controls and half characters must go. */
export function cleanText(text: string): string {
  return text.replace(DIRECTION_MARKS, "").replace(CONTROLS, "").replace(HALF_CHARACTERS, "\ufffd");
}

/** At most so many UTF-16 units, whole characters and whole escapes only, with an ellipsis when something was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  let kept = "";
  for (const [whole] of text.matchAll(WHOLE)) {
    if (kept.length + whole.length > most - 1) {
      break;
    }
    kept += whole;
  }
  return `${kept}…`;
}

/** A line as mrkdwn of at most so many characters; what is cut leaves no open mark behind. */
export function mrkdwnLine(text: Line, most = Number.POSITIVE_INFINITY): string {
  let written = "";
  for (const span of typeof text === "string" ? [text] : text) {
    const next = mrkdwnSpan(span, most - written.length - 1);
    written += `${needsGap(written, next) ? ZERO_WIDTH_SPACE : ""}${next}`;
  }
  return written;
}

/** Slack formats only between word boundaries, and a Chinese character is a letter to it. */
function needsGap(before: string, after: string): boolean {
  const [last, first] = [before.at(-1) ?? "", after.at(0) ?? ""];
  const touches = /[\p{L}\p{N}*_`]$/u;
  return (isMark(first) && touches.test(before)) || (isMark(last) && /^[\p{L}\p{N}*_`]/u.test(after));
}

const isMark = (letter: string): boolean => letter !== "" && "*_`".includes(letter);

function mrkdwnSpan(span: Span, room: number): string {
  if (typeof span === "string") {
    return room < 1 ? "" : clip(escapeMrkdwn(span), room);
  }
  if ("bold" in span) {
    return wrapped("*", span.bold, room);
  }
  if ("link" in span) {
    const written = `<${encodeURI(span.link)}|${escapeMrkdwn(span.text).replaceAll("|", "\u2223")}>`;
    return written.length <= room ? written : "";
  }
  // Slack's one quiet style is italic, and slanted Chinese is hard to read: a quiet run stays upright.
  return "code" in span ? wrapped("`", span.code, room) : mrkdwnSpan(span.quiet, room);
}

/** Slack formats only where the mark touches the word, and only within one line: a blank at the end goes behind the mark. */
function wrapped(mark: string, text: string, room: number): string {
  const words = cleanText(text).replace(/\s+/gu, " ").trim();
  const oneLine = escapeMrkdwn(words).replaceAll(mark, LOOKS_LIKE[mark] ?? "");
  const blank = /\s$/u.test(text) && room > 3 ? " " : "";
  const inner = room < 3 ? "" : clip(oneLine, room - 2 - blank.length);
  return inner === "" ? "" : `${mark}${inner}${mark}${blank}`;
}
