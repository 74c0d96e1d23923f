/** What a manager may tell everybody who keeps customers of an industry (R3). Pure. */
import { addDays, compareDates, isIsoDate } from "./dates.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { IsoDate } from "./vocabulary.ts";

export const LONGEST_TITLE = 100;
export const LONGEST_TEXT = 600;
/** An outlook of more than a year is written anew. */
const MOST_DAYS = 366;
const CODE = /^[A-Z0-9][A-Z0-9.]{0,11}$/u;

export interface BulletinTyped {
  readonly industry: string;
  readonly title: string;
  readonly text: string;
  readonly until: string;
}

export interface BulletinWritten {
  /** The beginning of an industry code, in capitals. */
  readonly industry: string;
  readonly title: string;
  readonly text: string;
  /** The last day on which it stands in checks. */
  readonly untilOn: IsoDate;
}

/** As it is kept, or what is wrong at which field. `today` is the writer's. */
export function readBulletin(
  { industry, title, text, until }: BulletinTyped,
  today: IsoDate,
): BulletinWritten | Refusal {
  const code = industry.trim().toUpperCase();
  if (!CODE.test(code)) return refuse("bulletin.no_industry", { typed: industry.trim() }, "industry");
  const [saidTitle, saidText] = [title.trim(), text.trim()];
  if (saidTitle === "" || saidTitle.length > LONGEST_TITLE) {
    return refuse("bulletin.no_title", { most: LONGEST_TITLE }, "title");
  }
  if (saidText === "" || saidText.length > LONGEST_TEXT)
    return refuse("bulletin.no_text", { most: LONGEST_TEXT }, "text");
  const latest = addDays(today, MOST_DAYS);
  if (!isIsoDate(until) || compareDates(until, today) < 0 || compareDates(until, latest) > 0) {
    return refuse("bulletin.until", { from: today, to: latest }, "until");
  }
  return { industry: code, title: saidTitle, text: saidText, untilOn: until };
}

/** C13 reaches C13 and C1310; a customer without a code is reached by none. */
export function reaches(industry: string, code: string | null): boolean {
  return code?.startsWith(industry) ?? false;
}
