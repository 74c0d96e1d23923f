/** Everything that stands between a check and its submission, and what the policy only wants told. */
import { checkAll, emptyConclusion } from "../../domain/check/check-answers.ts";
import { marksWithoutRisk, riskQuestion } from "../../domain/check/risks.ts";
import type { Answers, FieldError } from "../../domain/check/types.ts";
import type { RefusableRule } from "../../domain/gate/findings.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { overridesOf } from "./overrides-of.ts";
import { reusedFiles } from "./reused-files.ts";

/** What a refusal would say, where the policy names its rule among those it refuses. */
export interface GateFinding {
  readonly rule: RefusableRule;
  readonly error: FieldError;
}

/** Missing and wrong answers, and what the policy refuses outright unless the unit's manager let it pass. */
export async function refusalsOf(ctx: Context, sheet: CheckSheet, answers: Answers): Promise<FieldError[]> {
  const refused = (await gateFindings(ctx, sheet, answers)).filter(({ rule }) => isRefused(sheet, rule));
  const overrideOf = await overridesOf(ctx, sheet.inspection.id, answers);
  const standing = refused.flatMap(({ rule, error }): FieldError[] => {
    const override = overrideOf(rule, error.answerKey);
    if (override?.state === "granted") return [];
    const asked = override === undefined ? {} : { asked: override.state };
    const note = override?.note === undefined ? {} : { note: override.note };
    return [{ ...error, gate: { rule, ...asked, ...note } }];
  });
  const others = checkAll(sheet.form, answers, sheet.facts).filter(({ refusal }) => !isOfGate(refusal));
  return [...others, ...standing];
}

/** What of a step's refusals still stands, once what the manager let pass is taken away. */
export async function notOverridden(
  ctx: Context,
  { inspection, answers }: CheckSheet,
  refusals: readonly Refusal[],
): Promise<Refusal[]> {
  if (!refusals.some(isOfGate)) return [...refusals];
  const overrideOf = await overridesOf(ctx, inspection.id, answers);
  const isLetPass = ({ field }: Refusal) => overrideOf("empty_conclusion", field ?? "")?.state === "granted";
  return refusals.filter((refusal) => !(isOfGate(refusal) && isLetPass(refusal)));
}

/** What the manager let pass, by the rule that would have refused it. */
export async function overridden(
  ctx: Context,
  sheet: CheckSheet,
  answers: Answers,
  found: readonly GateFinding[],
): Promise<{ readonly answerKey: string; readonly overrideId: string }[]> {
  const overrideOf = await overridesOf(ctx, sheet.inspection.id, answers);
  return found.flatMap(({ rule, error: { answerKey } }) => {
    const override = isRefused(sheet, rule) ? overrideOf(rule, answerKey) : undefined;
    return override?.state === "granted" ? [{ answerKey, overrideId: override.id }] : [];
  });
}

const isOfGate = ({ refused }: Refusal) => refused.startsWith("gate.");

export function isRefused({ policy }: CheckSheet, rule: RefusableRule): boolean {
  return policy.policy.gate.refuses.includes(rule);
}

/** Of each rule that a policy may refuse, what it has against this check. */
export async function gateFindings(ctx: Context, sheet: CheckSheet, answers: Answers): Promise<GateFinding[]> {
  return [
    ...emptyOnes(sheet, answers),
    ...(await reusedFiles(ctx, sheet)).map((error) => ({ rule: "used_before" as const, error })),
    ...withoutRisk(sheet, answers),
  ];
}

function emptyOnes({ form, facts }: CheckSheet, answers: Answers): GateFinding[] {
  return form.steps.flatMap(({ id, items }) =>
    items.flatMap((item): GateFinding[] => {
      const answer = answers[item.answerKey];
      const refusal = answer === undefined ? undefined : emptyConclusion(item, answer, facts);
      return refusal === undefined
        ? []
        : [{ rule: "empty_conclusion", error: { stepId: id, answerKey: item.answerKey, refusal } }];
    }),
  );
}

/** One for each answer out of range; as a refusal, it stands at the question whether a risk was found. */
function withoutRisk({ form, facts, policy }: CheckSheet, answers: Answers): GateFinding[] {
  const rules = policy.policy.gate.risks;
  if (rules === undefined) return [];
  const question = riskQuestion(rules);
  const step = form.steps.find(({ items }) => items.some(({ answerKey }) => answerKey === question));
  return marksWithoutRisk(form, answers, facts, rules).map((item) => ({
    rule: "range_without_risk",
    error: {
      stepId: step?.id ?? "",
      answerKey: item.answerKey,
      refusal: refuse("gate.range_without_risk", { item: item.label }, question),
    },
  }));
}
