/** The steps for the risks that an officer names, with what they choose from: colleagues, and answers out of range. */
import { withDerived } from "../../domain/check/derive.ts";
import {
  asksForRisks,
  markedItems,
  RISK_PARTS,
  type RiskChoices,
  type RiskRules,
  riskCount,
  riskKeys,
  withRiskSteps,
} from "../../domain/check/risks.ts";
import type { Answers, CheckFacts, CheckForm } from "../../domain/check/types.ts";
import type { Context } from "../../platform/context.ts";
import { colleaguesWho, namesById } from "../people/index.ts";
import { parsedAnswers } from "./answers.ts";
import type { RawAnswer, RawAnswers } from "./fields.ts";
import type { InspectionRecord } from "./store.ts";

interface OpenForm {
  readonly form: CheckForm;
  readonly raw: RawAnswers;
  readonly facts: CheckFacts;
  readonly rules: RiskRules | undefined;
}

/** Nothing is asked of the database where no risk is named. */
export async function withRisks(
  ctx: Context,
  inspection: InspectionRecord,
  { form, raw, facts, rules }: OpenForm,
): Promise<CheckForm> {
  const count = riskCount(form, raw, rules);
  if (count === 0) return form;
  const named = placesUpTo(count).flatMap((place) => raw[riskKeys(place).owner] ?? []);
  const choices: RiskChoices = {
    people: await colleagues(ctx, inspection, [...named].flat()),
    marked: markedItems(form, withDerived(form, parsedAnswers(form, raw, facts.today), facts.last), facts),
  };
  return withRiskSteps(form, count, choices);
}

/** The same of a submitted report: only the persons whom it names. */
export async function withRisksOfReport(
  ctx: Context,
  form: CheckForm,
  answers: Answers,
  facts: CheckFacts,
  rules: RiskRules | undefined,
): Promise<CheckForm> {
  const count = riskCount(form, answers, rules);
  if (count === 0) return form;
  const ids = placesUpTo(count).flatMap((place) => answers[riskKeys(place).owner]?.value ?? []);
  const names = await namesById(ctx.db, [...ids].flat());
  const people = [...names].map(([id, name]) => ({ id, name }));
  return withRiskSteps(form, count, { people, marked: markedItems(form, answers, facts) });
}

/** One more risk: where its step begins, and what to write into the draft; nothing where there are as many as the policy lets. */
export function nextRisk({ form, raw, rules }: Omit<OpenForm, "facts">): number | undefined {
  if (rules === undefined || !asksForRisks(form, rules)) return undefined;
  const next = riskCount(form, raw, rules) + 1;
  return next > rules.most ? undefined : next;
}

/** What the draft holds when the risk at `place` is taken off: those after it move up, and the last is empty lists. */
export function withoutRisk(raw: RawAnswers, place: number, count: number): RawAnswers {
  const moved: Record<string, RawAnswer> = {};
  for (let at = place; at <= count; at += 1) {
    const [to, from] = [riskKeys(at), riskKeys(at + 1)];
    for (const part of RISK_PARTS) {
      moved[to[part]] = at === count ? [] : (raw[from[part]] ?? "");
    }
  }
  return moved;
}

const placesUpTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Whoever does the work, whom it names already, and everybody at work with a role in the unit or above. */
async function colleagues(ctx: Context, inspection: InspectionRecord, named: readonly string[]) {
  const first = [...new Set([inspection.assigneeId ?? "", ...named].filter((id) => id !== ""))];
  const names = await namesById(ctx.db, first);
  const others = (await colleaguesWho(ctx, "report_measure", inspection.unitId)).filter(({ id }) => !names.has(id));
  return [...names].map(([id, name]) => ({ id, name })).concat(others);
}
