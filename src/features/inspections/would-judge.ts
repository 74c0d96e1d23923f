/**
 * What another policy would have said of the last reports: an answer refused, a question unanswered, a colour that is worse than
 * under the policy each was written by. Nothing of a report changes; what is begun goes on under its own policy.
 */
import { checkAll } from "../../domain/check/check-answers.ts";
import { checkForm } from "../../domain/check/check-form.ts";
import { outOfRange, severityRank } from "../../domain/check/out-of-range.ts";
import type { CheckFacts } from "../../domain/check/types.ts";
import { nothingInParticular } from "../../domain/may.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Sentences } from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { answersOfReport, formsOwn, rawOfReport } from "./answers.ts";
import { storedCircumstances } from "./circumstances.ts";
import { gateFactsOf } from "./gate-facts.ts";
import { withRisksOfReport } from "./risk-form.ts";
import { checkSubject, findInspection, modeOf } from "./store.ts";

const REPORTS = 200;
const EXAMPLES = 5;
const UNANSWERED = "check.error.required";

export interface WouldJudge {
  /** How many were read: the last so many that are not superseded. */
  readonly reports: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly worse: number;
  /** Checks begun and not submitted. */
  readonly drafts: number;
  readonly examples: readonly { readonly number: string; readonly labels: readonly Sentences[] }[];
}

export async function wouldJudge(ctx: Context, policy: Policy): Promise<WouldJudge | Refusal> {
  const refused = authorize(ctx, "plan_inspections", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const reports = await findReports(ctx);
  const judged: Judged[] = [];
  for (const report of reports) {
    judged.push(await judgedAnew(ctx, report, policy));
  }
  const drafts = await ctx.db.draft.count({ where: { closedAt: null } });
  return {
    reports: reports.length,
    refused: judged.filter((one) => one.refused.length > 0).length,
    unanswered: judged.filter((one) => one.unanswered.length > 0).length,
    worse: judged.filter((one) => one.worse.length > 0).length,
    drafts,
    examples: judged
      .map(({ number, ...found }) => ({ number, labels: [...found.refused, ...found.worse, ...found.unanswered] }))
      .filter(({ labels }) => labels.length > 0)
      .slice(0, EXAMPLES),
  };
}

function findReports(ctx: Context) {
  return ctx.db.report.findMany({
    where: { state: { not: "superseded" } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: REPORTS,
    include: { answers: true },
  });
}

type ReportRow = Awaited<ReturnType<typeof findReports>>[number];

interface Judged {
  readonly number: string;
  readonly refused: readonly Sentences[];
  readonly unanswered: readonly Sentences[];
  readonly worse: readonly Sentences[];
}

async function judgedAnew(ctx: Context, report: ReportRow, policy: Policy): Promise<Judged> {
  const own = await ctx.parts.policies.byVersion(report.policyVersionId);
  const [before, after] = [await judge(ctx, report, own.policy), await judge(ctx, report, policy)];
  const isNew = (key: string) => !before.errors.has(key);
  const newly = [...after.errors].filter(([key]) => isNew(key)).map(([, error]) => error);
  const worse = [...after.marks].filter(
    ([key, { rank }]) => rank < (before.marks.get(key)?.rank ?? severityRank(undefined)),
  );
  return {
    number: after.number,
    refused: newly.filter(({ code }) => code !== UNANSWERED).map(({ label }) => label),
    unanswered: newly.filter(({ code }) => code === UNANSWERED).map(({ label }) => label),
    worse: worse.map(([, { label }]) => label),
  };
}

/** As of the day of its submission. */
async function judge(ctx: Context, report: ReportRow, policy: Policy) {
  const inspection = await findInspection(ctx.db, report.inspectionId);
  if (inspection === null) {
    throw new Error(`report ${report.id} has no inspection`);
  }
  const answers = answersOfReport(report.answers);
  const own = formsOwn(rawOfReport(answers));
  const subject = checkSubject(inspection, modeOf(report.mode), storedCircumstances(report), own);
  const today = localDate(momentFromDate(report.submittedAt), inspection.borrower.unit.timeZone);
  const facts: CheckFacts = { today, gate: gateFactsOf(policy, inspection) };
  const asked = checkForm(policy.templates, subject);
  const form = await withRisksOfReport(ctx, asked, answers, facts, policy.gate.risks);
  const items = form.steps.flatMap((step) => step.items);
  const labels = new Map(items.map(({ answerKey, label }) => [answerKey, label]));
  const errors = checkAll(form, answers, facts).flatMap(({ answerKey, refusal }) => {
    const label = labels.get(answerKey);
    return label === undefined ? [] : [[`${answerKey} ${refusal.refused}`, { code: refusal.refused, label }] as const];
  });
  const marks = items.flatMap((item) => {
    const answer = answers[item.answerKey];
    const mark = answer === undefined ? undefined : outOfRange(item, answer, answers, facts);
    return mark === undefined ? [] : [[item.answerKey, { rank: severityRank(mark.level), label: item.label }] as const];
  });
  return {
    number: inspection.number,
    errors: new Map<string, (typeof errors)[number][1]>(errors),
    marks: new Map<string, (typeof marks)[number][1]>(marks),
  };
}
