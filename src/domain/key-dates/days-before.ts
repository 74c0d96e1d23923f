/** How many calendar days before a key date it is told (R59, R60). Pure. */
import { addMonths, compareDates } from "../dates.ts";
import type { Policy } from "../policy/schema.ts";
import type { IsoDate, KeyDateKind } from "../vocabulary.ts";

export interface Term {
  readonly disbursedOn: IsoDate;
  readonly maturesOn: IsoDate;
}

/**
 * Nothing where the policy does not remind of the kind. A short loan's repayment is told so many days before, a longer one's also
 * a month before (General Rules for Loans, article 32), both on the day itself. A repayment without a term counts as a long loan's.
 */
export function daysBefore(
  { reminders }: Pick<Policy, "reminders">,
  kind: KeyDateKind,
  term?: Term,
): readonly number[] {
  const { key_dates, repayment_notice } = reminders;
  if (kind !== "repayment") return key_dates[kind]?.before_days ?? [];
  if (key_dates.repayment === undefined) return [];
  const { short_loan_days: short, long_loan_days: long } = repayment_notice;
  return term !== undefined && isShort(term, key_dates.repayment.short_up_to_months) ? [short, 0] : [long, short, 0];
}

function isShort({ disbursedOn, maturesOn }: Term, months: number): boolean {
  return compareDates(maturesOn, addMonths(disbursedOn, months)) <= 0;
}
