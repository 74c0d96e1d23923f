/** The stock in fine segments (R53): management zone, product, tier, and the customer's size by the policy's exposure bands. Pure. */
import { bandOf, exposure } from "../planning/index.ts";
import { BAND_NAMES } from "../policy/exposure-bands.ts";
import type { Policy } from "../policy/schema.ts";
import { type Money, PRODUCTS, type Product, RISK_TIERS, type RiskTier, ZONES, type Zone } from "../vocabulary.ts";
import { shareOf } from "./standing.ts";

/** `unset` where the policy has no bands for the product. */
export const SEGMENT_SIZES = [...BAND_NAMES, "unset"] as const;
export type SegmentSize = (typeof SEGMENT_SIZES)[number];

export interface SegmentKey {
  readonly zone: Zone;
  readonly product: Product;
  readonly tier: RiskTier;
  readonly size: SegmentSize;
}

export interface Segment extends SegmentKey {
  /** A customer with loans in two segments is counted in both. */
  readonly customers: number;
  readonly loans: number;
  /** In the policy's currency; another one is converted, a segment's loans together, at the policy's fixed rate, rounded down. */
  readonly drawn: Money;
}

export interface StockLoan {
  readonly product: Product;
  readonly tier: RiskTier;
  readonly drawn: Money;
}

/** Each of a customer's pursued loans with its segment; the size is that of all of them together, by the bands of the loan's product. */
export function segmented<L extends StockLoan>(
  policy: Policy,
  zone: Zone,
  loans: readonly L[],
): { readonly key: SegmentKey; readonly loan: L }[] {
  const held = exposure(policy, loans);
  return loans.map((loan) => {
    const { product, tier } = loan;
    return { key: { zone, product, tier, size: bandOf(policy, product, held) ?? "unset" }, loan };
  });
}

const nameOf = ({ zone, product, tier, size }: SegmentKey): string => [zone, product, tier, size].join(" ");

interface Counted {
  readonly key: SegmentKey;
  customers: number;
  loans: number;
  readonly minor: Map<string, bigint>;
}

/** Counts customer by customer, so that no more than the segments are kept. */
export class SegmentTally {
  readonly #policy: Policy;
  readonly #counted = new Map<string, Counted>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  /** All of one customer's loans that count. */
  add(some: readonly { readonly key: SegmentKey; readonly loan: StockLoan }[]): void {
    const touched = new Set<Counted>();
    for (const { key, loan } of some) {
      const counted = this.#of(key);
      const { minor, currency } = loan.drawn;
      counted.loans += 1;
      counted.minor.set(currency, (counted.minor.get(currency) ?? 0n) + minor);
      touched.add(counted);
    }
    for (const counted of touched) counted.customers += 1;
  }

  /** The largest balance first. */
  segments(): Segment[] {
    return [...this.#counted.values()].map((one) => this.#told(one)).toSorted(byBalance);
  }

  #of(key: SegmentKey): Counted {
    const known = this.#counted.get(nameOf(key)) ?? { key, customers: 0, loans: 0, minor: new Map() };
    this.#counted.set(nameOf(key), known);
    return known;
  }

  #told({ key, customers, loans, minor }: Counted): Segment {
    const drawn = [...minor].map(([currency, amount]) => ({ drawn: { minor: amount, currency } }));
    return { ...key, customers, loans, drawn: exposure(this.#policy, drawn).amount };
  }
}

/** Hundredths of a percent of the balance of all, rounded down; 0 of nothing. */
export function segmentShare(one: Segment, all: readonly Segment[]): number {
  const minor = all.reduce((sum, { drawn }) => sum + drawn.minor, 0n);
  return shareOf(one, { loans: 0, drawn: { ...one.drawn, minor } });
}

function byBalance(one: Segment, other: Segment): number {
  if (one.drawn.minor !== other.drawn.minor) return one.drawn.minor > other.drawn.minor ? -1 : 1;
  return inOrder(one) - inOrder(other);
}

/** Where a balance decides nothing: as the words are listed. */
function inOrder({ zone, product, tier, size }: SegmentKey): number {
  const places = [
    ZONES.indexOf(zone),
    PRODUCTS.indexOf(product),
    RISK_TIERS.indexOf(tier),
    SEGMENT_SIZES.indexOf(size),
  ];
  return places.reduce((sum, place) => sum * 100 + place, 0);
}
