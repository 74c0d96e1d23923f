/**
 * The administrator's daily message: the head of the audit chain, to be noted down elsewhere so that a cut tail is found, and how
 * delivery stands.
 */
import { isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { headText } from "../../platform/audit/index.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { administrators } from "../../platform/outbox/dead.ts";
import { promise } from "../../platform/outbox/promise.ts";
import type { Renderer } from "../../platform/outbox/renderers.ts";
import { line, note } from "../../platform/view.ts";
import { oldestText, statePieces } from "./delivery-view.ts";
import { DAILY } from "./ids.ts";
import { loadState } from "./state.ts";

/** One promise for each administrator and working day of theirs, due at the morning's hour. Answers how many are new. */
export async function promiseDaily(ctx: Context): Promise<number | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  let fresh = 0;
  for (const personId of await administrators(ctx)) {
    fresh += (await promiseTo(ctx, personId)) ? 1 : 0;
  }
  return fresh;
}

async function promiseTo(ctx: Context, personId: string): Promise<boolean> {
  const { unit } = await ctx.db.person.findUniqueOrThrow({ where: { id: personId }, include: { unit: true } });
  const today = localDate(ctx.now, unit.timeZone);
  const calendar = ctx.parts.calendars.get(unit.calendarId);
  const at = momentAt(today, ctx.policy.policy.reminders.morning_at, unit.timeZone);
  if (ctx.now < at || (calendar !== undefined && !isWorkingDay(calendar, today))) {
    return false;
  }
  return inTransaction(ctx, (tx) =>
    promise(tx, { key: `${DAILY}:${personId}:${today}`, kind: DAILY, personId, slotOn: today }),
  );
}

export const renderDaily: Renderer = async (ctx) => {
  const state = await loadState(ctx);
  const head = await ctx.db.auditHead.findUnique({ where: { id: 1 } });
  if (isRefusal(state) || head === null) {
    return undefined;
  }
  const { t } = ctx;
  return {
    title: t("delivery.daily.title"),
    pieces: [
      line(oldestText(t, state)),
      ...statePieces(t, state),
      line([t("delivery.daily.head"), " ", { code: headText(head) }]),
      note(t("delivery.daily.hint")),
    ],
  };
};
