/** A moved business clock outlives a restart, so that a demonstration or a replay goes on where it stood. */
import type { Parts } from "./context.ts";
import type { Tx } from "./storage/index.ts";

const CLOCK_OFFSET = "clock.offset_ms";

export async function keptOffsetMs(db: Tx): Promise<number> {
  const kept = await db.setting.findUnique({ where: { key: CLOCK_OFFSET } });
  return kept === null ? 0 : Number(kept.value);
}

export async function keepClock({ database, clocks }: Parts): Promise<void> {
  const value = String(clocks.offsetMs());
  await database.db.setting.upsert({
    where: { key: CLOCK_OFFSET },
    create: { key: CLOCK_OFFSET, value },
    update: { value },
  });
}
