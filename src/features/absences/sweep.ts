/** The tick's question: whose absence begins or is over this morning? Told once, on a working morning of whoever is told. */
import { isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { localDate, localMinute } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { actingFor, notEnded } from "../people/index.ts";
import { redrawQueuesOf } from "../review-queue/index.ts";
import { ABSENCE_BEGUN, ABSENCE_OVER, ABSENCE_SUBJECT } from "./ids.ts";
import { tellUncovered } from "./uncovered.ts";

/** After a longer silence nobody needs to hear that they are back. */
const LOOK_BACK_DAYS = 14;

/** How many were told. Run it as often as you like. */
export async function sweepAbsences(ctx: Context): Promise<number | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  let told = 0;
  for (const absence of await near(ctx)) {
    await tellUncovered(ctx, absence);
    told += (await tellBegun(ctx, absence)) || (await tellOver(ctx, absence)) ? 1 : 0;
  }
  return told;
}

function near(ctx: Context) {
  const today = isoDate(ctx.now.toISODate());
  const unit = { select: { timeZone: true, calendarId: true } } as const;
  return ctx.db.delegation.findMany({
    where: { ...notEnded(ctx.now), fromOn: { lte: addDays(today, 1) }, toOn: { gte: addDays(today, -LOOK_BACK_DAYS) } },
    orderBy: { id: "asc" },
    include: { person: { select: { unit } }, standIn: { select: { leftOn: true, unit } } },
  });
}

type Near = Awaited<ReturnType<typeof near>>[number];

async function tellBegun(ctx: Context, absence: Near): Promise<boolean> {
  const { personId, standInId, standIn } = absence;
  const today = localDate(ctx.now, standIn.unit.timeZone);
  if (absence.fromOn > today || absence.toOn < today || !isMorning(ctx, standIn.unit)) {
    return false;
  }
  const acting = await actingFor(ctx.db, [personId], ctx.now);
  return acting.get(personId) === standInId && tellOnce(ctx, ABSENCE_BEGUN, absence, standInId);
}

async function tellOver(ctx: Context, absence: Near): Promise<boolean> {
  const today = localDate(ctx.now, absence.person.unit.timeZone);
  return (
    absence.toOn < today &&
    isMorning(ctx, absence.person.unit) &&
    tellOnce(ctx, ABSENCE_OVER, absence, absence.personId)
  );
}

function isMorning(ctx: Context, unit: { timeZone: string; calendarId: string }): boolean {
  const calendar = ctx.parts.calendars.get(unit.calendarId);
  const isOpen = calendar !== undefined && isWorkingDay(calendar, localDate(ctx.now, unit.timeZone));
  return isOpen && localMinute(ctx.now, unit.timeZone) >= minuteOfDay(ctx.policy.policy.reminders.morning_at);
}

async function tellOnce(ctx: Context, kind: string, absence: Near, personId: string): Promise<boolean> {
  const key = `${kind}:${absence.id}`;
  if ((await ctx.db.outboxMessage.findUnique({ where: { key }, select: { id: true } })) !== null) {
    return false;
  }
  return inTransaction(ctx, async (tx) => {
    const items = [{ kind: ABSENCE_SUBJECT, id: absence.id, stage: "day" }];
    const isNew = await promise(tx, { key, kind, personId, refs: { absenceId: absence.id }, items });
    if (isNew) await redrawQueuesOf(tx, [absence.personId, absence.standInId]);
    return isNew;
  });
}
