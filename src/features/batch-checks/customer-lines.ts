/** What is known of one customer of a batch, as lines. Pure. */
import type { BatchException } from "../../domain/batch/index.ts";
import type { Answers, CheckForm, FormItem } from "../../domain/check/types.ts";
import { compareDates, isoDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { bold, quiet, type Span } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { labelText } from "../../texts/label.ts";
import { answerText } from "../inspections/index.ts";
import type { BatchItem } from "./batch-items.ts";

export interface Reader {
  readonly language: Language;
  readonly t: Translate;
}

/** Who, when it is due, what the record knows of each loan and piece of collateral, and when the customer was last checked. */
export function customerLines(item: BatchItem, reader: Reader): Span[] {
  return [
    ...nameLine(item, reader),
    ...knownLines(item.form, item.known, reader).flatMap((text) => ["\n", text]),
    "\n",
    quiet(lastCheck(item, reader)),
  ];
}

export function nameLine({ inspection, dueOn, facts }: BatchItem, { t, language }: Reader): Span[] {
  const date = dateText(language, dueOn);
  const isLate = compareDates(dueOn, facts.today) < 0;
  const due = t(isLate ? "desk.late_since" : "desk.due", { date });
  return [bold(inspection.borrower.name), ` · ${inspection.number} · ${due}`];
}

/** Of each loan and piece of collateral, what was known; by its number or name where it has one. */
export function knownLines(form: CheckForm, known: Answers, reader: Reader): string[] {
  return form.steps.flatMap((step) => {
    const said = step.items.flatMap((item) => factText(item, known, reader));
    return said.length === 0 ? [] : [[...(step.about === undefined ? [] : [step.about]), ...said].join(" · ")];
  });
}

function factText(item: FormItem, known: Answers, { t, language }: Reader): string[] {
  const answer = known[item.answerKey];
  const isKnown = item.given !== undefined || item.derived !== undefined;
  return isKnown && answer !== undefined
    ? [`${labelText(t, item.label[language])}${answerText(item, answer, language, t)}`]
    : [];
}

function lastCheck({ inspection: { borrower } }: BatchItem, { t, language }: Reader): string {
  const last = borrower.lastVisitOn ?? borrower.lastInspectedOn;
  return last === null ? t("batch.never_checked") : t("batch.last_check", { date: dateText(language, isoDate(last)) });
}

/** All reasons, so that nobody looks for one after the other. */
export function exceptionText({ exceptions }: Pick<BatchItem, "exceptions">, { t, language }: Reader): string {
  return exceptions.map((one) => oneException(one, { t, language })).join(language === "en" ? "; " : "；");
}

function oneException({ kind, facts = [] }: BatchException, { t, language }: Reader): string {
  const said = facts.map((fact) => t(`batch.fact.${fact}`)).join(language === "en" ? ", " : "、");
  return t(`batch.exception.${kind}`, { facts: said });
}
