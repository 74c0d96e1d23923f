/** A plan's explanation as one readable paragraph: its dates and the vocabulary's words said in the reader's language. */
import { isIsoDate } from "../domain/dates.ts";
import type { PlanPart } from "../domain/planning/index.ts";
import type { Language } from "../domain/vocabulary.ts";
import { FORMAT_LOCALE, sayByCode } from "./index.ts";

/** Values of these names are words of the vocabulary, said by their own keys (`tier.loss`). */
const WORD_NAMES = new Set(["product", "tier", "zone", "kind", "mode"]);

export function planSentence(language: Language, parts: readonly PlanPart[]): string {
  const clauses = parts.map((part) => planClause(language, part));
  return clauses.join(language === "en" ? " " : "");
}

function planClause(language: Language, { code, values }: PlanPart): string {
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(language, name, value)]);
  return sayByCode(language, code, Object.fromEntries(said));
}

function sayValue(language: Language, name: string, value: string | number): string | number {
  if (typeof value === "number") return value;
  if (WORD_NAMES.has(name)) return sayByCode(language, `${name}.${value}`);
  return name.endsWith("On") && isIsoDate(value) ? dateIn(language, value) : value;
}

/** In UTC, so that the machine's own zone never moves a date by a day. */
function dateIn(language: Language, date: string): string {
  const options = { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" } as const;
  return new Intl.DateTimeFormat(FORMAT_LOCALE[language], options).format(Date.parse(`${date}T00:00:00Z`));
}
