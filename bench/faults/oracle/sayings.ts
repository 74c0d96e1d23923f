/** What was said to whom, read from the messages that the stand-in accepted as new: their words, never their metadata. */
import { isoDate } from "../../../src/domain/dates.ts";
import { dateText } from "../../../src/texts/dates.ts";
import { translator } from "../../../src/texts/index.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";

const t = translator("en");
const MOST = 50;

export type SayingKind = "morning" | "request" | "approved" | "undeliverable" | "other";

export interface Saying {
  readonly userId: string;
  readonly kind: SayingKind;
  /** The notification's words. */
  readonly text: string;
  /** Everything that can be read in it. */
  readonly words: string;
  /** Drawn plainly, because Slack refused the blocks: it says how many items, not which. */
  readonly isPlain: boolean;
}

export function readSayings(accepted: Workspace["accepted"]): Saying[] {
  return accepted
    .filter(({ method, ephemeralFor }) => method === "chat.postMessage" && ephemeralFor === undefined)
    .map(({ channel, text, blocks }) => ({
      userId: `U${channel.slice(1)}`,
      kind: kindOf(text),
      text,
      words: `${text}\n${JSON.stringify(blocks)}`,
      isPlain: blocks.length === 0,
    }));
}

/** Whether it is the list of that day. */
export function isOfDay(saying: Saying, day: string): boolean {
  return saying.kind === "morning" && saying.text.includes(dateText("en", isoDate(day)));
}

/** Whether it tells of this item; a plain list tells of all it counts. */
export function tellsOf(saying: Saying, word: string): boolean {
  return saying.isPlain || new RegExp(`${escaped(word)}(?![\\w-])`).test(saying.words);
}

/** How many items a list counts. */
export function countIn(saying: Saying): number {
  const counts = saying.text.slice(saying.text.lastIndexOf(":") + 1).match(/\d+/g) ?? [];
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

const MORNING = beforeFirst(t("morning.title", { date: "\u0000", counts: "" }));
const APPROVED = beforeFirst(t("review.approved_title", { number: "\u0000" }));
const REQUESTS = wordsByCount("queue.count");
const UNDELIVERABLE = wordsByCount("delivery.dead");

function kindOf(text: string): SayingKind {
  if (text.startsWith(MORNING)) {
    return "morning";
  }
  if (text.startsWith(APPROVED)) {
    return "approved";
  }
  if (REQUESTS.some((words) => text.includes(words))) {
    return "request";
  }
  return UNDELIVERABLE.some((words) => text.includes(words)) ? "undeliverable" : "other";
}

function beforeFirst(text: string): string {
  return text.slice(0, text.indexOf("\u0000"));
}

function wordsByCount(key: "queue.count" | "delivery.dead"): string[] {
  return Array.from({ length: MOST }, (_none, index) => t(key, { count: index + 1 }));
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
