/** What the gate notices in a whole check and lets through: told to the officer at the summary, and to the reviewer after. */

import type { Answers, FieldError } from "../../domain/check/types.ts";
import { type Copied, copiedFrom, type EarlierReport, type Text } from "../../domain/gate/copied-text.ts";
import { implausible, type NumberFinding } from "../../domain/gate/implausible.ts";
import { judgeConclusion } from "../../domain/gate/judge-conclusion.ts";
import { refuse } from "../../domain/refusal.ts";
import { LANGUAGES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { wordsOf } from "./gate-facts.ts";
import { WHAT_IS_NEW } from "./ids.ts";

export interface CheckFindings {
  readonly numbers: readonly NumberFinding[];
  /** So near to an earlier report that the officer must say what is new. */
  readonly copied: Copied | undefined;
}

/** Reads the last reports of the borrower and of the officer; bounded by the policy, whatever the size of the book. */
export async function findingsOf(ctx: Context, sheet: CheckSheet, answers: Answers): Promise<CheckFindings> {
  const { gate, review } = sheet.policy.policy;
  const numbers = implausible(sheet.form, answers, sheet.facts.last, sheet.facts.today, {
    jumpFactor: gate.numbers.jump_factor,
    sameFiguresFrom: gate.numbers.same_figures_from,
    oldAfterDays: review.evidence_max_age_days,
  });
  const nearest = copiedFrom(textsOf(sheet, answers), await earlierReports(ctx, sheet), {
    simplified: wordsOf(sheet.policy.policy).simplified,
    taken: takenAway(sheet),
    leastCharacters: gate.copied.least_characters,
  });
  const isCopied = nearest !== undefined && nearest.similarity >= gate.copied.similarity_at_least;
  return { numbers, copied: isCopied ? nearest : undefined };
}

/** A copied report is submitted with a word on what is new, or why nothing is; that word is held to the same measure. */
export function unexplained({ copied }: CheckFindings, sheet: CheckSheet): FieldError[] {
  if (copied === undefined) return [];
  const said = whatIsNew(sheet);
  const wrong = (code: string, values = {}) => [
    { stepId: "summary", answerKey: WHAT_IS_NEW, refusal: refuse(code, values, WHAT_IS_NEW) },
  ];
  if (said === "") return wrong("check.error.required");
  const { empty, stopPhrases, negated } = judgeConclusion(said, wordsOf(sheet.policy.policy), {
    amountsYuan: [],
    termMonths: [],
  });
  return empty === undefined ? [] : wrong(`gate.${empty}`, { said: [...stopPhrases, ...negated].join(", ") });
}

export function whatIsNew({ raw }: CheckSheet): string {
  const said = raw[WHAT_IS_NEW];
  return typeof said === "string" ? said.trim() : "";
}

function textsOf({ form }: CheckSheet, answers: Answers): Text[] {
  return form.steps
    .flatMap(({ items }) => items)
    .flatMap(({ type, answerKey }) => {
      const value = answers[answerKey]?.value;
      return type === "text" && typeof value === "string" ? [{ answerKey, text: value }] : [];
    });
}

/** Who it is about is the same in every report, and so are the form's own words. */
function takenAway({ inspection, form }: CheckSheet): string[] {
  const { borrower } = inspection;
  const guarantors = borrower.loans.flatMap((loan) => loan.guarantors.map(({ name }) => name));
  const labels = form.steps
    .flatMap(({ items }) => items)
    .filter(({ type }) => type === "text")
    .flatMap(({ label }) => LANGUAGES.map((language) => label[language]));
  return [borrower.name, ...guarantors, ...labels];
}

async function earlierReports(ctx: Context, sheet: CheckSheet): Promise<EarlierReport[]> {
  const { reports_of_borrower: ofBorrower, reports_of_officer: ofOfficer } = sheet.policy.policy.gate.copied;
  const { id, borrowerId } = sheet.inspection;
  const texts = textKeys(sheet);
  const find = (whose: object, take: number) =>
    ctx.db.report.findMany({
      where: { state: { in: ["submitted", "in_review", "approved"] }, NOT: { inspectionId: id }, ...whose },
      orderBy: { submittedAt: "desc" },
      take,
      select: {
        id: true,
        answers: { where: { itemKey: { in: texts } }, select: { subject: true, itemKey: true, value: true } },
      },
    });
  const found = [
    ...(await find({ inspection: { borrowerId } }, ofBorrower)),
    ...(await find({ submittedById: sheet.draft.personId }, ofOfficer)),
  ];
  const unique = new Map(found.map((report) => [report.id, report]));
  return [...unique.values()].map((report) => ({
    reportId: report.id,
    texts: report.answers.map(({ subject, itemKey, value }) => ({ answerKey: `${subject}/${itemKey}`, text: value })),
  }));
}

function textKeys({ policy }: CheckSheet): string[] {
  const items = policy.policy.templates.flatMap(({ blocks }) => blocks.flatMap((block) => block.items));
  return [...new Set(items.filter(({ type }) => type === "text").map(({ key }) => key))];
}
