/** What the borrower answered to their sheet: checked against the sheet, kept for ever, seen by the reviewer. */
import { type AuthorisedSigner, type ConfirmationAnswer, refuseAnswer } from "../../domain/confirmation/index.ts";
import { isoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import {
  attachConfirmationFile,
  CONFIRMATION_FILE,
  type FormFiles,
  filesOfForm,
  type GivenFiles,
  giveToForm,
  type Keeper,
  keepPending,
} from "../evidence/index.ts";
import { findInspection, type InspectionRecord, newestReport, subjectOf } from "../inspections/index.ts";
import { currentPart } from "./current-part.ts";
import { confirmationState } from "./state.ts";
import { isUsedBefore, type SheetRecord, signersOf } from "./store.ts";

export interface AnswerInput {
  readonly inspectionId: string;
  /** As typed from the paper. */
  readonly number: string;
  readonly answer: ConfirmationAnswer;
  readonly signedOn: IsoDate;
  readonly signerId: string | undefined;
  readonly note: string;
}

/** A stored copy of the signed sheet. */
export interface SignedFile {
  readonly evidenceId: string;
  readonly sha256: string;
  /** It came by a page, for this form. */
  readonly form?: FormFiles;
}

/** Slack waits three seconds for a form. */
const FILE_WAIT_MS = 2_000;

/** With the upload of a form: fetched and stored first, because its content is judged. Refusals stand at their fields. */
export async function takeUploadedAnswer(
  ctx: Context,
  keeper: Keeper,
  input: AnswerInput,
  given: GivenFiles,
): Promise<{ number: string } | Refusal> {
  const {
    slackFileIds: [slackFileId],
    formId,
  } = given;
  if (formId !== undefined) {
    return takeAnswer(ctx, input, await waitingFile(ctx, { inspectionId: input.inspectionId, formId }));
  }
  const checked = await checkAnswer(ctx, input, slackFileId !== undefined);
  if (isRefusal(checked)) {
    return checked;
  }
  const file = slackFileId === undefined ? undefined : await storedFile(ctx, keeper, checked.inspection, slackFileId);
  if (isRefusal(file)) {
    return file;
  }
  const taken = await takeAnswer(ctx, input, file);
  if (isRefusal(taken) && file !== undefined) {
    await inTransaction(ctx, async (tx) => {
      const removedAt = tx.now.toJSDate();
      await tx.db.evidence.updateMany({ where: { id: file.evidenceId }, data: { removedAt } });
      await fileNoted(tx, "confirmation.file_dropped", input.inspectionId, file.evidenceId);
    });
  }
  return taken;
}

export async function takeAnswer(
  ctx: Context,
  input: AnswerInput,
  file: SignedFile | undefined,
): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const checked = await checkAnswer(tx, input, file !== undefined);
    if (isRefusal(checked)) {
      return checked;
    }
    const { inspection, sheet, signer } = checked;
    if (file !== undefined && (await isUsedBefore(tx.db, file.sha256, inspection.id))) {
      return refuse("confirmation.file_used", {}, "file");
    }
    const answered = {
      answer: input.answer,
      signedOn: input.signedOn,
      signerId: signer?.id ?? null,
      signerName: signer?.name ?? null,
      note: input.note.trim(),
      evidenceId: file?.evidenceId ?? null,
      sha256: file?.sha256 ?? null,
    };
    await tx.db.borrowerConfirmation.create({
      data: {
        id: newId(),
        sheetId: sheet.id,
        ...answered,
        enteredById: tx.actor.personId,
        enteredAt: tx.now.toJSDate(),
      },
    });
    if (file?.form !== undefined) {
      await giveToForm(tx, file.form, CONFIRMATION_FILE);
      await fileNoted(tx, "confirmation.file_given", inspection.id, file.evidenceId);
    }
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "confirmation.answered",
      subject: { kind: "inspection", id: inspection.id },
      after: { number: sheet.number, partHash: sheet.partHash, ...answered },
    });
    await drawAgain(tx, inspection.id);
    return { number: sheet.number };
  });
}

interface Checked {
  readonly inspection: InspectionRecord;
  readonly sheet: SheetRecord;
  readonly signer: AuthorisedSigner | undefined;
}

async function checkAnswer(ctx: Context, input: AnswerInput, hasFile: boolean): Promise<Checked | Refusal> {
  const inspection = await findInspection(ctx.db, input.inspectionId);
  if (inspection === null) {
    return refuse("not_found", { number: "" });
  }
  const refused = authorize(ctx, "take_confirmation", await subjectOf(ctx.db, inspection));
  if (refused !== undefined) {
    return refused;
  }
  const current = await currentPart(ctx, inspection);
  const { standing, sheet } = await confirmationState(ctx.db, inspection.id, current?.hash);
  if (standing === "not_due") {
    return refuse("confirmation.not_due");
  }
  if (sheet === undefined || standing === "no_sheet" || standing === "changed") {
    return refuse("confirmation.no_sheet", {}, "number");
  }
  const signers = await signersOf(ctx.db, inspection);
  const facts = {
    number: sheet.number,
    visitedOn: isoDate(sheet.visitedOn),
    today: localDate(ctx.now, inspection.borrower.unit.timeZone),
    signers,
  };
  const wrong = refuseAnswer({ ...input, hasFile }, facts);
  const signer = input.answer === "refused" ? undefined : signers.find(({ id }) => id === input.signerId);
  return wrong ?? { inspection, sheet, signer };
}

/** Handed in on a page, and here already; the newest counts. */
async function waitingFile(ctx: Context, form: FormFiles): Promise<SignedFile | undefined> {
  const file = (await filesOfForm(ctx, form)).at(-1);
  return file?.sha256 == null ? undefined : { evidenceId: file.id, sha256: file.sha256, form };
}

/** Our own copy, fetched now. A file that is slow is no answer yet; the same upload is not asked for twice. */
async function storedFile(
  ctx: Context,
  keeper: Keeper,
  inspection: InspectionRecord,
  slackFileId: string,
): Promise<SignedFile | Refusal> {
  const id = await inTransaction(ctx, async (tx) => {
    const attached = await attachConfirmationFile(tx, await subjectOf(tx.db, inspection), inspection.id, slackFileId);
    await (isRefusal(attached) ? undefined : fileNoted(tx, "confirmation.file_given", inspection.id, attached));
    return attached;
  });
  if (isRefusal(id)) {
    return id;
  }
  await Promise.race([keepPending(ctx, keeper, { id }), new Promise((resume) => setTimeout(resume, FILE_WAIT_MS))]);
  const file = await ctx.db.evidence.findUniqueOrThrow({ where: { id } });
  if (file.state === "failed") {
    return refuse(`files.failed.${file.failure ?? "not_stored"}`, {}, "file");
  }
  return file.sha256 === null
    ? refuse("confirmation.file_arriving", {}, "file")
    : { evidenceId: id, sha256: file.sha256 };
}

async function fileNoted(tx: Context, verb: string, inspectionId: string, evidenceId: string): Promise<void> {
  await record(tx.db, {
    at: tx.now.toJSDate(),
    actorId: tx.actor.personId,
    verb,
    subject: { kind: "inspection", id: inspectionId },
    after: { evidenceId },
  });
}

/** The officer's reminder, the reviewer's list: every copy that mentions the check. */
async function drawAgain(tx: Context, inspectionId: string): Promise<void> {
  await markStale(tx, { kind: "inspection", id: inspectionId });
  const report = await newestReport(tx.db, inspectionId);
  await (report === null ? undefined : markStale(tx, { kind: "report", id: report.id }));
}
