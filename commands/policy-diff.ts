import { z } from "zod";
import { differences } from "../src/domain/policy/differences.ts";
import type { Policy } from "../src/domain/policy/schema.ts";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { type WouldJudge, wouldJudge } from "../src/features/inspections/index.ts";
import { type WouldMove, wouldMove } from "../src/features/planning/index.ts";
import { changeLines } from "../src/features/policies/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { readablePolicy } from "../src/platform/policy-file.ts";
import { bold, line, type Piece, type View } from "../src/platform/view.ts";
import type { TextKey } from "../src/texts/index.ts";
import { listingText } from "../src/texts/listing.ts";

/** One file stands against the policy in force, two against each other; the last one is tried on today's book. */
const files = z.custom<TypedInput>().transform(({ words }, issues) => {
  const [first, second, ...others] = words;
  if (first === undefined || others.length > 0) {
    const message = first === undefined ? "refusal.command.missing_word" : "refusal.command.extra_word";
    issues.addIssue({ code: "custom", message });
  }
  return { before: second === undefined ? undefined : first, after: second ?? first ?? "" };
});

export const policyDiff = defineCommand({
  name: "policy diff",
  summary: "command.policy_diff.summary",
  usage: "[FILE] FILE",
  verb: "plan_inspections",
  where: ["terminal"],
  args: files,
  run: async (ctx, { before, after }, surface) => {
    const older = before === undefined ? ctx.policy.policy : readablePolicy(before)?.policy;
    const newer = readablePolicy(after)?.policy;
    if (older === undefined || newer === undefined) {
      return refuse("policy.broken");
    }
    const moves = await wouldMove(ctx, newer, (done, total) => surface.progress(done, total, "policy diff"));
    if (isRefusal(moves)) {
      return moves;
    }
    const judged = await wouldJudge(ctx, newer);
    return isRefusal(judged) ? judged : { kind: "view", view: diffView(ctx, older, newer, { moves, judged }) };
  },
});

interface Tried {
  readonly moves: WouldMove;
  readonly judged: WouldJudge;
}

function diffView(ctx: Context, before: Policy, after: Policy, { moves, judged }: Tried): View {
  const changed = changeLines(ctx, before, after);
  const named = ({ policy: { id, version } }: Policy) => `${id} ${version}`;
  return {
    title: ctx.t("policy.diff_title", { before: named(before), after: named(after) }),
    pieces: [
      line(ctx.t("policy.changes", { count: changed.length })),
      ...changed.map((one) => line(one)),
      ...movePieces(ctx, moves),
      ...judgedPieces(ctx, judged),
    ],
    json: { differences: differences(before, after), book: moves, reports: judged },
  };
}

const COUNTED: readonly (readonly [TextKey, keyof WouldMove])[] = [
  ["policy.would.created", "created"],
  ["policy.would.earlier", "earlier"],
  ["policy.would.later", "later"],
  ["policy.would.cancelled", "cancelled"],
  ["policy.would.amended", "amended"],
  ["policy.would.kept", "kept"],
  ["policy.would.without_rule", "withoutRule"],
];

function judgedPieces({ t, language }: Context, judged: WouldJudge): Piece[] {
  const { reports, refused, unanswered, worse, drafts, examples } = judged;
  return [
    line([bold(t("policy.reports", { count: reports }))]),
    line(t("policy.would.judge", { refused, unanswered, worse })),
    ...examples.map(({ number, labels }) =>
      line(
        `${number}: ${listingText(
          language,
          labels.map((label) => label[language]),
        )}`,
      ),
    ),
    line(t("policy.drafts", { count: drafts })),
  ];
}

function movePieces({ t }: Context, moves: WouldMove): Piece[] {
  const counted = COUNTED.map(([key, name]) => t(key, { count: Number(moves[name]) })).join("; ");
  return [
    line([bold(t("policy.book", { borrowers: moves.borrowers }))]),
    line(counted),
    ...moves.examples.map((example) => line(t("policy.example", { ...example }))),
  ];
}
