/** Money in plain digits, exact to the minor unit: 123456 minor units of CNY are 1234.56. */
import type { Money } from "./vocabulary.ts";

/** Plain digits with a point, no grouping, no currency: `-0.05`. How many digits follow the point is the currency's affair (JPY: none). */
export function decimalMoney({ minor, currency }: Money): string {
  const digits = digitsOf(currency);
  const sign = minor < 0n ? "-" : "";
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, "0");
  return sign + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
}

/** What somebody typed, in whole coins: `1,234.5` is 123450 minor units. Nothing where it is no amount, below nothing, or finer than the smallest coin. */
export function typedMinor(text: string, currency: string): bigint | undefined {
  const bare = text.replaceAll(/[\s,，¥￥]/gu, "");
  const found = /^(?<whole>\d{1,13})(?:\.(?<part>\d+))?$/u.exec(bare)?.groups;
  const digits = digitsOf(currency);
  const part = (found?.part ?? "").replace(/0+$/u, "");
  return found === undefined || part.length > digits
    ? undefined
    : BigInt(`${found.whole ?? ""}${part.padEnd(digits, "0")}`);
}

const known = new Map<string, number>();

/** How many digits the currency writes after the point (ISO 4217). */
export function digitsOf(currency: string): number {
  let digits = known.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
    known.set(currency, digits);
  }
  return digits;
}
