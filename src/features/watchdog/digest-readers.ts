/** Who must be told where they stand at a moment, how often, and about which days: by the policy's roles, or as they wish (R54). */
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import { DIGEST_RHYTHMS, type DigestRhythm, type IsoDate, type Moment } from "../../domain/vocabulary.ts";
import { type DigestDays, digestDays } from "../../domain/watchdog/index.ts";
import { localDate, localMinute, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { standingAt } from "../people/index.ts";
import { loadReaders } from "./readers.ts";

export interface OwedDigest {
  readonly personId: string;
  readonly rhythm: DigestRhythm;
  readonly days: DigestDays;
  /** The reader's own date. */
  readonly slotOn: IsoDate;
  readonly at: Moment;
  /** Of the reader. */
  readonly calendar: BusinessCalendar;
  readonly timeZone: string;
}

/** As of `ctx.now`, which may lie in the past: to whoever works in these hours and is not away. */
export async function digestsOwed(ctx: Context): Promise<OwedDigest[]> {
  const wanted = await rhythmsWanted(ctx);
  const readers = await loadReaders(ctx, [...wanted.keys()]);
  const end = minuteOfDay(ctx.policy.policy.clocks.working_hours.to);
  return [...wanted].flatMap(([personId, { rhythms, wishedAt }]): OwedDigest[] => {
    const reader = readers.byId.get(personId);
    if (reader?.calendar === undefined || !reader.wasDue || readers.acting(personId) !== personId) return [];
    const { calendar, today, timeZone } = reader;
    // What they wished today begins on their next day.
    const isWishedToday = wishedAt !== undefined && localDate(momentFromDate(wishedAt), timeZone) >= today;
    if (isWishedToday || localMinute(ctx.now, timeZone) >= end) return [];
    return rhythms.map((rhythm) => ({
      ...{ personId, rhythm, slotOn: today, at: ctx.now, calendar, timeZone },
      days: digestDays(rhythm, calendar, today),
    }));
  });
}

interface Wanted {
  readonly rhythms: readonly DigestRhythm[];
  readonly wishedAt?: Date;
}

async function rhythmsWanted(ctx: Context): Promise<ReadonlyMap<string, Wanted>> {
  const { digests } = ctx.policy.policy.reminders;
  const wanted = new Map<string, Wanted>();
  for (const rhythm of DIGEST_RHYTHMS) {
    const grants = await ctx.db.roleGrant.findMany({
      where: { role: { in: digests[rhythm] }, ...standingAt(ctx.now) },
      select: { personId: true },
      distinct: ["personId"],
    });
    for (const { personId } of grants) {
      wanted.set(personId, { rhythms: [...(wanted.get(personId)?.rhythms ?? []), rhythm] });
    }
  }
  for (const { personId, rhythm, saidAt } of await ctx.db.digestWish.findMany()) {
    wanted.set(personId, { rhythms: DIGEST_RHYTHMS.filter((one) => one === rhythm), wishedAt: saidAt });
  }
  return wanted;
}
