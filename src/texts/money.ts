/** Money as the reader writes it, exact to the minor unit. */
import type { Language, Money } from "../domain/vocabulary.ts";
import { FORMAT_LOCALE } from "./index.ts";

/** Intl formats decimal text exactly; a number would lose digits past 2^53. */
export function moneyText(language: Language, { minor, currency }: Money): string {
  const format = new Intl.NumberFormat(FORMAT_LOCALE[language], {
    style: "currency",
    currency,
    currencyDisplay: "code",
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const sign = minor < 0n ? "-" : "";
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, "0");
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return format.format(`${sign}${whole}` as Intl.StringNumericLiteral);
}
