/** What the gate notices in a whole check and lets through: told to the officer at the summary, and to the reviewer after. */

import { parseAnswer } from "../../domain/check/parse-answer.ts";
import type { Answers } from "../../domain/check/types.ts";
import { type Copied, copiedFrom, type EarlierReport, type Text } from "../../domain/gate/copied-text.ts";
import type { FindingRule } from "../../domain/gate/findings.ts";
import { implausible, type NumberFinding, type NumberRule } from "../../domain/gate/implausible.ts";
import { wordsOf } from "../../domain/gate/policy-words.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { LANGUAGES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { fileFindings } from "./file-findings.ts";
import { firstCountKey } from "./ids.ts";
import { gateFindings, isRefused, overridden } from "./refusals.ts";

/** Asked by the form itself. */
const RISK = "risk";

export interface CheckFindings {
  readonly numbers: readonly NumberFinding[];
  /** Counted blind, and changed after the last figure was seen; `last` is what was counted first. */
  readonly changedCounts: readonly { readonly answerKey: string; readonly last: string }[];
  /** So near to an earlier report that the officer must say what is new. */
  readonly copied: Copied | undefined;
  /** What the policy might refuse and does not, and what is only ever told. */
  readonly others: readonly OtherFinding[];
}

export interface OtherFinding {
  readonly rule: Exclude<FindingRule, "copied" | NumberRule>;
  readonly answerKey: string;
  /** The sentence for whoever is looking now. */
  readonly refusal?: Refusal;
  /** What the sentence needs later, without names. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Reads the last reports of the borrower and of the officer; bounded by the policy, whatever the size of the book. */
export async function findingsOf(ctx: Context, sheet: CheckSheet, answers: Answers): Promise<CheckFindings> {
  const { gate, review } = sheet.policy.policy;
  const numbers = implausible(sheet.form, answers, sheet.facts.last, sheet.facts.today, {
    jumpFactor: gate.numbers.jump_factor,
    sameFiguresFrom: gate.numbers.same_figures_from,
    oldAfterDays: review.evidence_max_age_days,
  });
  const copied = await copiedIn(ctx, sheet, answers);
  const found = await gateFindings(ctx, sheet, answers);
  const told = found.filter(({ rule }) => !isRefused(sheet, rule));
  const others: OtherFinding[] = [
    ...told.map(({ rule, error }) => ({ rule, answerKey: error.answerKey, refusal: error.refusal })),
    ...(await overridden(ctx, sheet, answers, found)).map(({ answerKey, overrideId }) => ({
      rule: "overridden" as const,
      answerKey,
      detail: { overrideId },
    })),
    ...(await fileFindings(ctx, sheet)),
  ];
  return { numbers, changedCounts: changedCounts(sheet, answers), copied, others };
}

/** What of a check its texts are compared by. */
export type ComparedSheet = Pick<CheckSheet, "inspection" | "form" | "policy"> & {
  readonly draft: Pick<CheckSheet["draft"], "personId">;
};

/** So near to an earlier report of the borrower or of the officer that the policy wants to know what is new (R24). */
export async function copiedIn(ctx: Context, sheet: ComparedSheet, answers: Answers): Promise<Copied | undefined> {
  const { copied } = sheet.policy.policy.gate;
  const nearest = copiedFrom(textsOf(sheet, answers), await earlierReports(ctx, sheet), {
    simplified: wordsOf(sheet.policy.policy).simplified,
    taken: takenAway(sheet),
    leastCharacters: copied.least_characters,
  });
  return nearest !== undefined && nearest.similarity >= copied.similarity_at_least ? nearest : undefined;
}

function changedCounts({ form, raw, facts }: CheckSheet, answers: Answers): CheckFindings["changedCounts"] {
  const counted = form.steps.flatMap(({ items }) => items).filter(({ blind }) => blind);
  return counted.flatMap((item) => {
    const first = parseAnswer(item, raw[firstCountKey(item.answerKey)], facts);
    const now = answers[item.answerKey]?.value;
    if (first === undefined || isRefusal(first) || typeof first.value !== "string" || first.value === now) return [];
    return [{ answerKey: item.answerKey, last: first.value }];
  });
}

function textsOf({ form }: ComparedSheet, answers: Answers): Text[] {
  return (
    form.steps
      .flatMap(({ items }) => items)
      // A measure that runs on is the same measure.
      .filter(({ key }) => !key.startsWith("measure_"))
      .flatMap(({ type, answerKey }) => {
        const value = answers[answerKey]?.value;
        return type === "text" && typeof value === "string" ? [{ answerKey, text: value }] : [];
      })
  );
}

/** Who it is about is the same in every report, and so are the form's own words. */
function takenAway({ inspection, form }: ComparedSheet): string[] {
  const labels = form.steps
    .flatMap(({ items }) => items)
    .filter(({ type }) => type === "text")
    .flatMap(({ label }) => LANGUAGES.map((language) => label[language]));
  return [...namesIn(inspection.borrower), ...labels];
}

interface Named {
  readonly name: string;
  readonly loans: readonly { readonly guarantors: readonly { readonly name: string }[] }[];
}

function namesIn({ name, loans }: Named): string[] {
  return [name, ...loans.flatMap(({ guarantors }) => guarantors.map((guarantor) => guarantor.name))];
}

const NAMES = {
  name: true,
  loans: { where: { state: "live" }, select: { guarantors: { select: { name: true } } } },
} as const;

async function earlierReports(ctx: Context, sheet: ComparedSheet): Promise<EarlierReport[]> {
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
        inspection: { select: { borrower: { select: NAMES } } },
        answers: {
          where: { itemKey: { in: texts } },
          select: { subject: true, itemKey: true, value: true },
        },
      },
    });
  const found = [
    ...(await find({ inspection: { borrowerId } }, ofBorrower)),
    ...(await find({ submittedById: sheet.draft.personId }, ofOfficer)),
  ];
  const unique = new Map(found.map((report) => [report.id, report]));
  return [...unique.values()].map((report) => ({
    reportId: report.id,
    names: namesIn(report.inspection.borrower),
    texts: report.answers.map(({ subject, itemKey, value }) => ({ answerKey: `${subject}/${itemKey}`, text: value })),
  }));
}

function textKeys({ policy }: ComparedSheet): string[] {
  const items = policy.policy.templates.flatMap(({ blocks }) => blocks.flatMap((block) => block.items));
  return [...new Set([RISK, ...items.filter(({ type }) => type === "text").map(({ key }) => key)])];
}
