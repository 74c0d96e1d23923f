/** Freezes the borrower's part during the visit and makes its sheet; the same part has one sheet, however often it is asked for. */
import { checkAll } from "../../domain/check/check-answers.ts";
import { isOfThePart, maySignOn } from "../../domain/confirmation/index.ts";
import { yearOf } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { LANGUAGES, type Language } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { takeFromSeries } from "../../platform/storage/number-series.ts";
import { findInspection, type InspectionRecord, subjectOf } from "../inspections/index.ts";
import { type CurrentPart, currentPart } from "./current-part.ts";
import type { SheetFacts } from "./sheet-pdf.ts";
import { signersOf } from "./store.ts";

const SHEETS = { key: "confirmation_numbers", letter: "C" };

/** What the sheet is drawn of. */
export async function makeSheet(ctx: Context, inspectionId: string): Promise<SheetFacts | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const inspection = await findInspection(tx.db, inspectionId);
    if (inspection === null) {
      return refuse("not_found", { number: "" });
    }
    const refused = authorize(tx, "make_confirmation_sheet", await subjectOf(tx.db, inspection));
    if (refused !== undefined) {
      return refused;
    }
    const current = await completePart(tx, inspection);
    return isRefusal(current) ? current : factsOf(tx, inspection, current, await sheetOf(tx, inspection, current));
  });
}

async function completePart(tx: Context, inspection: InspectionRecord): Promise<CurrentPart | Refusal> {
  const current = await currentPart(tx, inspection);
  return current === undefined ? refuse("confirmation.not_due") : (incomplete(current) ?? current);
}

/** A sheet with holes would be signed twice. */
function incomplete({ draft, answers }: CurrentPart): Refusal | undefined {
  if (draft === undefined) {
    return undefined;
  }
  const { policy, form, facts } = draft;
  const items = form.steps.flatMap((step) => step.items);
  const wrong = new Set(checkAll(form, answers, facts).map(({ answerKey }) => answerKey));
  const open = items.filter(
    (item) => wrong.has(item.answerKey) && (isOfThePart(item, policy.policy) || item.key === "visited_on"),
  );
  const labels = (language: Language) => open.map(({ label }) => label[language]).join(language === "en" ? ", " : "、");
  const fields = { en: labels("en"), "zh-Hans": labels("zh-Hans"), "zh-Hant": labels("zh-Hant") };
  return open.length === 0 ? undefined : refuse("confirmation.part_incomplete", { fields });
}

async function sheetOf(tx: Context, inspection: InspectionRecord, { part, text, hash }: CurrentPart) {
  const known = await tx.db.confirmationSheet.findUnique({
    where: { inspectionId_partHash: { inspectionId: inspection.id, partHash: hash } },
  });
  if (known !== null) {
    return known;
  }
  const today = localDate(tx.now, inspection.borrower.unit.timeZone);
  const [number = ""] = await takeFromSeries(tx.db, SHEETS, yearOf(today), 1);
  const sheet = await tx.db.confirmationSheet.create({
    data: {
      id: newId(),
      number,
      inspectionId: inspection.id,
      visitedOn: part.visitedOn,
      part: text,
      partHash: hash,
      frozenById: tx.actor.personId,
      frozenAt: tx.now.toJSDate(),
    },
  });
  await record(tx.db, {
    at: tx.now.toJSDate(),
    actorId: tx.actor.personId,
    verb: "confirmation.sheet_made",
    subject: { kind: "inspection", id: inspection.id },
    after: { number, partHash: hash, visitedOn: part.visitedOn },
  });
  return sheet;
}

async function factsOf(
  tx: Context,
  inspection: InspectionRecord,
  { part, answers }: CurrentPart,
  sheet: { readonly number: string; readonly partHash: string; readonly frozenAt: Date },
): Promise<SheetFacts> {
  const signers = await signersOf(tx.db, inspection);
  const today = localDate(tx.now, inspection.borrower.unit.timeZone);
  const inspectors = answers["borrower/inspectors"]?.value ?? [];
  const unitLanguage = LANGUAGES.find((language) => language === inspection.borrower.unit.language);
  return {
    number: sheet.number,
    partHash: sheet.partHash,
    madeAt: sheet.frozenAt,
    inspectionNumber: inspection.number,
    borrowerName: inspection.borrower.name,
    inspectors: typeof inspectors === "string" ? [inspectors] : inspectors,
    part,
    signers: signers.filter((signer) => maySignOn(signer, today)).map(({ name, title }) => `${name} ${title}`.trim()),
    chinese: unitLanguage === "zh-Hant" ? "zh-Hant" : "zh-Hans",
  };
}
