/** Both are told at once what the other, or their manager, has entered or ended. Call in the transaction of the fact. */
import type { Context } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { ABSENCE_SUBJECT, ABSENCE_TOLD } from "./ids.ts";

interface Told {
  readonly id: string;
  readonly personId: string;
  readonly standInId: string;
}

export async function tellAbsence(tx: Context, absence: Told, news: "entered" | "ended"): Promise<void> {
  await markStale(tx, { kind: ABSENCE_SUBJECT, id: absence.id });
  for (const personId of [absence.standInId, absence.personId]) {
    if (personId !== tx.actor.personId) {
      await promise(tx, {
        key: `${ABSENCE_TOLD}:${news}:${absence.id}:${personId}`,
        kind: ABSENCE_TOLD,
        personId,
        urgent: true,
        refs: { absenceId: absence.id },
        items: [{ kind: ABSENCE_SUBJECT, id: absence.id, stage: news }],
      });
    }
  }
}
