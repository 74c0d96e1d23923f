/** Quality beside yield (R141): how much of a book is in trouble, and what the same book is estimated to bear in a year. Pure. */
import { rateOf } from "../loan-rate.ts";
import { exposure } from "../planning/index.ts";
import type { Policy } from "../policy/schema.ts";
import type { Money } from "../vocabulary.ts";
import { NON_PERFORMING_TIERS } from "./figures.ts";

/** Pursued loans of one tier and currency, minor units of that currency: a written-off one is a loss. */
export interface BearingLoans {
  readonly tier: string;
  readonly currency: string;
  readonly loans: number;
  readonly drawnMinor: bigint;
  /** Of them, what is drawn of loans whose rate was told, and what these are estimated to bear in a year. */
  readonly ratedMinor: bigint;
  readonly interestMinor: bigint;
}

/** In the policy's currency. */
export interface QualityAndYield {
  readonly loans: number;
  readonly drawn: Money;
  readonly nonPerforming: Money;
  readonly nonPerformingLoans: number;
  readonly specialMention: Money;
  /** Balance times the rate told, of loans whose rate was told. An estimate: no schedule, no suspended interest. */
  readonly interest: Money;
  /** Of it, what non-performing loans would bear and hardly will. */
  readonly interestNonPerforming: Money;
  /** Drawn of loans of which no source told a rate: neither in the interest nor in the weighted rate. */
  readonly untold: Money;
  /** Millionths, weighted by balance; nothing where no rate was told. */
  readonly ratePpm: number | undefined;
  /** Currencies for which the policy has no rate: their loans are counted, their money is not. */
  readonly unknownCurrencies: readonly string[];
}

const NON_PERFORMING: readonly string[] = NON_PERFORMING_TIERS;

/** Another currency is converted, its loans together, at the policy's fixed rate, rounded down. */
export function qualityAndYield(policy: Policy, rows: readonly BearingLoans[]): QualityAndYield {
  const money = (some: readonly BearingLoans[], minorOf: (row: BearingLoans) => bigint): Money =>
    exposure(
      policy,
      byCurrency(some, minorOf).map(([currency, minor]) => ({ drawn: { minor, currency } })),
    ).amount;
  const bad = rows.filter(({ tier }) => NON_PERFORMING.includes(tier));
  const interest = money(rows, (row) => row.interestMinor);
  const count = (some: readonly BearingLoans[]) => some.reduce((sum, { loans }) => sum + loans, 0);
  return {
    loans: count(rows),
    drawn: money(rows, (row) => row.drawnMinor),
    nonPerforming: money(bad, (row) => row.drawnMinor),
    nonPerformingLoans: count(bad),
    specialMention: money(
      rows.filter(({ tier }) => tier === "special_mention"),
      (row) => row.drawnMinor,
    ),
    interest,
    interestNonPerforming: money(bad, (row) => row.interestMinor),
    untold: money(rows, (row) => row.drawnMinor - row.ratedMinor),
    ratePpm: rateOf(interest.minor, money(rows, (row) => row.ratedMinor).minor),
    unknownCurrencies: exposure(
      policy,
      rows.map(({ currency, drawnMinor }) => ({ drawn: { minor: drawnMinor, currency } })),
    ).unknownCurrencies,
  };
}

function byCurrency(rows: readonly BearingLoans[], minorOf: (row: BearingLoans) => bigint): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0n) + minorOf(row));
  return [...sums];
}

/** A part of a whole in ten-thousandths, rounded down; 0 of nothing. 749 is 7.49 %. */
export function partsInTenThousand(part: Money, whole: Money): number {
  return whole.minor === 0n ? 0 : Number((part.minor * 10_000n) / whole.minor);
}
