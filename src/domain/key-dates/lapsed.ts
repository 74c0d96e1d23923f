/** Lapsed days, and the capital they are estimated to bind (R58, R61). An estimate: no ledger, no capital model. Pure. */
import { addDays, compareDates, daysBetween, earliestOf, latestOf } from "../dates.ts";
import { exposure } from "../planning/index.ts";
import type { Policy } from "../policy/schema.ts";
import type { IsoDate, KeyDateKind, Money, RiskTier } from "../vocabulary.ts";

/** Both days count. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface LapsedDate {
  readonly kind: KeyDateKind;
  /** What it is of: overdue days of one loan count once, however many of its repayments are open. */
  readonly subjectId: string;
  readonly dueOn: IsoDate;
  /** The day on which it was put right; nothing where it is not. */
  readonly metOn: IsoDate | undefined;
  /** What it is about: a loan's drawn balance, or all that the customer has drawn. */
  readonly amount: Money;
  readonly tier: RiskTier;
}

/** Calendar days of the period after the day itself and before it was put right. */
export function lapsedDays({ dueOn, metOn }: Pick<LapsedDate, "dueOn" | "metOn">, { from, to }: Period): number {
  const first = latestOf(addDays(dueOn, 1), from);
  const last = metOn === undefined ? to : earliestOf(addDays(metOn, -1), to);
  return Math.max(0, daysBetween(first, last) + 1);
}

/** The part of the period in which an overdue still is a temporary one: its first days, as many as the technical grace has. */
function shortPart(policy: Policy, { dueOn }: LapsedDate, { from, to }: Period): Period {
  return { from, to: earliestOf(addDays(dueOn, policy.classification.technical_grace.days), to) };
}

/** Minor units of the policy's currency that one lapsed day binds. */
export function boundADay(policy: Policy, { kind, amount, tier }: LapsedDate): bigint {
  const { minor } = exposure(policy, [{ drawn: amount }]).amount;
  if (kind === "rating") return share(minor, policy.reminders.key_dates.rating?.more_capital_percent ?? 0);
  // An overdue of any length is at least special mention; what stood there already binds no more than it did.
  if (kind !== "repayment" || tier !== "normal") return 0n;
  const { normal, special_mention } = policy.classification.provision_weights;
  return share(minor, Math.max(0, (special_mention?.percent ?? 0) - (normal?.percent ?? 0)));
}

export interface LapsedSum {
  readonly ratingDays: number;
  readonly shortOverdueDays: number;
  /** What was bound on an average day of the period. */
  readonly bound: Money;
}

/** Of ratings all lapsed days count, of overdue repayments the first ones. */
export function lapsedIn(policy: Policy, dates: readonly LapsedDate[], period: Period): LapsedSum {
  let rating = 0;
  let overdue = 0;
  let bound = 0n;
  const counted = new Map<string, IsoDate>();
  for (const date of dates.toSorted((a, b) => compareDates(a.dueOn, b.dueOn))) {
    const days = countedDays(policy, date, period, counted);
    if (date.kind === "rating") rating += days;
    if (date.kind === "repayment") overdue += days;
    bound += boundADay(policy, date) * BigInt(days);
  }
  const length = BigInt(daysBetween(period.from, period.to) + 1);
  const { currency } = policy.exposure_bands;
  return { ratingDays: rating, shortOverdueDays: overdue, bound: { minor: bound / length, currency } };
}

/** `counted`: until which day the overdue days of each loan are counted. Earlier days come first. */
function countedDays(policy: Policy, date: LapsedDate, period: Period, counted: Map<string, IsoDate>): number {
  if (date.kind === "rating") return lapsedDays(date, period);
  if (date.kind !== "repayment") return 0;
  const part = shortPart(policy, date, period);
  const until = counted.get(date.subjectId);
  const from = until === undefined ? part.from : latestOf(part.from, addDays(until, 1));
  const last = date.metOn === undefined ? part.to : earliestOf(part.to, addDays(date.metOn, -1));
  counted.set(date.subjectId, until === undefined ? last : latestOf(until, last));
  return lapsedDays(date, { from, to: part.to });
}

function share(minor: bigint, percent: number): bigint {
  return (minor * BigInt(Math.round(percent * 100))) / 10_000n;
}
