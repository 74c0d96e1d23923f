/** How a book stands by management zone and by tier, in customers, loans and money. Pure. */
import { exposure } from "../planning/index.ts";
import type { Policy } from "../policy/schema.ts";
import { type Money, RISK_TIERS, type RiskTier, ZONES, type Zone } from "../vocabulary.ts";
import { NON_PERFORMING_TIERS } from "./figures.ts";

/** Pursued loans of one zone, tier and currency; `drawnMinor` in minor units of that currency. */
export interface StandingLoans {
  readonly zone: string;
  readonly tier: string;
  readonly currency: string;
  readonly loans: number;
  readonly drawnMinor: bigint;
}

export interface Held {
  readonly loans: number;
  /** In the policy's currency. */
  readonly drawn: Money;
}

export interface Standing {
  /** By zone, each zone. A customer is of no product, so of a product there are none. */
  readonly zones: readonly (Held & { readonly zone: Zone; readonly customers: number })[];
  /** By tier, each tier. */
  readonly tiers: readonly (Held & { readonly tier: RiskTier })[];
  readonly all: Held;
  readonly nonPerforming: Held;
  /** Currencies for which the policy has no rate: their loans are counted, their money is not. */
  readonly unknownCurrencies: readonly string[];
}

const NON_PERFORMING: readonly string[] = NON_PERFORMING_TIERS;

/** `customers`: how many stand in each zone. Another currency is converted, its loans together, at the policy's fixed rate, rounded down. */
export function standingOf(
  policy: Policy,
  rows: readonly StandingLoans[],
  customers: ReadonlyMap<string, number>,
): Standing {
  const held = (isOne: (row: StandingLoans) => boolean): Held => {
    const some = rows.filter(isOne);
    return { loans: some.reduce((sum, { loans }) => sum + loans, 0), drawn: drawnOf(policy, some).amount };
  };
  return {
    zones: ZONES.map((zone) => ({ zone, customers: customers.get(zone) ?? 0, ...held((row) => row.zone === zone) })),
    tiers: RISK_TIERS.map((tier) => ({ tier, ...held((row) => row.tier === tier) })),
    all: held(() => true),
    nonPerforming: held(({ tier }) => NON_PERFORMING.includes(tier)),
    unknownCurrencies: drawnOf(policy, rows).unknownCurrencies,
  };
}

function drawnOf(policy: Policy, rows: readonly StandingLoans[]) {
  return exposure(
    policy,
    rows.map(({ drawnMinor, currency }) => ({ drawn: { minor: drawnMinor, currency } })),
  );
}

/** Hundredths of a percent, rounded down; 0 of nothing. */
export function shareOf(part: Held, whole: Held): number {
  return whole.drawn.minor === 0n ? 0 : Number((part.drawn.minor * 10_000n) / whole.drawn.minor) / 100;
}
