/** A promise that waits for more of its kind: what falls into the same minutes for the same person is one message. */
import type { Moment } from "../../domain/vocabulary.ts";
import type { Context } from "../context.ts";
import type { CoveredItem } from "./promise.ts";

export interface WindowedPromise {
  readonly kind: string;
  readonly personId: string;
  readonly slotOn?: string;
  readonly urgent: boolean;
  /** Length of a window; they begin with the hour. */
  readonly minutes: number;
  /** A moment in the window, as it is counted on the business clock. Default: now. */
  readonly from?: Moment;
  /** From the beginning of the window, as `yyyy-MM-dd'T'HH:mm`, to the promise's unique key. */
  readonly key: (window: string) => string;
}

/** Said at the end of the window, of the business clock's where no other is named. Call it in the transaction of the fact. */
export async function promiseInWindow(tx: Context, wish: WindowedPromise, covered: CoveredItem): Promise<void> {
  const { kind, personId, slotOn, urgent, minutes } = wish;
  const at = (wish.from ?? tx.now).setZone(tx.now.zone);
  const from = at.startOf("minute").minus({ minutes: at.minute % minutes });
  const key = wish.key(from.toFormat("yyyy-MM-dd'T'HH:mm"));
  const message = await tx.db.outboxMessage.upsert({
    where: { key },
    // Writing something makes this one statement: two facts at once must not both find that there is no message.
    update: { kind },
    create: {
      key,
      kind,
      personId,
      slotOn: slotOn ?? null,
      urgent,
      state: "pending",
      notBefore: from.plus({ minutes }).toJSDate(),
      refs: "{}",
      createdAt: tx.now.toJSDate(),
    },
    select: { id: true },
  });
  const item = { messageId: message.id, subjectKind: covered.kind, subjectId: covered.id };
  await tx.db.outboxItem.upsert({
    where: { messageId_subjectKind_subjectId: item },
    update: { stage: covered.stage },
    create: { ...item, stage: covered.stage },
  });
}
