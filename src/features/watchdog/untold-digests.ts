/** Digests that should have come by themselves and were not promised; also those of days on which the desk stood still. */

import { addWorkingDays, isWorkingDay } from "../../domain/calendar/business-calendar.ts";
import { addDays, compareDates } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import type { IsoDate, Moment } from "../../domain/vocabulary.ts";
import { localDate, localMinute, momentAt } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Difference } from "./difference.ts";
import { digestsOwed, type OwedDigest } from "./digest-readers.ts";
import { DIGEST_KIND, DIGEST_SUBJECT } from "./ids.ts";
import { settledAt } from "./settled.ts";

/** Beyond two months nothing of a rhythm is made up for. */
const MOST_DAYS_BACK = 62;
/** A promise is remembered for so long that the month before the last is among them. */
const REMEMBERED_DAYS = 130;
/** In everybody's working hours at the head office. */
const DAYS_MOMENT = "16:00";

export async function findUntoldDigests(ctx: Context): Promise<Difference[]> {
  const past: OwedDigest[] = [];
  for (const now of await momentsMissed(ctx)) past.push(...(await digestsOwed({ ...ctx, now })));
  const current = await digestsOwed(ctx);
  const said = await loadSaid(ctx, [...new Set([...past, ...current].map(({ personId }) => personId))]);
  const missing = current.filter((one) => !said.covers(one));
  // What is owed now is no matter of the past.
  const isOther = (one: OwedDigest) =>
    !current.some((owed) => sameReader(owed, one) && owed.days.from === one.days.from);
  return [...missing, ...joined(past.filter((one) => isOther(one) && !said.covers(one)))].map((one) =>
    untold(ctx, one),
  );
}

const sameReader = (a: OwedDigest, b: OwedDigest) => a.personId === b.personId && a.rhythm === b.rhythm;

/** An afternoon of every day since all was settled last. None where nobody looked before: a new desk owes nothing. */
async function momentsMissed(ctx: Context): Promise<Moment[]> {
  const settled = await settledAt(ctx);
  const policy = await ctx.db.policyVersion.findUnique({ where: { id: ctx.policy.versionId } });
  if (settled === undefined) return [];
  const zone = ctx.policy.policy.calendar.time_zone;
  const today = localDate(ctx.now, zone);
  const first = later(localDate(settled, zone), addDays(today, -MOST_DAYS_BACK));
  const moments: Moment[] = [];
  for (let date = first; compareDates(date, today) <= 0; date = addDays(date, 1)) {
    const moment = momentAt(date, DAYS_MOMENT, zone);
    // By another policy others were told.
    const isOfPolicy = policy === null || moment.toJSDate() >= policy.adoptedAt;
    if (moment > settled && moment < ctx.now && isOfPolicy) moments.push(moment);
  }
  return moments;
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (compareDates(a, b) < 0 ? b : a);

/** Days that were missed one after the other are one digest: nobody is told five times in one minute. */
function joined(missed: readonly OwedDigest[]): OwedDigest[] {
  const byReader = new Map<string, OwedDigest>();
  for (const one of missed) {
    const key = `${one.personId} ${one.rhythm}`;
    const known = byReader.get(key);
    byReader.set(key, known === undefined ? one : { ...one, days: { from: known.days.from, to: one.days.to } });
  }
  return [...byReader.values()];
}

interface Said {
  covers(owed: OwedDigest): boolean;
}

/** What had nothing to say, or could not be delivered, was promised: it is not said anew. */
async function loadSaid(ctx: Context, personIds: readonly string[]): Promise<Said> {
  const since = ctx.now.minus({ days: REMEMBERED_DAYS }).toJSDate();
  const rows = await inTurns(personIds, (some) =>
    ctx.db.outboxMessage.findMany({
      where: { kind: DIGEST_KIND, personId: { in: some }, createdAt: { gte: since } },
      select: { personId: true, refs: true },
    }),
  );
  const said = new Map<string, { readonly rhythm: string; readonly from: string; readonly to: string }[]>();
  for (const { personId, refs } of rows) {
    const { rhythm = "", days = "" }: Readonly<Record<string, string>> = JSON.parse(refs);
    const [from = "", to = ""] = days.split("..");
    addTo(said, personId ?? "", { rhythm, from, to });
  }
  return {
    covers: ({ personId, rhythm, days }) =>
      (said.get(personId) ?? []).some((one) => one.rhythm === rhythm && one.from <= days.from && one.to >= days.to),
  };
}

/** One that was missed is said in the reader's hours, as it would have been. */
function saidFrom(ctx: Context, { calendar, timeZone }: OwedDigest): Moment {
  const { reminders, clocks } = ctx.policy.policy;
  const [today, minute] = [localDate(ctx.now, timeZone), localMinute(ctx.now, timeZone)];
  const [begins, ends] = [minuteOfDay(reminders.morning_at), minuteOfDay(clocks.working_hours.to)];
  const isWorking = isWorkingDay(calendar, today);
  if (isWorking && minute >= begins && minute < ends) return ctx.now;
  const day = isWorking && minute < begins ? today : addWorkingDays(calendar, today, 1).date;
  return momentAt(day, reminders.morning_at, timeZone);
}

function untold(ctx: Context, owed: OwedDigest): Difference {
  const {
    personId,
    rhythm,
    slotOn,
    days: { from, to },
  } = owed;
  return {
    key: `untold:${personId}:digest:${rhythm}:${from}..${to}`,
    kind: "untold",
    personId,
    subject: { kind: DIGEST_SUBJECT, id: `${rhythm}:${from}` },
    detail: { rhythm, fromOn: from, toOn: to, slotOn, notBefore: saidFrom(ctx, owed).toJSDate().toISOString() },
  };
}
