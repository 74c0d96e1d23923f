/** A report as it is read: its form under its own policy, its answers, what changed and what is out of range. */
import { type Changes, changes } from "../../domain/check/changes.ts";
import { checkForm } from "../../domain/check/check-form.ts";
import { type Mark, outOfRange } from "../../domain/check/out-of-range.ts";
import type { Answers, CheckFacts, CheckForm, FormItem } from "../../domain/check/types.ts";
import { maskAccount, maskName } from "../../domain/masking.ts";
import { type InspectionKind, VISIT_MODES, type VisitMode } from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context, PolicyInForce } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Bulletin, bulletinsFor } from "../bulletins/index.ts";
import { type ConfirmationState, confirmationState } from "../confirmation/index.ts";
import {
  answersOfReport,
  checkSubject,
  formsOwn,
  rawOfReport,
  storedCircumstances,
  withRisksOfReport,
} from "../inspections/index.ts";
import { type ListedMeasure, measuresOfInspection } from "../measures/index.ts";
import type { ReportCase } from "./case.ts";
import { findingsOfReport, type KeptFinding } from "./findings.ts";
import { type EvidenceFile, evidenceOf, type PastReport, previousReport, revisionBefore } from "./store.ts";

export interface MarkedItem {
  readonly item: FormItem;
  readonly mark: Mark;
}

export interface ReportSheet {
  readonly case: ReportCase;
  readonly policy: PolicyInForce;
  readonly kind: InspectionKind;
  readonly mode: VisitMode;
  readonly form: CheckForm;
  readonly answers: Answers;
  readonly facts: CheckFacts;
  readonly marks: ReadonlyMap<string, Mark>;
  /** The borrower's report before this one, and what this one says differently. */
  readonly previous: PastReport | undefined;
  readonly sinceLast: Changes;
  /** Keys of the answers that say the same as last time. */
  readonly unchanged: ReadonlySet<string>;
  /** For a later revision: what it says differently from the revision before. */
  readonly sinceRevision: Changes | undefined;
  /** Rules that decided something here and were not yet read by the lender's lawyers. */
  readonly unreviewed: readonly MarkedItem[];
  readonly evidence: readonly EvidenceFile[];
  readonly confirmation: ConfirmationState;
  /** What the gate noticed and let through. */
  readonly findings: readonly KeptFinding[];
  /** What was undertaken because of it, once it was approved, and how it stands now. */
  readonly measures: readonly ListedMeasure[];
  /** About the customer's industry, as they stood when it was submitted. */
  readonly bulletins: readonly Bulletin[];
  readonly submittedBy: string;
  readonly owner: string | undefined;
  readonly reviewedBy: string | undefined;
  /** Names and numbers are shown masked: the reader is not among the responsible people. */
  readonly masked: boolean;
}

export async function loadReportSheet(ctx: Context, found: ReportCase, masked: boolean): Promise<ReportSheet> {
  const { report, inspection } = found;
  const policy = await ctx.parts.policies.byVersion(report.policyVersionId);
  const mode = oneOf(VISIT_MODES, report.mode);
  const answers = answersOfReport(report.answers);
  const subject = checkSubject(inspection, mode, storedCircumstances(report), formsOwn(rawOfReport(answers)));
  const previous = await previousReport(ctx.db, { ...report, borrowerId: inspection.borrowerId });
  const before = await revisionBefore(ctx.db, report);
  const last = previous === undefined ? {} : { last: answersOfReport(previous.answers) };
  // The day of the submission, so that the report reads the same for ever.
  const today = localDate(momentFromDate(report.submittedAt), inspection.borrower.unit.timeZone);
  const facts: CheckFacts = { today, ...last };
  const asked = maskedForm(checkForm(policy.policy.templates, subject), masked);
  const form = await withRisksOfReport(ctx, asked, answers, facts, policy.policy.gate.risks);
  const marks = marksOf(form, answers, facts);
  const sinceLast = changes(last.last, answers, form, facts);
  return {
    case: found,
    policy,
    kind: subject.kind,
    mode,
    form,
    answers,
    facts,
    marks,
    previous,
    sinceLast,
    unchanged: new Set(sinceLast.unchanged.map(({ item }) => item.answerKey)),
    sinceRevision: before === undefined ? undefined : changes(answersOfReport(before.answers), answers, form, facts),
    unreviewed: unreviewedRules(form, marks),
    evidence: await evidenceOf(ctx.db, report.id),
    confirmation: await confirmationState(ctx.db, inspection.id, report.partHash ?? undefined),
    findings: await findingsOfReport(ctx, report.id),
    measures: await measuresOfInspection(ctx, inspection.id),
    bulletins: await bulletinsFor(ctx, inspection.borrower, { at: report.submittedAt, on: today }),
    ...(await namesOf(ctx, found)),
    masked,
  };
}

function marksOf(form: CheckForm, answers: Answers, facts: CheckFacts): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const item of form.steps.flatMap(({ items }) => items)) {
    const answer = answers[item.answerKey];
    const mark = answer === undefined ? undefined : outOfRange(item, answer, answers, facts);
    if (mark !== undefined) marks.set(item.answerKey, mark);
  }
  return marks;
}

function unreviewedRules(form: CheckForm, marks: ReadonlyMap<string, Mark>): MarkedItem[] {
  const items = form.steps.flatMap((step) => step.items).filter((item) => item.needs_legal_review);
  return items.flatMap((item) => {
    const mark = marks.get(item.answerKey);
    return mark === undefined ? [] : [{ item, mark }];
  });
}

export function maskedForm(form: CheckForm, masked: boolean): CheckForm {
  if (!masked) {
    return form;
  }
  return {
    ...form,
    steps: form.steps.map(({ about, ...step }) => {
      const mask = step.subject.startsWith("loan:") ? maskAccount : maskName;
      return about === undefined ? step : { ...step, about: mask(about) };
    }),
  };
}

async function namesOf(ctx: Context, { report, inspection }: ReportCase) {
  const ownerId = inspection.borrower.ownerships[0]?.personId;
  const ids = [report.submittedById, ownerId ?? "", report.review?.reviewerId ?? ""];
  const people = await ctx.db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name;
  return {
    submittedBy: nameOf(report.submittedById) ?? "",
    owner: nameOf(ownerId),
    reviewedBy: nameOf(report.review?.reviewerId),
  };
}
