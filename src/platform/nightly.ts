/** Whether a duty of every business night has still to run on this date: asked every few minutes, so that a missed tick costs nothing. */
import { localDate, momentFromDate } from "./clock.ts";
import type { Context } from "./context.ts";

export interface TimeOfNight {
  readonly hour: number;
  readonly minute: number;
}

/** From this time of the policy's zone on, until it has come to a good end once on the date. */
export async function isNightlyDue(
  { db, now, policy }: Context,
  duty: string,
  { hour, minute }: TimeOfNight,
): Promise<boolean> {
  const zone = policy.policy.calendar.time_zone;
  const here = now.setZone(zone);
  if (here < here.set({ hour, minute, second: 0, millisecond: 0 })) return false;
  const last = await db.dutyRun.findFirst({
    where: { duty, failure: null, startedAt: { lte: now.toJSDate() } },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  return last === null || localDate(momentFromDate(last.startedAt), zone) < localDate(now, zone);
}
