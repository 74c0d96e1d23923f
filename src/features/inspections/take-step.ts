/** A submitted step: kept as typed, checked, and on to the next one. */
import { isAsked } from "../../domain/check/asked.ts";
import { checkStep, parseStep } from "../../domain/check/check-answers.ts";
import { type FormPage, pageOfItem, pageOfStep } from "../../domain/check/pages.ts";
import type { FormItem, FormStep } from "../../domain/check/types.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { ViewState } from "../../platform/slack/payload.ts";
import { goesByLink } from "../documents/index.ts";
import { attachFiles, filesOfDraft } from "../evidence/index.ts";
import { readableStep } from "./answers.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import type { RawAnswers } from "./fields.ts";
import { type FormState, formState } from "./form-state.ts";
import { withExamples } from "./gate-example.ts";
import { firstCountKey } from "./ids.ts";
import { notOverridden } from "./refusals.ts";
import { saveAnswers } from "./save.ts";
import { subjectOf } from "./store.ts";

export interface StepTaken {
  readonly sheet: CheckSheet;
  /** The page to show next; as many as there are pages means the summary. */
  readonly next: number;
  /** The page whose figures are shown beside the last ones first. */
  readonly look?: FormPage;
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
  const taken = sheet.form.steps.filter(({ id }) => kept.stepIds.includes(id));
  // What was answered may have moved the rest of the form to other pages.
  const here = pageOfStep(sheet.pages, taken.at(-1)?.id ?? "");
  const page = sheet.pages[here];
  if (page === undefined) {
    return { sheet, next: Math.min(at, sheet.pages.length) };
  }
  const all = await notOverridden(
    ctx,
    sheet,
    taken.flatMap((step) => refusalsIn(sheet, step)),
  );
  if (all.length > 0) {
    return withExamples(sheet, all);
  }
  // An answer brought in questions that were not shown yet.
  const isField = ({ type }: FormItem) => type !== "evidence" || !goesByLink(ctx);
  const asked = [...page.items, ...taken.flatMap(({ items }) => items)].filter(
    (item) => isAsked(item) && isField(item),
  );
  const unseen = asked.find(({ answerKey }) => !kept.shown.includes(answerKey));
  if (unseen !== undefined) {
    return { sheet, next: pageOfItem(sheet.pages, unseen.answerKey) };
  }
  // Closed now and opened again, it goes on where the person was looking.
  await saveAnswers(ctx, { draftId, answers: firstCounts(sheet, page), step: here + 1 });
  return { sheet, next: here + 1, ...(hasFigures(page, sheet) ? { look: page } : {}) };
}

function refusalsIn({ raw, answers, facts }: CheckSheet, step: FormStep): Refusal[] {
  const { refusals } = parseStep(step, readableStep(step, raw), facts);
  const said = new Set(refusals.map(({ field }) => field));
  return [...refusals, ...checkStep(step, answers, facts).filter(({ field }) => !said.has(field))];
}

/** What was counted blind, as it was first given: it stays beside a later change. */
function firstCounts({ raw }: CheckSheet, { items }: FormPage): RawAnswers {
  const counted = items.filter((item) => item.blind && raw[firstCountKey(item.answerKey)] === undefined);
  return Object.fromEntries(
    counted.flatMap(({ answerKey }) => {
      const typed = raw[answerKey];
      return typed === undefined || typed === "" ? [] : [[firstCountKey(answerKey), typed]];
    }),
  );
}

function hasFigures({ items }: FormPage, { answers }: CheckSheet): boolean {
  return items.some((item) => item.type === "number" && answers[item.answerKey] !== undefined);
}

/** Keeps a page as it stands; the files become evidence and their answer is the list of what is attached. */
export async function keepStep(
  ctx: Context,
  draftId: string,
  at: number,
  state: ViewState,
): Promise<{ stepIds: readonly string[]; shown: readonly string[] } | Refusal> {
  const sheet = await loadSheet(ctx, draftId);
  const page = sheet?.pages[at];
  if (sheet === undefined || page === undefined) {
    return refuse("not_found", { number: "" });
  }
  const { answers, files, names } = formState(sheet.form, state);
  const attached = await inTransaction(ctx, async (tx) => attachAll(tx, sheet, files, names));
  if (isRefusal(attached)) {
    return attached;
  }
  const saved = await saveAnswers(ctx, { draftId, answers: { ...answers, ...attached }, step: at });
  return isRefusal(saved) ? saved : { stepIds: page.steps.map(({ id }) => id), shown: Object.keys(state) };
}

async function attachAll(
  tx: Context,
  { inspection, draft }: CheckSheet,
  files: FormState["files"],
  names: FormState["names"],
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
