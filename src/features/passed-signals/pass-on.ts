/** The signals of accounts go with the accounts. */
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { promiseInWindow } from "../../platform/outbox/promise-in-window.ts";

export const KEPT_TOLD = "signals.kept";
const SIGNAL_SUBJECT = "signal";
/** Whoever was asked to take it has it now, and is asked no more. */
const NO_OFFER = { offeredToId: null, offeredById: null, offeredAt: null, offerUntil: null, offerNote: null };

export interface PassedOn {
  readonly borrowerIds: readonly string[];
  /** Nobody: the account had no keeper. */
  readonly from: string | null;
  readonly to: string;
}

/** In the transaction that changes the keeper. Whoever took a signal over keeps it; the new keeper of the account hears of it too. */
export async function passSignalsOn(tx: Context, { borrowerIds, from, to }: PassedOn): Promise<void> {
  const standing = await inTurns(borrowerIds, (some) =>
    tx.db.signal.findMany({
      where: { borrowerId: { in: some }, endedAt: null, isRestricted: false, named: { none: {} } },
      orderBy: { id: "asc" },
      select: { id: true, level: true, state: true, ownerId: true, offeredToId: true },
    }),
  );
  if (standing.length === 0) return;
  for (const { id, level, state, offeredToId } of standing.filter(({ ownerId }) => ownerId === from && from !== null)) {
    await tx.db.signal.update({
      where: { id },
      data: { ownerId: to, ...(offeredToId === to ? NO_OFFER : {}), version: { increment: 1 } },
    });
    const moved = { act: "passed_on", fromState: state, toState: state, level, words: "" };
    const at = tx.now.toJSDate();
    await tx.db.signalEvent.create({ data: { signalId: id, at, ...moved, policyVersionId: tx.policy.versionId } });
    await markStale(tx, { kind: SIGNAL_SUBJECT, id });
  }
  const ids = standing.map(({ id }) => id);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "signal.passed_on",
    subject: { kind: "person", id: to },
    after: { from, to, signals: ids },
    policyVersionId: tx.policy.versionId,
  });
  const minutes = tx.policy.policy.reminders.bundle_minutes;
  const key = (window: string) => `${KEPT_TOLD}:${to}:${window}`;
  for (const id of ids) {
    const item = { kind: SIGNAL_SUBJECT, id, stage: "kept" };
    await promiseInWindow(tx, { kind: KEPT_TOLD, personId: to, urgent: false, minutes, key }, item);
  }
}
