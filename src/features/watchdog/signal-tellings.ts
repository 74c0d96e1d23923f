/** What the outbox holds about signals and their rungs: to whom, from when on it may be said, and when it was promised. */
import { addTo } from "../../domain/lists-by-key.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { SIGNAL_KINDS, SIGNAL_SUBJECT, WATCHDOG_SIGNALS } from "./ids.ts";

export interface Telling {
  readonly personId: string;
  readonly at: Date;
  readonly promisedAt: Date;
}

/** By signal, oldest first. What could not be delivered counts: whoever looks after delivery was told of that. */
export async function loadTellings(
  ctx: Context,
  signalIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, readonly Telling[]>> {
  const rows = await inTurns(signalIds, (some) =>
    ctx.db.outboxItem.findMany({
      where: {
        subjectKind: SIGNAL_SUBJECT,
        subjectId: { in: some },
        message: { kind: { in: [...SIGNAL_KINDS, WATCHDOG_SIGNALS] }, notBefore: { gte: since } },
      },
      select: { subjectId: true, message: { select: { personId: true, notBefore: true, createdAt: true } } },
    }),
  );
  const bySignal = new Map<string, Telling[]>();
  for (const { subjectId, message } of rows) {
    const telling = { personId: message.personId ?? "", at: message.notBefore, promisedAt: message.createdAt };
    addTo(bySignal, subjectId, telling);
  }
  for (const tellings of bySignal.values()) tellings.sort((a, b) => a.at.getTime() - b.at.getTime());
  return bySignal;
}
