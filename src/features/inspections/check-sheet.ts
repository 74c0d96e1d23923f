/** Everything one open check needs at hand: its form under the policy it was begun with, and what is known so far. */
import { checkForm } from "../../domain/check/check-form.ts";
import { withDerived } from "../../domain/check/derive.ts";
import { type FormPage, pagesOf } from "../../domain/check/pages.ts";
import type { Answers, CheckFacts, CheckForm } from "../../domain/check/types.ts";
import type { InspectionKind, VisitMode } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context, PolicyInForce } from "../../platform/context.ts";
import { answersOfReport, formsOwn, parsedAnswers, rawAnswers } from "./answers.ts";
import { storedCircumstances } from "./circumstances.ts";
import type { RawAnswers } from "./fields.ts";
import { gateFactsOf } from "./gate-facts.ts";
import { withRisks } from "./risk-form.ts";
import {
  checkSubject,
  type DraftRecord,
  findDraft,
  findInspection,
  type InspectionRecord,
  lastReportBefore,
  modeOf,
  newestReport,
  type ReportRecord,
} from "./store.ts";

export interface CheckSheet {
  readonly inspection: InspectionRecord;
  readonly draft: DraftRecord;
  readonly policy: PolicyInForce;
  readonly kind: InspectionKind;
  readonly mode: VisitMode;
  readonly form: CheckForm;
  /** The form as it is shown, one page a step of the modal. */
  readonly pages: readonly FormPage[];
  readonly raw: RawAnswers;
  readonly answers: Answers;
  readonly facts: CheckFacts;
  /** The report that was returned or is being corrected. */
  readonly base: ReportRecord | null;
}

export async function loadSheet(ctx: Context, draftId: string): Promise<CheckSheet | undefined> {
  const draft = await findDraft(ctx.db, draftId);
  const inspection = draft === null ? null : await findInspection(ctx.db, draft.inspectionId);
  if (draft === null || inspection === null) {
    return undefined;
  }
  const policy = await ctx.parts.policies.byVersion(draft.policyVersionId);
  const raw = rawAnswers(draft.answers);
  const mode = modeOf(draft.mode);
  const subject = checkSubject(inspection, mode, storedCircumstances(draft), formsOwn(raw));
  const asked = checkForm(policy.policy.templates, subject);
  const today = localDate(ctx.now, inspection.borrower.unit.timeZone);
  const previous = await lastReportBefore(ctx.db, inspection);
  const gate = gateFactsOf(policy.policy, inspection);
  const facts: CheckFacts = { today, gate, ...(previous === null ? {} : { last: answersOfReport(previous.answers) }) };
  const base = draft.baseReportId === null ? null : await newestReport(ctx.db, inspection.id);
  const form = await withRisks(ctx, inspection, { form: asked, raw, facts, rules: policy.policy.gate.risks });
  const answers = withDerived(form, parsedAnswers(form, raw, today), facts.last);
  return { inspection, draft, policy, kind: subject.kind, mode, form, pages: pagesOf(form), raw, answers, facts, base };
}
