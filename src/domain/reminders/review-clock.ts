/**
 * The clock of whatever waits for a second person's decision: so many working days, then rung by rung up the line (handbook 2.3,
 * review; R127).
 */
import { addWorkingDays, type BusinessCalendar } from "../calendar/business-calendar.ts";
import type { IsoDate, Role } from "../vocabulary.ts";
import type { Ladder, Rung } from "./ladder.ts";

export interface ReviewClock {
  /** Working days after the day on which it could be decided. */
  readonly reviewerWorkingDays: number;
  /** Who decides. */
  readonly to: Role;
  /** Working days after that time was up. */
  readonly escalate: readonly Rung[];
}

/** The last day of the decider's time. `submittedOn` is the date in the unit's own zone. */
export function reviewDueOn(
  calendar: BusinessCalendar,
  submittedOn: IsoDate,
  clock: Pick<ReviewClock, "reviewerWorkingDays">,
): IsoDate {
  return addWorkingDays(calendar, submittedOn, clock.reviewerWorkingDays).date;
}

/** The deciders themselves hear on the first working day after their time; nothing that waits is forgotten afterwards. */
export function reviewLadder({ to, escalate }: ReviewClock): Ladder {
  return { rungs: [{ workingDays: 1, to }, ...escalate], weekly: true };
}
