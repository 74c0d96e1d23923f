/** Money as the reader writes it, exact to the minor unit. */
import { decimalMoney } from "../domain/decimal-money.ts";
import type { Language, Money } from "../domain/vocabulary.ts";
import { FORMAT_LOCALE } from "./index.ts";

/** Intl formats decimal text exactly; a number would lose digits past 2^53. */
export function moneyText(language: Language, money: Money): string {
  const format = new Intl.NumberFormat(FORMAT_LOCALE[language], {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "code",
  });
  return format.format(decimalMoney(money) as Intl.StringNumericLiteral);
}
