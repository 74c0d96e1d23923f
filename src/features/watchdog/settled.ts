/**
 * Since when the watchdog has to look, so that nothing leaves its window unseen: from its last look after which no difference was left
 * to be believed, however long it stood still since, and never less than some days.
 */
import { z } from "zod";
import { momentFromIso } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";

const SETTLED = "watchdog.settled";
const settledSchema = z.object({ at: z.iso.datetime({ offset: true }), offsetMs: z.number() });

/** So much is looked at anew even where all was settled a moment ago: rows may go after they were seen. */
const DAYS_BACK = 7;

/** The business moment of that look. Missing before the first one, and where somebody moved the clock on purpose since. */
export async function settledAt(ctx: Context) {
  const kept = await ctx.db.setting.findUnique({ where: { key: SETTLED } });
  if (kept === null) return undefined;
  const { at, offsetMs } = settledSchema.parse(JSON.parse(kept.value));
  return offsetMs === ctx.parts.clocks.offsetMs() ? momentFromIso(at) : undefined;
}

export async function horizonOf(ctx: Context): Promise<Date> {
  const back = ctx.now.minus({ days: DAYS_BACK });
  const settled = await settledAt(ctx);
  return (settled !== undefined && settled < back ? settled : back).toJSDate();
}

/** `waiting`: differences that the next look must still be able to see. */
export async function settle(ctx: Context, waiting: number): Promise<void> {
  if (waiting > 0) return;
  const value = JSON.stringify({ at: ctx.now.toISO(), offsetMs: ctx.parts.clocks.offsetMs() });
  await ctx.db.setting.upsert({ where: { key: SETTLED }, create: { key: SETTLED, value }, update: { value } });
}
