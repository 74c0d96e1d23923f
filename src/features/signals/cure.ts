/** The fact that raised a signal is gone: said beside it, and it stands until people agree. */
import type { SignalLevel } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { SIGNAL_SUBJECT } from "./ids.ts";

export interface Curable {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly level: SignalLevel;
  readonly endedAt: Date | null;
}

/** In the caller's transaction. One that has ended stays as it ended; should the fact come back, it is a new one. */
export async function cure(tx: Context, { id, code, state, level, endedAt }: Curable): Promise<void> {
  const at = tx.now.toJSDate();
  await tx.db.signal.update({ where: { id }, data: { curedAt: at } });
  const moved = { act: "cured", fromState: state, toState: state, level, words: "" };
  await tx.db.signalEvent.create({ data: { signalId: id, at, ...moved, policyVersionId: tx.policy.versionId } });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "signal.cured",
    subject: { kind: SIGNAL_SUBJECT, id },
    after: { code, level },
    policyVersionId: tx.policy.versionId,
  });
  if (endedAt === null) await markStale(tx, { kind: SIGNAL_SUBJECT, id });
}
