/** An offer as it stands in the record: its rows, the question to who is asked, what their keepers are told, and the audit event. */
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { answerBy } from "./answer-by.ts";
import { OFFERED } from "./ids.ts";
import { coveredBy, tellBatch } from "./tell.ts";

export interface OfferWish {
  readonly takerId: string;
  readonly reason: string;
  /** Without an inspection it is the whole account. `number` is the inspection's or the customer's. */
  readonly items: readonly {
    readonly borrowerId: string;
    readonly inspectionId: string | null;
    readonly fromPersonId: string | null;
    readonly number: string;
  }[];
  /** What the audit event says besides. */
  readonly noted?: Readonly<Record<string, string>>;
}

/** In the caller's transaction, which has asked for the right. */
export async function writeOffer(
  tx: Context,
  { takerId, reason, items, noted = {} }: OfferWish,
): Promise<{ batchId: string; until: Date }> {
  const batchId = newId();
  const until = await answerBy(tx, takerId);
  const rows = items.map(({ inspectionId, borrowerId, fromPersonId }) => ({
    id: newId(),
    borrowerId,
    inspectionId,
    fromPersonId,
    toPersonId: takerId,
    reason,
    askedById: tx.actor.personId,
    askedAt: tx.now.toJSDate(),
    answerBy: until,
    state: "asked",
    batchId,
  }));
  await tx.db.handover.createMany({ data: rows });
  await promise(tx, {
    key: `${OFFERED}:${batchId}`,
    kind: OFFERED,
    personId: takerId,
    urgent: true,
    refs: { batchId },
    items: coveredBy(batchId, rows, "offered"),
  });
  const had = rows.flatMap(({ fromPersonId }) => fromPersonId ?? []);
  await tellBatch(tx, batchId, rows, "asked", had);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "handover.asked",
    subject: { kind: "handover_batch", id: batchId },
    after: {
      to: takerId,
      reason,
      ...noted,
      answerBy: until.toISOString(),
      items: items.map(({ number, fromPersonId }) => ({ number, from: fromPersonId })),
    },
    policyVersionId: tx.policy.versionId,
  });
  return { batchId, until };
}
