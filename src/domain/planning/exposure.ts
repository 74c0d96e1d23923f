/** A borrower's drawn balance here, and the band it falls into (handbook 2.3). */
import type { LoanFacts } from "../loan.ts";
import { type BandName, edgeOf } from "../policy/exposure-bands.ts";
import type { Policy } from "../policy/schema.ts";
import type { Money, Product } from "../vocabulary.ts";

export interface Exposure {
  /** In minor units of the bands' currency. */
  readonly amount: Money;
  /** Currencies for which the policy has no rate; their loans are not in the amount. */
  readonly unknownCurrencies: readonly string[];
}

/** ISO 4217 currencies without a hundredth part; all others here have two decimals. */
const NO_DECIMALS = new Set(["JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "UGX"]);

/** The drawn balances of `loans` together. Another currency is converted at the policy's fixed rate, rounded down. */
export function exposure(policy: Policy, loans: readonly Pick<LoanFacts, "drawn">[]): Exposure {
  const { currency, rates } = policy.exposure_bands;
  const unknown = new Set<string>();
  let minor = 0n;
  for (const { drawn } of loans) {
    const rate = drawn.currency === currency ? "1" : rates[drawn.currency];
    if (rate === undefined) unknown.add(drawn.currency);
    else minor += converted(drawn, currency, rate);
  }
  return { amount: { minor, currency }, unknownCurrencies: [...unknown].sort() };
}

/** The band of an exposure; an exposure that is partly unknown is taken for the largest. */
export function bandOf(policy: Policy, product: Product, of: Exposure): BandName | undefined {
  const bands = policy.exposure_bands.products[product]?.bands ?? [];
  if (of.unknownCurrencies.length > 0) return bands.at(-1)?.band;
  const fitting = bands.find((band) => {
    const edge = edgeOf(band);
    if (edge === undefined) return true;
    const limit = BigInt(edge.amount) * minorPerUnit(of.amount.currency);
    return edge.inclusive ? of.amount.minor <= limit : of.amount.minor < limit;
  });
  return fitting?.band;
}

function converted(money: Money, currency: string, rate: string): bigint {
  const [whole = "0", part = ""] = rate.split(".");
  const scaled = BigInt(whole + part);
  const scale = 10n ** BigInt(part.length);
  return (money.minor * scaled * minorPerUnit(currency)) / (scale * minorPerUnit(money.currency));
}

function minorPerUnit(currency: string): bigint {
  return NO_DECIMALS.has(currency) ? 1n : 100n;
}
