/** A submitted step: kept as typed, checked, and on to the next one. */
import { isAsked } from "../../domain/check/asked.ts";
import { checkStep, parseStep } from "../../domain/check/check-answers.ts";
import type { FormItem, FormStep } from "../../domain/check/types.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { ViewState } from "../../platform/slack/payload.ts";
import { goesByLink } from "../documents/index.ts";
import { attachFiles, filesOfDraft } from "../evidence/index.ts";
import { readableStep } from "./answers.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import type { RawAnswers } from "./fields.ts";
import { type StepState, stepState } from "./form-state.ts";
import { withExamples } from "./gate-example.ts";
import { firstCountKey } from "./ids.ts";
import { notOverridden } from "./refusals.ts";
import { saveAnswers } from "./save.ts";
import { subjectOf } from "./store.ts";

export interface StepTaken {
  readonly sheet: CheckSheet;
  /** The step to show next; as many as there are steps means the summary. */
  readonly next: number;
  /** The step whose figures are shown beside the last ones first. */
  readonly look?: FormStep;
}

/** Refusals stand at their fields (`field` is the answer key); everything typed is kept all the same. */
export async function takeStep(
  ctx: Context,
  draftId: string,
  at: number,
  state: ViewState,
): Promise<StepTaken | readonly Refusal[] | Refusal> {
  const kept = await keepStep(ctx, draftId, at, state);
  if (isRefusal(kept)) {
    return kept;
  }
  const sheet = await loadSheet(ctx, draftId);
  if (sheet === undefined) {
    return refuse("not_found", { number: "" });
  }
  const step = sheet.form.steps.find(({ id }) => id === kept.stepId);
  if (step === undefined) {
    return { sheet, next: Math.min(at, sheet.form.steps.length) };
  }
  const { refusals } = parseStep(step, readableStep(step, sheet.raw), sheet.facts);
  const said = new Set(refusals.map(({ field }) => field));
  const missing = checkStep(step, sheet.answers, sheet.facts).filter(({ field }) => !said.has(field));
  const all = await notOverridden(ctx, sheet, [...refusals, ...missing]);
  if (all.length > 0) {
    return withExamples(sheet, all);
  }
  const here = sheet.form.steps.indexOf(step);
  // An answer brought in questions that were not shown yet.
  const isField = ({ type }: FormItem) => type !== "evidence" || !goesByLink(ctx);
  if (step.items.some((item) => isAsked(item) && isField(item) && !kept.shown.includes(item.answerKey))) {
    return { sheet, next: here };
  }
  // Closed now and opened again, it goes on where the person was looking.
  await saveAnswers(ctx, { draftId, answers: firstCounts(sheet, step), step: here + 1 });
  return { sheet, next: here + 1, ...(hasFigures(step, sheet) ? { look: step } : {}) };
}

/** What was counted blind, as it was first given: it stays beside a later change. */
function firstCounts({ raw }: CheckSheet, { items }: FormStep): RawAnswers {
  const counted = items.filter((item) => item.blind && raw[firstCountKey(item.answerKey)] === undefined);
  return Object.fromEntries(
    counted.flatMap(({ answerKey }) => {
      const typed = raw[answerKey];
      return typed === undefined || typed === "" ? [] : [[firstCountKey(answerKey), typed]];
    }),
  );
}

function hasFigures({ items }: FormStep, { answers }: CheckSheet): boolean {
  return items.some((item) => item.type === "number" && answers[item.answerKey] !== undefined);
}

/** Keeps a step as it stands; the files become evidence and their answer is the list of what is attached. */
export async function keepStep(
  ctx: Context,
  draftId: string,
  at: number,
  state: ViewState,
): Promise<{ stepId: string; shown: readonly string[] } | Refusal> {
  const sheet = await loadSheet(ctx, draftId);
  const step = sheet?.form.steps[at];
  if (sheet === undefined || step === undefined) {
    return refuse("not_found", { number: "" });
  }
  const { answers, files, names } = stepState(step, state);
  const attached = await inTransaction(ctx, async (tx) => attachAll(tx, sheet, files, names));
  if (isRefusal(attached)) {
    return attached;
  }
  const saved = await saveAnswers(ctx, { draftId, answers: { ...answers, ...attached }, step: at });
  return isRefusal(saved) ? saved : { stepId: step.id, shown: Object.keys(state) };
}

async function attachAll(
  tx: Context,
  { inspection, draft }: CheckSheet,
  files: StepState["files"],
  names: StepState["names"],
): Promise<Record<string, string[]> | Refusal> {
  const subject = await subjectOf(tx.db, inspection);
  for (const [answerKey, slackFileIds] of Object.entries(files)) {
    const noted = { inspectionId: inspection.id, draftId: draft.id, answerKey, slackFileIds, names };
    const refused = slackFileIds.length === 0 ? undefined : await attachFiles(tx, subject, noted);
    if (refused !== undefined) {
      return refused;
    }
  }
  return attachedByKey(tx, draft.id, Object.keys(files));
}

export async function attachedByKey(
  ctx: Context,
  draftId: string,
  keys: readonly string[],
): Promise<Record<string, string[]>> {
  const attached = (await filesOfDraft(ctx, draftId)).filter(({ state }) => state !== "failed");
  return Object.fromEntries(
    keys.map((key) => [key, attached.filter(({ answerKey }) => answerKey === key).map(({ id }) => id)]),
  );
}
