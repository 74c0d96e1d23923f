/** One more risk in an open check, or one less. Answers the page to show. */
import { pageOfItem } from "../../domain/check/pages.ts";
import { riskCount, riskKeys, riskPlace, riskQuestion } from "../../domain/check/risks.ts";
import type { Context } from "../../platform/context.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import { nextRisk, withoutRisk } from "./risk-form.ts";
import { saveAnswers } from "./save.ts";

/** The new risk's step, at the end; the same step again where there are as many as the policy lets. */
export async function beginRisk(ctx: Context, draftId: string, at: number): Promise<number> {
  const sheet = await loadSheet(ctx, draftId);
  const next = sheet === undefined ? undefined : nextRisk(openForm(sheet));
  if (sheet === undefined || next === undefined) return at;
  const step = sheet.pages.length;
  await saveAnswers(ctx, { draftId, answers: { [riskKeys(next).risk]: "" }, step });
  return step;
}

/** The step that asks whether a risk was found. */
export async function dropRisk(ctx: Context, draftId: string, at: number): Promise<number> {
  const sheet = await loadSheet(ctx, draftId);
  const [here] = sheet?.pages[at]?.steps ?? [];
  const place = here === undefined ? undefined : riskPlace(here);
  if (sheet === undefined || place === undefined) return at;
  const { form, raw, rules } = openForm(sheet);
  const question = rules === undefined ? "" : riskQuestion(rules);
  const step = pageOfItem(sheet.pages, question);
  await saveAnswers(ctx, { draftId, answers: withoutRisk(raw, place, riskCount(form, raw, rules)), step });
  return step;
}

function openForm({ form, raw, policy }: CheckSheet) {
  return { form, raw, rules: policy.policy.gate.risks };
}
