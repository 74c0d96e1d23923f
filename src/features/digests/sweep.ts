/** The tick's question: who is to be told where they stand, and has not been yet. Never twice for the same days. */
import { isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { toldPeriod } from "../../domain/digest/schedule.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { DigestRhythm } from "../../domain/vocabulary.ts";
import { localDate, localMinute, momentFromDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { type MessagePromise, promise } from "../../platform/outbox/promise.ts";
import { isUniqueConflict } from "../../platform/storage/index.ts";
import { inRecord, type Keeper } from "../morning/index.ts";
import { TOLD_DIGEST } from "./ids.ts";
import { type Told, toldByPerson } from "./rhythms.ts";

/** In the reader's working hours, from the morning's hour on, on their working days; not to whoever is away, or has left. */
export async function sweepDigests(ctx: Context): Promise<{ readonly promised: number } | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const byPerson = await toldByPerson(ctx);
  const keepers = await inRecord.keepers(ctx, [...byPerson.keys()]);
  const due = keepers.flatMap((keeper) => {
    const told = byPerson.get(keeper.personId);
    return told !== undefined && isTold(ctx, keeper, told) ? told.rhythms.map((one) => promiseOf(keeper, one)) : [];
  });
  let promised = 0;
  for (const message of await notYetPromised(ctx, due)) {
    promised += (await promiseOnce(ctx, message)) ? 1 : 0;
  }
  return { promised };
}

function isTold(ctx: Context, keeper: Keeper, { wishedAt }: Told): boolean {
  const { hasLeft, covered, calendar, today, timeZone } = keeper;
  const { reminders, clocks } = ctx.policy.policy;
  const minute = localMinute(ctx.now, timeZone);
  const isWorking = minute >= minuteOfDay(reminders.morning_at) && minute < minuteOfDay(clocks.working_hours.to);
  const isWishedToday = wishedAt !== undefined && localDate(momentFromDate(wishedAt), timeZone) === today;
  return !hasLeft && !covered && !isWishedToday && isWorking && isWorkingDay(calendar, today);
}

function promiseOf({ personId, today, calendar }: Keeper, rhythm: DigestRhythm): MessagePromise {
  const { from, to } = toldPeriod(rhythm, today, calendar);
  return {
    key: `${TOLD_DIGEST}:${rhythm}:${personId}:${from}`,
    kind: TOLD_DIGEST,
    personId,
    slotOn: today,
    refs: { rhythm, days: `${from}..${to}` },
  };
}

async function notYetPromised(ctx: Context, due: readonly MessagePromise[]): Promise<MessagePromise[]> {
  const keys = due.map(({ key }) => key);
  const rows = await inTurns(keys, (some) =>
    ctx.db.outboxMessage.findMany({ where: { key: { in: some } }, select: { key: true } }),
  );
  const known = new Set(rows.map(({ key }) => key));
  return due.filter(({ key }) => !known.has(key));
}

/** Another process may have been faster. */
async function promiseOnce(ctx: Context, message: MessagePromise): Promise<boolean> {
  try {
    return await inTransaction(ctx, (tx) => promise(tx, message));
  } catch (error) {
    if (isUniqueConflict(error)) {
      return false;
    }
    throw error;
  }
}
