import { isRefusal } from "../src/domain/refusal.ts";
import { type ExplainedInspection, type Explanation, explainNext } from "../src/features/planning/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { line, note, type Piece, type View } from "../src/platform/view.ts";
import { planSentence } from "../src/texts/plan-sentence.ts";

export const plan = defineCommand({
  name: "plan",
  summary: "command.plan.summary",
  usage: "NUMBER",
  verb: "plan_inspections",
  where: ["terminal"],
  args: words("number"),
  run: async (ctx, { number }) => {
    const explained = await explainNext(ctx, number);
    return isRefusal(explained) ? explained : { kind: "view", view: planView(ctx, explained) };
  },
});

function planView(ctx: Context, { number, inspections, missing }: Explanation): View {
  return {
    title: ctx.t("plan.title", { name: number }),
    pieces: [
      ...inspections.flatMap((explained) => inspectionPieces(ctx, explained)),
      ...missing.map((part) => line(planSentence(ctx.language, [part]))),
    ],
    json: { borrower: number, inspections: inspections.map(inspectionJson) },
  };
}

function inspectionPieces(ctx: Context, { inspection, state, assigneeName, sentence }: ExplainedInspection): Piece[] {
  const keeper = assigneeName === undefined ? ctx.t("plan.nobody") : ctx.t("plan.assignee", { name: assigneeName });
  return [
    line(planSentence(ctx.language, sentence)),
    note([inspection.number, " · ", ctx.t(`state.${state}`), " · ", keeper]),
  ];
}

function inspectionJson({ inspection, state, sentence }: ExplainedInspection): unknown {
  const { number, kind, occasion, mode, dueOn, provisional, policyLine } = inspection;
  const because = sentence.map(({ code, values }) => ({ code, ...values }));
  return { number, kind, occasion, mode, state, due_on: dueOn, provisional, policy_line: policyLine, because };
}
