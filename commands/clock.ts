import { isIsoDate } from "../src/domain/dates.ts";
import { nothingInParticular } from "../src/domain/may.ts";
import { refuse } from "../src/domain/refusal.ts";
import { record } from "../src/platform/audit/index.ts";
import { momentAt, momentFromDate } from "../src/platform/clock.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";
import { authorize, inTransaction } from "../src/platform/context.ts";
import { keepClock } from "../src/platform/kept-clock.ts";
import { line } from "../src/platform/view.ts";
import { momentText } from "../src/texts/dates.ts";

const MORNING = "09:00";

/** `clock 2005-06-15`: for demonstrations and replays. A desk that is connected to Slack refuses to start on a moved clock. */
export const clock = defineCommand({
  name: "clock",
  summary: "command.clock.summary",
  usage: "DATE|now",
  flags: { time: { type: "string", hint: "HH:MM" }, zone: { type: "string", hint: "ZONE" }, json: { type: "boolean" } },
  verb: "move_clock",
  where: ["terminal"],
  args: words("date"),
  run: async (ctx, { date, flags }) => {
    const refused = authorize(ctx, "move_clock", nothingInParticular);
    if (refused !== undefined) {
      return refused;
    }
    const { clocks } = ctx.parts;
    const zone = typeof flags.zone === "string" ? flags.zone : ctx.policy.policy.calendar.time_zone;
    const time = typeof flags.time === "string" ? flags.time : MORNING;
    if (date !== "now" && (!isIsoDate(date) || !/^\d{2}:\d{2}$/.test(time))) {
      return refuse("clock.not_a_date", { typed: date });
    }
    const before = clocks.now().toISO();
    clocks.moveTo(
      date === "now" || !isIsoDate(date) ? momentFromDate(clocks.machineNow()) : momentAt(date, time, zone),
    );
    await keepClock(ctx.parts);
    const now = clocks.now();
    await inTransaction(ctx, async (tx) => {
      await record(tx.db, {
        at: clocks.machineNow(),
        actorId: tx.actor.personId,
        verb: "clock.moved",
        subject: { kind: "setting", id: "clock" },
        before: { now: before },
        after: { now: now.toISO() },
      });
    });
    const title = ctx.t("clock.now", { moment: momentText(ctx.language, now.toJSDate(), zone), zone });
    return { kind: "view", view: { title, pieces: [line(ctx.t("clock.hint"))], json: { now: now.toISO() } } };
  },
});
