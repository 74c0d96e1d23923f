/** Evidence of a result by a page of our own: it waits for the form, and stands beside the result once that is sent. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { type DocumentDesk, type FreshLink, type KeptFile, newestRefs, type Refs } from "../documents/index.ts";
import { formPage, takeForForm } from "../evidence/index.ts";
import { zoneOfBorrower } from "../standing-zones/index.ts";
import { type UsualSet, usualSet } from "../usual-measures/index.ts";
import { goalOf, planKindOf } from "./case-words.ts";
import { MOST_FILES, type OpenForm, type PlanUsual, resultForm } from "./forms.ts";
import { type MeasureRow, measureFor, proofPlace } from "./measure-case.ts";
import { measureCards } from "./measure-modal.ts";

export const PROOF_FILE = "measure_proof";

export function registerProofPages(documents: DocumentDesk): void {
  documents.onUpload(PROOF_FILE, { verb: "report_measure", mostFiles: MOST_FILES, about, take, draw });
}

async function about(ctx: Context, { measure = "" }: Refs) {
  const found = await measureFor(ctx, "report_measure", measure);
  if (isRefusal(found)) {
    return found;
  }
  const { number, state, subject } = found;
  return state === "open"
    ? { subject, title: `${number} · ${ctx.t("measure.proof_files")}` }
    : refuse("measure.not_open", { number, state });
}

async function take(
  tx: Context,
  { measure = "", form = "" }: Refs,
  files: readonly KeptFile[],
): Promise<Refusal | undefined> {
  const found = await measureFor(tx, "report_measure", measure);
  if (isRefusal(found)) {
    return found;
  }
  await takeForForm(tx, { inspectionId: proofPlace(found.row).inspectionId, formId: form, isOne: false }, files);
  return undefined;
}

async function draw(
  ctx: Context,
  { measure = "", form: formId = "", ...refs }: Refs,
  link?: FreshLink,
): Promise<ModalView> {
  const now = link === undefined ? await newestRefs(ctx, PROOF_FILE, ({ form }) => form === formId) : refs;
  const times = now?.times ?? "0";
  return resultFormOf(ctx, measure, { formId, link, usual: { times: Number(times) } });
}

/** What a link for the evidence of this form is for. Which fields were filled by a choice belongs to it, or the text would go. */
export function proofRefs({ measure, form = "", times = 0 }: OpenForm): Refs {
  return { measure, form, ...(times === 0 ? {} : { times: String(times) }) };
}

interface Opened {
  readonly formId?: string | undefined;
  readonly link?: FreshLink | undefined;
  readonly usual?: Omit<PlanUsual, "set">;
}

/** The form, opened or drawn again with what has come since. */
export async function resultFormOf(ctx: Context, measureId: string, open: Opened = {}): Promise<ModalView> {
  const found = await measureFor(ctx, "report_measure", measureId);
  if (isRefusal(found)) {
    return measureCards.refused(ctx, found);
  }
  const { row, number } = found;
  const page = await formPage(ctx, proofPlace(row).inspectionId, open);
  const about = `${row.borrower.name} · ${number} · ${goalOf(ctx.t, row)}`;
  const isPlan = planKindOf(row.kind) !== undefined;
  const usual = isPlan ? { usual: { times: 0, ...open.usual, set: await usualOf(ctx, row) } } : {};
  return resultForm(ctx, { measureId, about, isPlan, page, ...usual }, ctx.policy.policy.documents.file_types);
}

/** For the customer where it stands now. */
export async function usualOf(ctx: Context, { borrowerId, borrower }: MeasureRow): Promise<UsualSet> {
  return usualSet(ctx.policy.policy, borrower, (await zoneOfBorrower(ctx, borrowerId))?.zone ?? "z1");
}
