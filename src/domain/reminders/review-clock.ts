/** The reviewer's clock: so many working days to decide, then rung by rung up the line (handbook 2.3, review; R127). */
import { addWorkingDays, type BusinessCalendar } from "../calendar/business-calendar.ts";
import type { IsoDate } from "../vocabulary.ts";
import type { Ladder, Rung } from "./ladder.ts";

export interface ReviewClock {
  /** Working days after the day of submission within which a report is decided. */
  readonly reviewerWorkingDays: number;
  /** Working days after the reviewer's own time was up. */
  readonly escalate: readonly Rung[];
}

/** The last day of the reviewer's time. `submittedOn` is the date in the unit's own zone. */
export function reviewDueOn(calendar: BusinessCalendar, submittedOn: IsoDate, clock: ReviewClock): IsoDate {
  return addWorkingDays(calendar, submittedOn, clock.reviewerWorkingDays).date;
}

/** The reviewers themselves hear on the first working day after their time; nothing that waits is forgotten afterwards. */
export function reviewLadder({ escalate }: ReviewClock): Ladder {
  return { rungs: [{ workingDays: 1, to: "post_loan_officer" }, ...escalate], weekly: true };
}
