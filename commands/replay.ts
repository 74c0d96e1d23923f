import { isIsoDate } from "../src/domain/dates.ts";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { readAnswers, replay as replayPeriod, replayView } from "../src/features/replay/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

/** `replay --from 2005-01-01 --to 2005-12-31`: what would have been said, on a copy of the book. */
export const replay = defineCommand({
  name: "replay",
  summary: "command.replay.summary",
  usage: "",
  flags: {
    from: { type: "string", hint: "DATE" },
    to: { type: "string", hint: "DATE" },
    answers: { type: "string", hint: "on-time|late:N|never" },
    json: { type: "boolean" },
  },
  verb: "run_sweep",
  where: ["terminal"],
  args: words(),
  run: async (ctx, { flags }, surface) => {
    const { from, to } = flags;
    if (typeof from !== "string" || typeof to !== "string" || !isIsoDate(from) || !isIsoDate(to)) {
      return refuse("replay.no_date");
    }
    const typed = typeof flags.answers === "string" ? flags.answers : "on-time";
    const answers = readAnswers(typed);
    if (answers === undefined) {
      return refuse("replay.no_answers", { typed });
    }
    const progress = (done: number, total: number) =>
      surface.progress(done, total, ctx.t("replay.title", { from, to }));
    const days = await replayPeriod(ctx, { from, to, answers, progress });
    return isRefusal(days) ? days : { kind: "view", view: replayView(ctx.t, { from, to, answers, days }) };
  },
});
