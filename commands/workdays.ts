import { addWorkingDays } from "../src/domain/calendar/business-calendar.ts";
import { isIsoDate } from "../src/domain/dates.ts";
import { type Refusal, refuse } from "../src/domain/refusal.ts";
import { defineCommand, type Outcome, words } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { line } from "../src/platform/view.ts";
import { dateText } from "../src/texts/dates.ts";

const MOST_DAYS = 5_000;

/** `workdays 2026-09-30 +3`: the third working day after it. */
export const workdays = defineCommand({
  name: "workdays",
  summary: "command.workdays.summary",
  usage: "DATE +N",
  flags: { calendar: { type: "string", hint: "ID" } },
  verb: "see_help",
  where: ["slack", "terminal"],
  args: words("date", "count"),
  run: async (ctx, { date, count, flags }) => {
    const named = typeof flags.calendar === "string" ? flags.calendar : ctx.policy.policy.calendar.id;
    return answer(ctx, date, count, named);
  },
});

function answer(ctx: Context, from: string, countText: string, calendarId: string): Outcome {
  const calendar = ctx.parts.calendars.get(calendarId);
  if (calendar === undefined) {
    return refuse("workdays.calendar", { text: calendarId, known: [...ctx.parts.calendars.keys()].join(", ") });
  }
  if (!isIsoDate(from)) {
    return refuse("workdays.date", { text: from });
  }
  const count = readCount(countText);
  if (typeof count !== "number") {
    return count;
  }
  const { date, provisional } = addWorkingDays(calendar, from, count);
  const values = {
    from: dateText(ctx.language, from),
    date: dateText(ctx.language, date),
    count: Math.abs(count),
    calendar: calendarId,
  };
  const sentence = count < 0 ? ctx.t("workdays.answer_before", values) : ctx.t("workdays.answer", values);
  const pieces = [line(sentence), ...(provisional ? [line(ctx.t("workdays.provisional"))] : [])];
  return {
    kind: "view",
    view: { title: sentence, pieces, json: { from, count, calendar: calendarId, date, provisional } },
  };
}

function readCount(text: string): number | Refusal {
  const count = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(count) <= MOST_DAYS ? count : refuse("workdays.count", { text });
}
