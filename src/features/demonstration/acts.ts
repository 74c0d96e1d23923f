/** The demonstration's officers and reviewers act by the product's own steps, so that what they leave behind is real. */
import { isRefusal } from "../../domain/refusal.ts";
import { type IsoDate, RETURN_REASONS } from "../../domain/vocabulary.ts";
import { type Context, type Parts, systemContext } from "../../platform/context.ts";
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import { type CheckSheet, loadSheet, saveAnswers, startCheck, submitReport } from "../inspections/index.ts";
import { contextOfPerson } from "../people/index.ts";
import { reviewersOf } from "../review-queue/index.ts";
import { openReview, returnReport } from "../reviews/index.ts";
import { borrowerConfirms } from "./confirms.ts";
import { plausibleAnswers, plausibleRisk } from "./plausible.ts";
import type { DemonstrationActs } from "./play-acts.ts";
import { seededChance } from "./random.ts";

/** Signed sheets are kept in `store`. */
export function realActs(store: EvidenceStore): DemonstrationActs {
  return {
    submitReport: (ctx, inspectionId, visitedOn, place) => submits(ctx, store, { inspectionId, visitedOn, place }),
    returnReport: returns,
  };
}

/** One report in so many names a risk. */
const RISK_EVERY = 3;

interface Check {
  readonly inspectionId: string;
  readonly visitedOn: IsoDate;
  readonly place: number;
}

/** One borrower in so many has not signed yet, so that a reviewer sees what it is to wait for them. */
const UNSIGNED = 4;

async function submits(ctx: Context, store: EvidenceStore, { inspectionId, visitedOn, place }: Check): Promise<void> {
  const started = await startCheck(ctx, inspectionId);
  if (isRefusal(started)) {
    return;
  }
  const { draftId } = started;
  const sheet = await withPayee(ctx, draftId);
  if (sheet === undefined) {
    return;
  }
  const chance = seededChance(place);
  const answers = plausibleAnswers(sheet.form, visitedOn, chance);
  const asksForRisks = "borrower/risks_found" in answers && place % RISK_EVERY === 0;
  const risk = asksForRisks ? plausibleRisk(ctx.actor.personId, visitedOn, chance) : {};
  await saveAnswers(ctx, { draftId, answers: { ...answers, ...risk, "borrower/visit_mode": sheet.mode } });
  if (place % UNSIGNED !== 0) {
    await borrowerConfirms(ctx, store, inspectionId, visitedOn);
  }
  const outcome = await submitReport(ctx, draftId);
  if (isRefusal(outcome) || "errors" in outcome) {
    ctx.parts.log.warn(
      { inspectionId, outcome: JSON.stringify(outcome).slice(0, 300) },
      "a demonstration report stayed a draft",
    );
  }
}

/** One payee for each loan whose payees are asked for. */
async function withPayee(ctx: Context, draftId: string): Promise<CheckSheet | undefined> {
  const sheet = await loadSheet(ctx, draftId);
  const groups = (sheet?.form.steps ?? []).flatMap(({ groups = [] }) =>
    groups.flatMap(({ rowsKey }) => (rowsKey.endsWith("_payees_rows") ? [[rowsKey, ["1"]] as const] : [])),
  );
  if (groups.length === 0) {
    return sheet;
  }
  await saveAnswers(ctx, { draftId, answers: Object.fromEntries(groups) });
  return loadSheet(ctx, draftId);
}

async function returns(parts: Parts, inspectionId: string, place: number): Promise<void> {
  const report = await parts.database.db.report.findFirst({ where: { inspectionId, state: "submitted" } });
  const reviewerId = report === null ? undefined : (await reviewersOf(systemContext(parts), report.id))[0]?.id;
  const ctx = reviewerId === undefined ? undefined : await contextOfPerson(parts, reviewerId);
  if (report === null || ctx === undefined) {
    return;
  }
  await openReview(ctx, report.id);
  const reason = RETURN_REASONS[place % (RETURN_REASONS.length - 1)] ?? "missing_evidence";
  await returnReport(ctx, {
    reportId: report.id,
    reasons: [reason],
    judged:
      reason === "conclusion_not_supported"
        ? { record: "in_order", conclusion: "not_in_order" }
        : { record: "not_in_order", conclusion: "in_order" },
    note: "请补充本月银行流水，并写明库存盘点的时间和人员。",
    remarks: { "borrower/conclusion": "结论中的库存数字与账面数字请分别列明。" },
  });
}
