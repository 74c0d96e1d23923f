/**
 * After a restore the record knows less than Slack: what was promised may have been sent since the copy, and so may what will be
 * promised again. Nothing of either is sent before it was looked up, by the hash of its key, which a restore does not change.
 */
import { z } from "zod";
import { record } from "../audit/record.ts";
import { localDate, momentFromIso } from "../clock.ts";
import { type Context, inTransaction } from "../context.ts";
import type { Database } from "../storage/index.ts";

const SETTING = "outbox.restored";
/** Promises without a slot that were made after the copy are made again soon, when the clock's duties run. */
const WINDOW_HOURS = 24;
/** Messages of these days may show, in Slack, facts that the record has lost: they are drawn again. */
const DRAWN_AGAIN_DAYS = 3;
const restored = z.object({ takenAt: z.string(), restoredOn: z.string(), until: z.string() });
type Restored = z.infer<typeof restored>;

export interface MarkedRestored {
  /** Messages that are looked up before they could be sent. */
  readonly uncertain: number;
  readonly drawnAgain: number;
}

/** `takenAt` is the business moment of the copy. */
export async function markRestored(ctx: Context, takenAt: string, auditHead: string): Promise<MarkedRestored> {
  const { clocks } = ctx.parts;
  const now = clocks.machineNow();
  return inTransaction(ctx, async (tx) => {
    const unsent = await tx.db.outboxMessage.updateMany({
      where: { state: { in: ["pending", "claimed", "uncertain"] } },
      data: { state: "uncertain", failure: "restored", leaseUntil: now, claimedBy: null },
    });
    const since = momentFromIso(takenAt).minus({ days: DRAWN_AGAIN_DAYS }).toJSDate();
    const drawn = await tx.db.outboxMessage.updateMany({
      where: { state: "sent", sentAt: { gte: since } },
      data: { staleAt: now, staleInBackground: true, rendered: null },
    });
    await tx.db.deliveryPause.deleteMany({});
    const value = JSON.stringify({
      takenAt,
      restoredOn: localDate(tx.now, tx.policy.policy.calendar.time_zone),
      until: tx.now.plus({ hours: WINDOW_HOURS }).toISO(),
    } satisfies Restored);
    await tx.db.setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "backup.restored",
      subject: { kind: "database", id: "all" },
      after: { takenAt, auditHead, uncertain: unsent.count },
    });
    return { uncertain: unsent.count, drawnAgain: drawn.count };
  });
}

const known = new WeakMap<Database, Promise<Restored | undefined>>();

/** Whether this promise may have been made, and kept, between the copy and the restore. Asked once per process: a desk never runs through a restore. */
export async function mayHaveBeenKept(ctx: Context, slotOn: string | undefined): Promise<boolean> {
  const { database } = ctx.parts;
  const asked = known.get(database) ?? readRestored(database);
  known.set(database, asked);
  const last = await asked;
  if (last === undefined) {
    return false;
  }
  return (slotOn !== undefined && slotOn <= last.restoredOn) || ctx.now < momentFromIso(last.until);
}

async function readRestored({ db }: Database): Promise<Restored | undefined> {
  const kept = await db.setting.findUnique({ where: { key: SETTING } });
  return kept === null ? undefined : restored.parse(JSON.parse(kept.value));
}
