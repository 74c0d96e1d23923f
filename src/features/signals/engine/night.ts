/** Whether the book has still to be looked at on this business date: asked every few minutes, so that a missed tick costs nothing. */
import { localDate, momentFromDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";

/** The name under which the night's look is kept among the duties. */
export const NIGHT_LOOK = "signals";
/** After the planning, the limits and the tiers of the night. */
const FROM = { hour: 0, minute: 50 };

export async function isLookDue({ db, now, policy }: Context): Promise<boolean> {
  const zone = policy.policy.calendar.time_zone;
  const here = now.setZone(zone);
  if (here < here.set({ ...FROM, second: 0, millisecond: 0 })) return false;
  const last = await db.dutyRun.findFirst({
    where: { duty: NIGHT_LOOK, failure: null, startedAt: { lte: now.toJSDate() } },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  return last === null || localDate(momentFromDate(last.startedAt), zone) < localDate(now, zone);
}
