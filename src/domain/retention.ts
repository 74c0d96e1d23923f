/** A customer as an asset (R52): how long they have been one, what they bear, and whether they may leave. Pure. */
import { addDays, compareDates, daysBetween, earliestOf, latestOf } from "./dates.ts";
import { yearlyInterest } from "./loan-rate.ts";
import type { Policy } from "./policy/schema.ts";
import type { IsoDate, Money, Zone } from "./vocabulary.ts";

export interface AssetLoan {
  readonly isLive: boolean;
  readonly disbursedOn: IsoDate;
  /** Nothing where the source does not say. */
  readonly maturesOn: IsoDate | undefined;
  readonly drawn: Money;
  /** Millionths; nothing where no source told it. */
  readonly yearlyRatePpm: number | undefined;
}

export interface AssetFacts {
  readonly zone: Zone | undefined;
  readonly loans: readonly AssetLoan[];
  /** Whether any day past due of theirs is on record, over or not. */
  readonly wasLate: boolean;
  /** The last visit or note on a contact. */
  readonly lastContactOn: IsoDate | undefined;
}

/** Their first loan was paid out on this day, whether it is settled or not; nothing where they never had one. */
export function customerSince(loans: readonly Pick<AssetLoan, "disbursedOn">[]): IsoDate | undefined {
  const [first, ...others] = loans.map(({ disbursedOn }) => disbursedOn);
  return first === undefined ? undefined : earliestOf(first, ...others);
}

export interface Revenue {
  readonly currency: string;
  /** Of a year, in minor units: an estimate, balance times rate, each loan's rounded down. */
  readonly interestMinor: bigint;
  /** What is drawn of loans whose rate was told, and of the others. */
  readonly ratedMinor: bigint;
  readonly untoldMinor: bigint;
}

/** Of live loans, by currency. */
export function revenueOf(loans: readonly AssetLoan[]): Revenue[] {
  const live = loans.filter(({ isLive }) => isLive);
  const currencies = [...new Set(live.map(({ drawn }) => drawn.currency))].sort();
  return currencies.map((currency) => {
    const those = live.filter(({ drawn }) => drawn.currency === currency);
    const sum = (minorOf: (loan: AssetLoan) => bigint) => those.reduce((all, loan) => all + minorOf(loan), 0n);
    return {
      currency,
      interestMinor: sum(({ drawn, yearlyRatePpm: rate }) =>
        rate === undefined ? 0n : yearlyInterest(drawn.minor, rate),
      ),
      ratedMinor: sum(({ drawn, yearlyRatePpm }) => (yearlyRatePpm === undefined ? 0n : drawn.minor)),
      untoldMinor: sum(({ drawn, yearlyRatePpm }) => (yearlyRatePpm === undefined ? drawn.minor : 0n)),
    };
  });
}

export const RETENTION_RISKS = ["some", "high"] as const;
export type RetentionRisk = (typeof RETENTION_RISKS)[number];

export interface Retention {
  readonly risk: RetentionRisk;
  /** The last of their loans ends then, and none runs on. */
  readonly endsOn: IsoDate;
  readonly lastContactOn: IsoDate | undefined;
  /** Calendar days since the last contact, where that is longer than the policy's; nothing where it is not. */
  readonly quietDays: number | undefined;
}

/**
 * Whether a customer who is worth keeping may leave (R52), for people to act on; nothing follows from it by itself. Worth keeping: zone 1,
 * and never late as far as anybody told. At risk: the last of their live loans matures within `matures_within_days` calendar days from
 * today on, so that nothing has been renewed; the risk is high where nobody has visited them or noted a contact for `quiet_after_days`.
 * Nothing where they are not both, or where the policy has no `zones.keep`.
 */
export function retentionOf(policy: Policy, facts: AssetFacts, today: IsoDate): Retention | undefined {
  const { keep } = policy.zones;
  const endsOn = lastMaturity(facts.loans);
  if (keep === undefined || endsOn === undefined || facts.zone !== "z1" || facts.wasLate) {
    return undefined;
  }
  const isSoon = compareDates(endsOn, today) >= 0 && compareDates(endsOn, keepUntil(keep, today)) <= 0;
  if (!isSoon) {
    return undefined;
  }
  const { lastContactOn } = facts;
  const since = lastContactOn === undefined ? customerSince(facts.loans) : lastContactOn;
  const days = since === undefined ? 0 : daysBetween(since, today);
  const quietDays = days > keep.quiet_after_days ? days : undefined;
  return { risk: quietDays === undefined ? "some" : "high", endsOn, lastContactOn, quietDays };
}

/** The last day that is soon. */
export function keepUntil({ matures_within_days }: { readonly matures_within_days: number }, today: IsoDate): IsoDate {
  return addDays(today, matures_within_days);
}

/** Nothing where no loan is live, or one runs on without an end that anybody told. */
function lastMaturity(loans: readonly AssetLoan[]): IsoDate | undefined {
  const live = loans.filter(({ isLive }) => isLive);
  const [first, ...others] = live.flatMap(({ maturesOn }) => maturesOn ?? []);
  return first === undefined || others.length + 1 < live.length ? undefined : latestOf(first, ...others);
}
