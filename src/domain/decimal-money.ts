/** Money in plain digits, exact to the minor unit: 123456 minor units of CNY are 1234.56. */
import type { Money } from "./vocabulary.ts";

/** Plain digits with a point, no grouping, no currency: `-0.05`. How many digits follow the point is the currency's affair (JPY: none). */
export function decimalMoney({ minor, currency }: Money): string {
  const digits = digitsOf(currency);
  const sign = minor < 0n ? "-" : "";
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, "0");
  return sign + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
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
