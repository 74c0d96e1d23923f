/** Paper by pages of our own: the sheet goes out to be printed, the signed one comes in and waits for the form. */
import { maySignOn } from "../../domain/confirmation/index.ts";
import { isoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { DocumentDesk, FreshLink, KeptFile, Refs } from "../documents/index.ts";
import { formPage, takeForForm } from "../evidence/index.ts";
import { findInspection, type InspectionRecord, subjectOf } from "../inspections/index.ts";
import { answerForm } from "./answer-form.ts";
import { currentPart } from "./current-part.ts";
import { makeSheet } from "./make-sheet.ts";
import { drawSheet } from "./sheet-pdf.ts";
import { confirmationState } from "./state.ts";
import { signersOf } from "./store.ts";

export const SIGNED_FILE = "signed_sheet";
export const SHEET_FILE = "confirmation_sheet";

export function registerConfirmationPages(documents: DocumentDesk): void {
  documents.onUpload(SIGNED_FILE, { verb: "take_confirmation", mostFiles: 1, about, take, draw });
  documents.onDownload(SHEET_FILE, { verb: "make_confirmation_sheet", about, fetch: fetchSheet });
}

async function about(ctx: Context, { inspection: id = "" }: Refs) {
  const inspection = await findInspection(ctx.db, id);
  return inspection === null
    ? refuse("out_of_date")
    : {
        subject: await subjectOf(ctx.db, inspection),
        title: `${inspection.number} · ${ctx.t("confirmation.title")}`,
      };
}

async function take(
  tx: Context,
  { inspection = "", form = "" }: Refs,
  files: readonly KeptFile[],
): Promise<Refusal | undefined> {
  const refused = await allowedTo(tx, "take_confirmation", inspection);
  if (isRefusal(refused)) {
    return refused;
  }
  await takeForForm(tx, { inspectionId: inspection, formId: form, isOne: true }, files);
  return undefined;
}

async function draw(ctx: Context, { inspection = "", form: formId = "" }: Refs, link?: FreshLink) {
  const drawn = await answerFormOf(ctx, inspection, { formId, link });
  return isRefusal(drawn) ? undefined : drawn;
}

async function fetchSheet(ctx: Context, { inspection = "" }: Refs) {
  const facts = await makeSheet(ctx, inspection);
  return isRefusal(facts)
    ? facts
    : { name: ctx.t("confirmation.file_name", { number: facts.number }), bytes: await drawSheet(facts) };
}

/** The form in which the answer is entered, opened or drawn again with what has come since. */
export async function answerFormOf(
  ctx: Context,
  inspectionId: string,
  open: { readonly formId?: string; readonly link?: FreshLink | undefined } = {},
): Promise<ModalView | Refusal> {
  const inspection = await allowedTo(ctx, "take_confirmation", inspectionId);
  if (isRefusal(inspection)) {
    return inspection;
  }
  const current = await currentPart(ctx, inspection);
  const { sheet } = await confirmationState(ctx.db, inspection.id, current?.hash);
  if (current === undefined || sheet === undefined || sheet.partHash !== current.hash) {
    return refuse(current === undefined ? "confirmation.not_due" : "confirmation.no_sheet");
  }
  const visitedOn = isoDate(sheet.visitedOn);
  const facts = {
    inspectionId,
    number: sheet.number,
    visitedOn,
    // Whoever left since may have signed before.
    signers: (await signersOf(ctx.db, inspection)).filter((signer) => maySignOn(signer, visitedOn)),
    fileTypes: ctx.policy.policy.documents.file_types,
    page: await formPage(ctx, inspectionId, open),
  };
  return answerForm(facts, ctx);
}

export async function allowedTo(
  ctx: Context,
  verb: "make_confirmation_sheet" | "take_confirmation",
  inspectionId: string,
): Promise<InspectionRecord | Refusal> {
  const inspection = await findInspection(ctx.db, inspectionId);
  if (inspection === null) {
    return refuse("not_found", { number: "" });
  }
  return authorize(ctx, verb, await subjectOf(ctx.db, inspection)) ?? inspection;
}
