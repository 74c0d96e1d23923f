import { isRefusal } from "../src/domain/refusal.ts";
import {
  type LeftOut,
  localMoment,
  reminderWords,
  type SweepCounts,
  sweepMornings,
  TOLD_STAGES,
} from "../src/features/morning/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { line, type Piece, type View } from "../src/platform/view.ts";

const LEFT: readonly LeftOut[] = ["already", "too_early", "rest_day", "away", "nothing_new"];

export const sweep = defineCommand({
  name: "sweep",
  summary: "command.sweep.summary",
  usage: "",
  flags: { "dry-run": { type: "boolean" } },
  verb: "run_sweep",
  where: ["terminal"],
  args: words(),
  run: async (ctx, { flags }) => {
    const dryRun = flags["dry-run"] === true;
    const counts = await sweepMornings(ctx, { dryRun });
    return isRefusal(counts) ? counts : { kind: "view", view: sweepView(ctx, counts, dryRun) };
  },
});

function sweepView(ctx: Context, counts: SweepCounts, dryRun: boolean): View {
  return {
    title: ctx.t("sweep.title", { moment: localMoment(ctx.now, ctx.policy.policy.calendar.time_zone) }),
    pieces: sweepPieces(ctx, counts, dryRun),
    json: {
      dry_run: dryRun,
      promised: { morning: counts.promised },
      covered: counts.covered,
      told: counts.told,
      left: counts.left,
    },
  };
}

function sweepPieces(ctx: Context, counts: SweepCounts, dryRun: boolean): Piece[] {
  const left = LEFT.filter((why) => counts.left[why] > 0).map((why) =>
    ctx.t(`sweep.left.${why}`, { count: counts.left[why] }),
  );
  if (counts.promised === 0) {
    return [line(ctx.t("sweep.nothing", { why: left.length === 0 ? ctx.t("sweep.left.none") : left.join("; ") }))];
  }
  const covered = TOLD_STAGES.filter((stage) => counts.covered[stage] > 0).map((stage) =>
    ctx.t(`morning.count.${stage}`, { count: counts.covered[stage] }),
  );
  const told = Object.entries(counts.told).map(([stage, count]) => `${reminderWords(ctx.t, stage)}: ${count}`);
  const said = { count: counts.promised, kind: ctx.t("sweep.kind.morning") };
  return [
    line(dryRun ? ctx.t("sweep.would_promise", said) : ctx.t("sweep.promised", said)),
    line(ctx.t("sweep.covers", { counts: covered.join("; ") })),
    ...(told.length === 0 ? [] : [line(ctx.t("sweep.told", { counts: told.join("; ") }))]),
    ...left.map((reason) => line(reason)),
  ];
}
