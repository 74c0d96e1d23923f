/** What becomes of a claimed message. Only the holder of the lease may say: a sender that was given up on changes nothing. */
import { inTransaction, systemContext } from "../context.ts";
import type { OutboxRow, Tx } from "../storage/index.ts";
import { reportDead } from "./dead.ts";
import type { Delivery } from "./deliver.ts";

/** Longer than the client's own time-outs together, so that a living sender never loses its lease. */
export const LEASE_MS = 60_000;

type Settled = Partial<
  Pick<OutboxRow, "state" | "failure" | "channelId" | "ts" | "sentAt" | "rendered" | "leaseUntil">
>;

export async function settle(delivery: Delivery, row: OutboxRow, settled: Settled): Promise<boolean> {
  return settleIn(delivery.parts.database.db, row, settled);
}

async function settleIn(db: Tx, row: OutboxRow, settled: Settled): Promise<boolean> {
  const { count } = await db.outboxMessage.updateMany({
    where: { id: row.id, state: "claimed", claimedBy: row.claimedBy },
    data: { leaseUntil: null, ...settled },
  });
  return count > 0;
}

/**
 * Just before the post: the lease begins anew, so that a long batch never sends what another worker has taken over, and the
 * channel is kept for the look-up. False when the lease is lost.
 */
export async function hold(delivery: Delivery, row: OutboxRow, channelId: string): Promise<boolean> {
  return settle(delivery, row, { channelId, ...leaseFor(delivery, LEASE_MS) });
}

/** Not now: it may be claimed again when the time has passed. */
export async function release(delivery: Delivery, row: OutboxRow, afterMs: number, failure?: string): Promise<void> {
  await settle(delivery, row, {
    state: "pending",
    ...leaseFor(delivery, afterMs),
    ...(failure === undefined ? {} : { failure }),
  });
}

/** It can never arrive. The administrators are told in the same transaction. */
export async function bury(delivery: Delivery, row: OutboxRow, why: string): Promise<void> {
  await inTransaction(systemContext(delivery.parts), async (tx) => {
    if (await settleIn(tx.db, row, { state: "dead", failure: why })) {
      await reportDead(tx, row);
    }
  });
}

export function leaseFor(delivery: Delivery, ms: number): { leaseUntil: Date } {
  return { leaseUntil: new Date(delivery.parts.clocks.machineNow().getTime() + ms) };
}
