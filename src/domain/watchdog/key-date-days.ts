/**
 * How many calendar days before a key date its keeper must hear of it (R59, R60). Written a second time on purpose, from the policy's
 * words: of a rating, an insurance, a permit and the like its own days; of a repayment those of the lender's notice and the day itself.
 */
import { addDays, compareDates } from "../dates.ts";
import type { Policy } from "../policy/schema.ts";
import type { IsoDate, KeyDateKind } from "../vocabulary.ts";

export interface KeyDateFacts {
  readonly kind: KeyDateKind;
  readonly dueOn: IsoDate;
  /** Nothing is told before it: of a short loan's repayment the longer notice falls away. */
  readonly remindOn: IsoDate;
}

/** Empty where the policy reminds of no such kind. */
export function keyDateDays(
  { reminders: { key_dates, repayment_notice } }: Pick<Policy, "reminders">,
  { kind, dueOn, remindOn }: KeyDateFacts,
): readonly number[] {
  const notice = [repayment_notice.long_loan_days, repayment_notice.short_loan_days, 0];
  const days =
    kind === "repayment" ? (key_dates.repayment === undefined ? [] : notice) : (key_dates[kind]?.before_days ?? []);
  return days.filter((count) => compareDates(addDays(dueOn, -count), remindOn) >= 0);
}
