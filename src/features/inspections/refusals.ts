/** Everything that stands between a check and its submission, and what the policy only wants told. */
import { checkAll, emptyConclusion } from "../../domain/check/check-answers.ts";
import { marksWithoutRisk, riskQuestion } from "../../domain/check/risks.ts";
import type { Answers, FieldError } from "../../domain/check/types.ts";
import type { RefusableRule } from "../../domain/gate/findings.ts";
import { refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { reusedFiles } from "./reused-files.ts";

/** What a refusal would say, where the policy names its rule among those it refuses. */
export interface GateFinding {
  readonly rule: RefusableRule;
  readonly error: FieldError;
}

/** Missing and wrong answers, and what the policy refuses outright. */
export async function refusalsOf(ctx: Context, sheet: CheckSheet, answers: Answers): Promise<FieldError[]> {
  const refused = (await gateFindings(ctx, sheet, answers)).filter(({ rule }) => isRefused(sheet, rule));
  const ruled = refused.filter(({ rule }) => rule !== "empty_conclusion");
  return [...checkAll(sheet.form, answers, sheet.facts), ...ruled.map(({ error }) => error)];
}

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
