/** Whether the clockwork goes: duties come to their end, and the clock runs forward. */
import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import type { Difference } from "./difference.ts";

const SEEN = "watchdog.seen";
/** Two processes' clocks differ by less. */
const SKEW_MINUTES = 2;
const seenSchema = z.object({ until: z.iso.datetime(), offsetMs: z.number() });

/** A duty that comes to its end at least so often while the process runs. */
export interface WatchedDuty {
  readonly name: string;
  readonly everyMinutes: number;
}

/** `since`: when this process began, by the machine's clock; what stood still before that was nobody's duty. */
export async function findStopped(ctx: Context, duties: readonly WatchedDuty[], since: Date): Promise<Difference[]> {
  const beats = await ctx.db.dutyBeat.findMany({ where: { duty: { in: duties.map(({ name }) => name) } } });
  const now = ctx.parts.clocks.machineNow().getTime();
  return duties.flatMap(({ name, everyMinutes }): Difference[] => {
    const beat = beats.find(({ duty }) => duty === name)?.endedAt ?? since;
    const last = beat > since ? beat : since;
    return now - last.getTime() <= everyMinutes * 60_000
      ? []
      : [
          {
            key: `duty_stopped:${name}`,
            kind: "duty_stopped",
            subject: { kind: "duty", id: name },
            detail: { duty: name, since: last.toISOString() },
          },
        ];
  });
}

/**
 * It is earlier than at the last look. The new time is believed from now on. A clock that somebody moved on purpose (a
 * demonstration, a replay) was not set back.
 */
export async function findClockBack(ctx: Context): Promise<Difference[]> {
  const before = await readSeen(ctx);
  const now = { until: ctx.now.toISO(), offsetMs: ctx.parts.clocks.offsetMs() };
  await writeSeen(ctx, now);
  const isBack =
    before !== undefined &&
    before.offsetMs === now.offsetMs &&
    ctx.now.plus({ minutes: SKEW_MINUTES }).toJSDate() < new Date(before.until);
  return isBack
    ? [
        {
          key: `clock_back:${before.until}:${now.until}`,
          kind: "clock_back",
          subject: { kind: "clock", id: "business" },
          detail: { from: before.until, to: now.until },
        },
      ]
    : [];
}

async function readSeen({ db }: Context): Promise<z.infer<typeof seenSchema> | undefined> {
  const kept = await db.setting.findUnique({ where: { key: SEEN } });
  return kept === null ? undefined : seenSchema.parse(JSON.parse(kept.value));
}

async function writeSeen({ db }: Context, seen: z.infer<typeof seenSchema>): Promise<void> {
  const value = JSON.stringify(seen);
  await db.setting.upsert({ where: { key: SEEN }, create: { key: SEEN, value }, update: { value } });
}
