/** Amounts of money as files write them, to whole minor units. No float touches them. */
import { decimalText } from "../../../domain/check/decimal.ts";

export type AmountUnit = "minor" | "major" | "thousand" | "ten_thousand" | "million";

const ZEROS: Readonly<Record<Exclude<AmountUnit, "minor">, number>> = {
  major: 0,
  thousand: 3,
  ten_thousand: 4,
  million: 6,
};
const AMOUNT = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?$/u;
const digitsOf = new Map<string, number>();

/** Minor units in decimal text; nothing where the text is no amount, or finer than the currency's smallest coin. */
export function readAmount(text: string, currency: string, unit: AmountUnit): string | undefined {
  const bare = text.replaceAll(/[\s,$¥￥€£]/gu, "");
  const found = AMOUNT.exec(bare)?.groups;
  if (found === undefined) {
    return undefined;
  }
  const places = unit === "minor" ? 0 : minorDigits(currency) + ZEROS[unit];
  const part = (found.part ?? "").replace(/0+$/u, "");
  if (part.length > places) {
    return undefined;
  }
  return String(BigInt(`${found.sign ?? ""}${found.whole ?? ""}${part.padEnd(places, "0")}`));
}

/** An amount as a file writes it, in whole coins with the places that the currency has: `12.5` ten thousand is `125000.00`. */
export function plainAmount(text: string, currency: string, unit: AmountUnit): string | undefined {
  const minor = readAmount(text, currency, unit);
  return minor === undefined ? undefined : decimalText({ digits: BigInt(minor), scale: minorDigits(currency) });
}

/** 2 for CNY and USD, 0 for JPY. An unknown currency has two, as most have. */
function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) {
    return known;
  }
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}
