/**
 * The policy's usual measures for such a customer (R116), beside a risk of an open check: what the officer chooses joins what was
 * typed, and proposes a day. All of it is theirs to change, and becomes a measure as any other does.
 */
import { riskKeys, riskPlace } from "../../domain/check/risks.ts";
import type { FormStep } from "../../domain/check/types.ts";
import { joined } from "../../domain/measure-sets.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { proposedDay, type UsualSet, usualSet } from "../usual-measures/index.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import { storedCircumstances } from "./circumstances.ts";
import { saveAnswers } from "./save.ts";

/** For the customer in the zone in which it stood when the check began, by the policy under which it began. */
export function usualIn({ inspection, draft, policy }: CheckSheet): UsualSet {
  return usualSet(policy.policy, inspection.borrower, storedCircumstances(draft)?.zone ?? "z1");
}

/** Not a question of the form: how often one was chosen for the risk at this place. */
const timesKey = (place: number): string => `usual_measure/${place}`;

/** How often a choice has filled this field. Slack keeps what a field of the same name holds, so a filled one bears another. */
export function timesFilled({ raw }: CheckSheet, step: FormStep, answerKey: string): number {
  const place = riskPlace(step);
  if (place === undefined) return 0;
  const { goal, due, proof } = riskKeys(place);
  return [goal, due, proof].includes(answerKey) ? Number(raw[timesKey(place)] ?? 0) : 0;
}

/** Writes what was chosen into the draft; `at` is the page. Refused at the measure's field where it does not fit beside what was typed. */
export async function useUsual(ctx: Context, draftId: string, at: number, code: string): Promise<Refusal | undefined> {
  const sheet = await loadSheet(ctx, draftId);
  const place = sheet?.pages[at]?.steps.map(riskPlace).find((one) => one !== undefined);
  if (sheet === undefined || place === undefined) return refuse("not_found", { number: "" });
  const chosen = usualIn(sheet).measures.find((one) => one.code === code);
  if (chosen === undefined) return refuse("out_of_date");
  const keys = riskKeys(place);
  const goal = joined(typedIn(sheet, keys.goal), chosen.text[ctx.language], mostOf(sheet, keys.goal));
  if (goal === undefined) return refuse("measure.no_room", {}, keys.goal);
  const [proof, due] = [typedIn(sheet, keys.proof), typedIn(sheet, keys.due)];
  const { unit } = sheet.inspection.borrower;
  const saved = await saveAnswers(ctx, {
    draftId,
    answers: {
      [keys.goal]: goal,
      [keys.proof]:
        joined(proof, chosen.proof[ctx.language], mostOf(sheet, keys.proof), ctx.language === "en" ? "; " : "；") ??
        proof,
      [keys.due]: due === "" ? proposedDay(ctx, unit, sheet.facts.today, chosen) : due,
      [timesKey(place)]: String(Number(sheet.raw[timesKey(place)] ?? 0) + 1),
    },
    step: at,
  });
  return "savedAt" in saved ? undefined : saved;
}

function typedIn({ raw }: CheckSheet, answerKey: string): string {
  const typed = raw[answerKey];
  return typeof typed === "string" ? typed : "";
}

function mostOf({ form }: CheckSheet, answerKey: string): number {
  const items = form.steps.flatMap(({ items: its }) => its);
  return items.find((item) => item.answerKey === answerKey)?.max_length ?? 0;
}
