/** What an administrator may do with a message that was given up: try again, or have somebody else read it. */
import { nothingInParticular } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/record.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { rerouteTo } from "../../platform/outbox/reroute.ts";
import { inPlaceOf } from "../people/index.ts";

/** It is claimed again with the next tick. Refused where it is not given up (any more). */
export async function retryMessage(ctx: Context, id: string): Promise<Refusal | undefined> {
  const refused = authorize(ctx, "steer_delivery", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.outboxMessage.findUnique({ where: { id } });
    const { count } = await tx.db.outboxMessage.updateMany({
      where: { id, state: "dead" },
      data: { state: "pending", failure: null, leaseUntil: null, claimedBy: null, channelId: null },
    });
    if (count === 0) {
      return refuse("delivery.not_failed");
    }
    await note(tx, "delivery.retried", id, { why: row?.failure });
    return undefined;
  });
}

/** To whoever stands in today or manages the person. The message itself stays given up. */
export async function rerouteMessage(ctx: Context, id: string): Promise<Refusal | undefined> {
  const refused = authorize(ctx, "steer_delivery", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.outboxMessage.findUnique({ where: { id } });
    if (row === null || row.state !== "dead" || row.personId === null) {
      return refuse("delivery.not_failed");
    }
    const readers = await inPlaceOf(tx, row.personId);
    if (readers.length === 0) {
      return refuse("delivery.nobody_instead");
    }
    await rerouteTo(tx, row, row.personId, readers);
    await note(tx, "delivery.rerouted", id, { readers });
    return undefined;
  });
}

async function note(tx: Context, verb: string, id: string, after: unknown): Promise<void> {
  const subject = { kind: "message", id };
  await record(tx.db, { at: tx.now, actorId: tx.actor.personId, verb, subject, after });
}
