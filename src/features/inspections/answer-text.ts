/** An answer as people read it: figures grouped, with their unit; dates as the reader writes them; choices by their label. */
import type { FormItem, StoredAnswer } from "../../domain/check/types.ts";
import { isIsoDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";

export function answerText(item: FormItem, { value }: StoredAnswer, language: Language, t: Translate): string {
  if (typeof value === "string") {
    return oneText(item, value, language, t);
  }
  return item.type === "evidence"
    ? t("check.files", { count: value.length })
    : value.map((one) => choiceText(item, one, language)).join(language === "en" ? ", " : "、");
}

function oneText(item: FormItem, value: string, language: Language, t: Translate): string {
  switch (item.type) {
    case "number":
      return t(`check.amount.${item.unit ?? "count"}`, { number: groupedDigits(value) });
    case "date":
      return isIsoDate(value) ? dateText(language, value) : value;
    case "yes_no":
      return t(value === "yes" ? "words.yes" : "words.no");
    default:
      return choiceText(item, value, language);
  }
}

/** 1234567.50 as 1,234,567.50: the grouping all three languages use. Exact, digits only. */
export function groupedDigits(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".", 2);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function choiceText(item: FormItem, value: string, language: Language): string {
  return item.options?.find((one) => one.value === value)?.label[language] ?? value;
}
