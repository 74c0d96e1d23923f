/** An open batch with all that its pages show: who is in it, who is singled out, what was typed and ticked so far. */

import { isAsked } from "../../domain/check/asked.ts";
import { parseStep } from "../../domain/check/check-answers.ts";
import type { Answers, FormItem, FormStep } from "../../domain/check/types.ts";
import type { Context } from "../../platform/context.ts";
import { copiedIn, type RawAnswer, type RawAnswers, WHAT_IS_NEW } from "../inspections/index.ts";
import { type BatchItem, batchItemsOf } from "./batch-items.ts";
import { inspectionSeen, seenKey } from "./ids.ts";
import type { BatchRecord } from "./store.ts";

export interface BatchSheet {
  readonly batch: BatchRecord;
  /** In the batch: clean, and not more than the policy lets into one. */
  readonly items: readonly BatchItem[];
  /** Checked on their own. */
  readonly exceptions: readonly BatchItem[];
  /** Ticked, and everything is still as it was shown. */
  readonly seen: readonly BatchItem[];
  /** Ticked, and no longer so: singled out since, decided elsewhere, or other facts. */
  readonly lost: readonly string[];
  readonly typed: RawAnswers;
  /** What is asked once for all of them. */
  readonly asked: readonly FormStep[];
}

export async function loadBatchSheet(ctx: Context, batch: BatchRecord): Promise<BatchSheet> {
  const all = await batchItemsOf(ctx);
  const items = all.filter(({ exceptions }) => exceptions.length === 0).slice(0, ctx.policy.policy.off_site_batch.most);
  const raw = new Map(batch.answers.map(({ key, raw: typed }) => [key, rawOf(typed)]));
  const seen = items.filter(({ inspection, hash }) => raw.get(seenKey(inspection.id)) === hash);
  const ticked = [...raw.keys()].flatMap((key) => inspectionSeen(key) ?? []);
  return {
    batch,
    items,
    exceptions: all.filter(({ exceptions }) => exceptions.length > 0),
    seen,
    lost: ticked.filter((id) => !seen.some(({ inspection }) => inspection.id === id)),
    typed: Object.fromEntries([...raw].filter(([key]) => inspectionSeen(key) === undefined)),
    asked: items[0] === undefined ? [] : askedOnce(items[0]),
  };
}

function rawOf(typed: string): RawAnswer {
  return JSON.parse(typed);
}

/** Of the borrower, and the same for every customer of the batch. */
function askedOnce({ form }: BatchItem): FormStep[] {
  return form.steps.flatMap((step) => {
    const items = step.items.filter((item) => item.subject === "borrower" && item.own !== true && isAsked(item));
    return items.length === 0 ? [] : [{ ...step, items }];
  });
}

export function itemsAsked({ asked }: Pick<BatchSheet, "asked">): FormItem[] {
  return asked.flatMap(({ items }) => items);
}

/** The whole check of one customer: what is known, what was typed once for all, and the tick, which says that it is still so. */
export function answersOf({ form, known, facts }: BatchItem, typed: RawAnswers): { raw: RawAnswers; answers: Answers } {
  const confirmed = form.steps.flatMap(({ items }) =>
    items.filter(({ own, type }) => own === true && type === "yes_no").map(({ answerKey }) => [answerKey, "yes"]),
  );
  const raw: RawAnswers = { ...typed, ...Object.fromEntries(confirmed) };
  const answers = Object.assign({}, known, ...form.steps.map((step) => parseStep(step, raw, facts).answers));
  return { raw, answers };
}

/** Whether the conclusion is nearly that of an earlier report, so that it must be said what is new (R24). */
export async function isCopied(ctx: Context, { seen, typed, batch }: BatchSheet): Promise<boolean> {
  const [first] = seen;
  if (first === undefined) return false;
  const { inspection, form } = first;
  const sheet = { inspection, form, policy: ctx.policy, draft: { personId: batch.personId } };
  return (await copiedIn(ctx, sheet, answersOf(first, typed).answers)) !== undefined;
}

export function saysWhatIsNew({ typed }: Pick<BatchSheet, "typed">): string {
  const said = typed[WHAT_IS_NEW];
  return typeof said === "string" ? said.trim() : "";
}
