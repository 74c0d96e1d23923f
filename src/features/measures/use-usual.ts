/**
 * One of the policy's usual measures (R116) becomes a step in the plan that somebody is writing: it joins what was typed, with the
 * plan's first responsible person and a proposed day, and is theirs to change. Nothing is saved before they hand in the plan.
 */
import { joined } from "../../domain/measure-sets.ts";
import { isRefusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { dateText } from "../../texts/dates.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { type DocumentDesk, freshInstead } from "../documents/index.ts";
import { proposedDay } from "../usual-measures/index.ts";
import type { OpenForm } from "./forms.ts";
import { PROOF_FILE, proofRefs, resultFormOf, usualOf } from "./hand-in.ts";
import { LONGEST_RESULT } from "./ids.ts";
import { type MeasureCase, measureFor } from "./measure-case.ts";
import { cardsFor, measureCards } from "./measure-modal.ts";

/** The form as it stands in front of the person. */
interface OpenPlan {
  readonly open: OpenForm;
  readonly viewId: string | undefined;
  readonly typed: string;
}

/** The form with the step in it, or with why it could not be taken. */
export async function useUsual(
  ctx: Context,
  documents: DocumentDesk,
  { open, viewId, typed }: OpenPlan,
  code: string,
): Promise<ModalView> {
  const found = await measureFor(ctx, "report_measure", open.measure);
  if (isRefusal(found)) return measureCards.refused(ctx, found);
  const times = open.times ?? 0;
  const step = await stepOf(ctx, found, code);
  if (step === undefined) return cardsFor(found.row.kind).refused(ctx, refuse("out_of_date"));
  const text = joined(typed, step, LONGEST_RESULT);
  if (text === undefined) {
    const said = spokenRefusal(ctx.language, refuse("measure.no_room"));
    return resultFormOf(ctx, open.measure, { formId: open.form, usual: { times, said } });
  }
  const filled = { ...open, times: times + 1 };
  const wanted = { kind: PROOF_FILE, refs: proofRefs(filled), viewId };
  const link = await freshInstead(ctx, documents, proofRefs(open), wanted);
  return resultFormOf(ctx, open.measure, { formId: open.form, link, usual: { times: filled.times, text } });
}

async function stepOf(ctx: Context, { row, today }: MeasureCase, code: string): Promise<string | undefined> {
  const { t, language } = ctx;
  const chosen = (await usualOf(ctx, row)).measures.find((one) => one.code === code);
  if (chosen === undefined) return undefined;
  const date = dateText(language, proposedDay(ctx, row.borrower.unit, today, chosen));
  return t("account_plan.step", {
    text: chosen.text[language],
    name: row.owner.name,
    date,
    proof: chosen.proof[language],
  });
}
