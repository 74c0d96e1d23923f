/** What becomes of a claimed message. Only the holder of the lease may say: a sender that was given up on changes nothing. */
import { inTransaction, systemContext } from "../context.ts";
import type { OutboxRow, Tx } from "../storage/index.ts";
import { reportDead } from "./dead.ts";
import type { Delivery } from "./delivery.ts";
import { promiseFile } from "./file-below.ts";
import { otherWay, reroute } from "./reroute.ts";

/** Longer than the client's own time-outs together, so that a living sender never loses its lease. */
export const LEASE_MS = 60_000;
/** Send time-out plus 30 s: no look-up sooner than this after an attempt (design, "Telling people"). */
export const LOOK_UP_AFTER_MS = 40_000;
/** Of the lease, this much may pass before the post begins; a process that stood still for longer lets go. */
const FRESH_MS = 20_000;

type Settled = Partial<
  Pick<OutboxRow, "state" | "failure" | "channelId" | "ts" | "sentAt" | "rendered" | "leaseUntil">
>;

export async function settle(delivery: Delivery, row: OutboxRow, settled: Settled): Promise<boolean> {
  return settleIn(delivery.parts.database.db, row, settled);
}

/** Sent; a file that is to stand below it is promised in the same transaction. */
export async function settleSent(delivery: Delivery, row: OutboxRow, sent: Settled, hasFile: boolean): Promise<void> {
  await inTransaction(systemContext(delivery.parts), async (tx) => {
    const isOurs = await settleIn(tx.db, row, { ...sent, state: "sent", failure: null });
    await (isOurs && hasFile ? promiseFile(tx, row) : undefined);
  });
}

async function settleIn(db: Tx, row: OutboxRow, settled: Settled): Promise<boolean> {
  const { count } = await db.outboxMessage.updateMany({
    where: { id: row.id, state: "claimed", claimedBy: row.claimedBy },
    data: { leaseUntil: null, ...settled },
  });
  return count > 0;
}

/**
 * The lease begins anew, so that whoever was slow never sends what another worker has taken over, and the channel is kept for
 * the look-up. Answers until when; nothing when the lease is lost.
 */
export async function hold(delivery: Delivery, row: OutboxRow, channelId: string): Promise<Date | null> {
  const lease = leaseFor(delivery, LEASE_MS);
  return (await settle(delivery, row, { channelId, ...lease })) ? lease.leaseUntil : null;
}

/** Whether the lease leaves time to send. Asked at the last moment, with nothing awaited between. */
export function isFresh(delivery: Delivery, leaseUntil: Date | null): boolean {
  const left = (leaseUntil?.getTime() ?? 0) - delivery.parts.clocks.machineNow().getTime();
  return left > LEASE_MS - FRESH_MS;
}

/** Not now: it may be claimed again when the time has passed. */
export async function release(delivery: Delivery, row: OutboxRow, afterMs: number, failure?: string): Promise<void> {
  await settle(delivery, row, {
    state: "pending",
    ...(afterMs > 0 ? leaseFor(delivery, afterMs) : {}),
    ...(failure === undefined ? {} : { failure }),
  });
}

/**
 * It cannot arrive as it was tried: the same person is tried another way, else somebody reads it in their place and the
 * administrators are told, in the same transaction. Answers whether it is given up.
 */
export async function bury(delivery: Delivery, row: OutboxRow, why: string): Promise<boolean> {
  return inTransaction(systemContext(delivery.parts), async (tx) => {
    if (!(await settleIn(tx.db, row, { state: "dead", failure: why }))) {
      return false;
    }
    const other = await otherWay(tx, row, why);
    if (other !== undefined) {
      await tx.db.outboxMessage.update({
        where: { id: row.id },
        data: { state: "pending", channelId: null, ...other },
      });
      return false;
    }
    await reroute(tx, delivery, row, why);
    await reportDead(tx, row);
    return true;
  });
}

export function leaseFor(delivery: Delivery, ms: number): { leaseUntil: Date } {
  return { leaseUntil: new Date(delivery.parts.clocks.machineNow().getTime() + ms) };
}
