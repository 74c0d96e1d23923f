/** The borrower's part of a check as it stands now: in the draft that is open, else in the newest report. */
import { createHash } from "node:crypto";
import { datedAnswers } from "../../domain/check/check-answers.ts";
import { checkForm } from "../../domain/check/check-form.ts";
import type { Answers, CheckForm } from "../../domain/check/types.ts";
import { type BorrowerPart, borrowerPart, isConfirmationDue, partText } from "../../domain/confirmation/index.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import { CUSTOMER_TYPES, INSPECTION_KINDS, VISIT_MODES, type VisitMode } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import {
  answersOfReport,
  type CheckSheet,
  checkSubject,
  findOpenDraft,
  formsOwn,
  type InspectionRecord,
  loadSheet,
  newestReport,
  rawOfReport,
  storedCircumstances,
} from "../inspections/index.ts";

export interface CurrentPart {
  readonly part: BorrowerPart;
  readonly hash: string;
  /** Canonical text: what is hashed, and kept with the sheet. */
  readonly text: string;
  readonly answers: Answers;
  /** While it is filled in; a report is complete. */
  readonly draft: CheckSheet | undefined;
}

/** Nothing where the policy asks for no confirmation, or where nothing was answered yet. */
export async function currentPart(ctx: Context, inspection: InspectionRecord): Promise<CurrentPart | undefined> {
  const open = await findOpenDraft(ctx.db, inspection.id);
  const draft = open === null ? undefined : await loadSheet(ctx, open.id);
  if (draft !== undefined) {
    const { form, mode, policy } = draft;
    return partOf({ form, answers: datedAnswers(form, draft.answers), mode, policy: policy.policy, draft }, inspection);
  }
  const report = await newestReport(ctx.db, inspection.id);
  if (report === null) {
    return undefined;
  }
  const { policy } = await ctx.parts.policies.byVersion(report.policyVersionId);
  const mode = oneOf(VISIT_MODES, report.mode);
  const answers = answersOfReport(report.answers);
  const subject = checkSubject(inspection, mode, storedCircumstances(report), formsOwn(rawOfReport(answers)));
  const form = checkForm(policy.templates, subject);
  return partOf({ form, answers, mode, policy, draft: undefined }, inspection);
}

interface Filled {
  readonly form: CheckForm;
  readonly answers: Answers;
  readonly mode: VisitMode;
  readonly policy: Policy;
  readonly draft: CheckSheet | undefined;
}

function partOf({ form, answers, mode, policy, draft }: Filled, inspection: InspectionRecord): CurrentPart | undefined {
  const kind = oneOf(INSPECTION_KINDS, inspection.kind);
  const customerType = oneOf(CUSTOMER_TYPES, inspection.borrower.customerType);
  if (!isConfirmationDue(policy.confirmation, { kind, mode, customerType })) {
    return undefined;
  }
  const part = borrowerPart(form, answers, policy);
  const text = partText(part);
  return { part, text, hash: createHash("sha256").update(text).digest("hex"), answers, draft };
}
