/** Answers on their way: as typed in a draft, as rules read them, as a report stores them. Pure. */
import { parseStep } from "../../domain/check/check-answers.ts";
import type { Answers, CheckForm, FormStep, StoredAnswer } from "../../domain/check/types.ts";
import { isIsoDate } from "../../domain/dates.ts";
import { ITEM_UNITS } from "../../domain/templates/units.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { oneOfOrNone } from "../../platform/stored-word.ts";
import { type RawAnswer, type RawAnswers, readable } from "./fields.ts";

export function rawAnswers(rows: readonly { key: string; raw: string }[]): RawAnswers {
  return Object.fromEntries(rows.map(({ key, raw }): [string, RawAnswer] => [key, JSON.parse(raw)]));
}

/** What can be stored of a whole draft; what cannot stays in the draft as it was typed. */
export function parsedAnswers(form: CheckForm, raw: RawAnswers, today: IsoDate): Answers {
  return Object.assign({}, ...form.steps.map((step) => parseStep(step, readableStep(step, raw), { today }).answers));
}

export function readableStep(step: FormStep, raw: RawAnswers): Record<string, RawAnswer | undefined> {
  return Object.fromEntries(step.items.map((item) => [item.answerKey, readable(item, raw[item.answerKey])]));
}

interface AnswerRow {
  readonly subject: string;
  readonly itemKey: string;
  readonly groupIndex: number;
  readonly value: string;
  readonly unit: string | null;
  readonly asOf: string | null;
}

/** Lists are stored as JSON text, everything else as it is. */
export function storedValue({ value }: StoredAnswer): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function answersOfReport(rows: readonly AnswerRow[]): Answers {
  return Object.fromEntries(
    rows.map((row): [string, StoredAnswer] => {
      const group = row.groupIndex === 0 ? "" : `#${row.groupIndex}`;
      const unit = oneOfOrNone(ITEM_UNITS, row.unit);
      return [
        `${row.subject}/${row.itemKey}${group}`,
        {
          value: row.value.startsWith("[") ? listOf(row.value) : row.value,
          ...(unit === undefined ? {} : { unit }),
          ...(row.asOf !== null && isIsoDate(row.asOf) ? { asOf: row.asOf } : {}),
        },
      ];
    }),
  );
}

/** Words may begin with a bracket too; only a JSON list of strings is a list. */
function listOf(text: string): string | readonly string[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every((one) => typeof one === "string") ? read : text;
  } catch {
    return text;
  }
}

/** What the form's own questions were answered: the rows of its groups, and whether what is known is still so. */
export function formsOwn(values: RawAnswers): RawAnswers {
  return Object.fromEntries(Object.entries(values).filter(([key]) => /_(rows|known)$/u.test(key)));
}

/** What a returned or corrected report goes on from. */
export function rawOfReport(answers: Answers): RawAnswers {
  return Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value]));
}
