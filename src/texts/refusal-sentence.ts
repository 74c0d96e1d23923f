/** Why an answer cannot be taken, as the reader says it: dates in the reader's own way. */
import { isIsoDate } from "../domain/dates.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Language } from "../domain/vocabulary.ts";
import { dateText } from "./dates.ts";
import { refusalSentence } from "./index.ts";

export function spokenRefusal(language: Language, { refused, values }: Refusal): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && isIsoDate(value) ? dateText(language, value) : value,
  ]);
  return refusalSentence(language, { refused, values: Object.fromEntries(said) });
}
