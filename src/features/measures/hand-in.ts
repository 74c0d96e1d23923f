/** Evidence of a result by a page of our own: it waits for the form, and stands beside the result once that is sent. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { DocumentDesk, FreshLink, KeptFile, Refs } from "../documents/index.ts";
import { formPage, takeForForm } from "../evidence/index.ts";
import { goalOf, planKindOf } from "./case-words.ts";
import { MOST_FILES, resultForm } from "./forms.ts";
import { measureFor, proofPlace } from "./measure-case.ts";
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

async function draw(ctx: Context, { measure = "", form: formId = "" }: Refs, link?: FreshLink): Promise<ModalView> {
  return resultFormOf(ctx, measure, { formId, link });
}

/** The form, opened or drawn again with what has come since. */
export async function resultFormOf(
  ctx: Context,
  measureId: string,
  open: { readonly formId?: string; readonly link?: FreshLink | undefined } = {},
): Promise<ModalView> {
  const found = await measureFor(ctx, "report_measure", measureId);
  if (isRefusal(found)) {
    return measureCards.refused(ctx, found);
  }
  const { row, number } = found;
  const page = await formPage(ctx, proofPlace(row).inspectionId, open);
  const about = `${row.borrower.name} · ${number} · ${goalOf(ctx.t, row)}`;
  const facts = { measureId, about, isPlan: planKindOf(row.kind) !== undefined, page };
  return resultForm(ctx.t, facts, ctx.policy.policy.documents.file_types);
}
