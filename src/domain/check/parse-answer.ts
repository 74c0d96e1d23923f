import { isIsoDate } from "../dates.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { IsoDate } from "../vocabulary.ts";
import { compare, decimal, decimalText } from "./decimal.ts";
import { numberFromText } from "./number-text.ts";
import type { CheckFacts, FormItem, StoredAnswer } from "./types.ts";

/** As long as Slack lets a person type. */
const LONGEST_TEXT = 3000;

/**
 * The stored answer for what a person gave, undefined for nothing given, or a refusal that stands at the item's field.
 * Numbers become decimal text with the item's scale. Parsing a stored value gives it again.
 */
export function parseAnswer(
  item: FormItem,
  raw: string | readonly string[] | null | undefined,
  facts: Pick<CheckFacts, "today">,
): StoredAnswer | Refusal | undefined {
  const given = typeof raw === "string" ? raw.trim() : (raw ?? []).filter((one) => one.trim() !== "");
  if (given.length === 0) return undefined;
  const answer = isListed(item) ? parseList(item, [given].flat()) : parseOne(item, [given].flat(), facts);
  return isRefusal(answer) ? { ...answer, field: item.answerKey } : answer;
}

function isListed({ type }: FormItem): boolean {
  return type === "people" || type === "evidence" || type === "multi_choice";
}

function parseList(item: FormItem, given: readonly string[]): StoredAnswer | Refusal {
  const values = [...new Set(given)];
  const strange = item.type === "multi_choice" ? values.find((value) => !isOption(item, value)) : undefined;
  return strange === undefined ? { value: values } : refuse("check.error.not_an_option", { typed: strange });
}

function parseOne(item: FormItem, given: readonly string[], facts: Pick<CheckFacts, "today">): StoredAnswer | Refusal {
  const [text = ""] = given;
  if (given.length > 1) return refuse("check.error.one_only");
  if (item.type === "number") return parseNumber(item, text);
  if (item.type === "date") return parseDate(item, text, facts.today);
  if (item.type === "text") return parseText(item, text);
  return isOption(item, text) ? { value: text } : refuse("check.error.not_an_option", { typed: text });
}

function isOption(item: FormItem, value: string): boolean {
  return item.type === "yes_no"
    ? ["yes", "no"].includes(value)
    : (item.options ?? []).some((one) => one.value === value);
}

function parseNumber(item: FormItem, typed: string): StoredAnswer | Refusal {
  const { unit = "count", scale = 0 } = item;
  const number = numberFromText(typed, unit);
  if (isRefusal(number)) return number;
  const value = decimalText(number, scale);
  if (value === undefined) return refuse("check.error.too_many_decimals", { decimals: scale, unit });
  const [least, most] = [limit(item.min), limit(item.max)];
  if (least !== undefined && compare(number, least) < 0)
    return refuse("check.error.below_min", { min: item.min ?? "", unit });
  if (most !== undefined && compare(number, most) > 0)
    return refuse("check.error.above_max", { max: item.max ?? "", unit });
  return { value, unit };
}

function limit(text: string | undefined) {
  return text === undefined ? undefined : decimal(text);
}

function parseDate(item: FormItem, typed: string, today: IsoDate): StoredAnswer | Refusal {
  if (!isIsoDate(typed)) return refuse("check.error.not_a_date", { typed });
  if (item.not_after === "today" && typed > today) return refuse("check.error.date_in_future", { today });
  if (item.notPast === true && typed < today) return refuse("check.error.date_past", { today });
  if (item.notBefore === undefined || typed >= item.notBefore) return { value: typed };
  const code =
    item.not_before === "last_visit" ? "check.error.date_before_last" : "check.error.date_before_disbursement";
  return refuse(code, { earliest: item.notBefore });
}

function parseText(item: FormItem, typed: string): StoredAnswer | Refusal {
  const most = item.max_length ?? LONGEST_TEXT;
  const length = [...typed].length;
  return length > most ? refuse("check.error.text_too_long", { length, max: most }) : { value: typed };
}
