/** A promise to say something: written in the transaction of the fact, kept later by ./deliver.ts. */
import type { Context } from "../context.ts";
import { isInBackground } from "../storage/index.ts";
import { mayHaveBeenKept } from "./after-restore.ts";

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface CoveredItem extends Subject {
  /** Why it is mentioned: due_today, late, returned ... */
  readonly stage: string;
}

export interface MessagePromise {
  /** The same promise cannot be made twice; whatever may be said again carries the day or the rung. */
  readonly key: string;
  readonly kind: string;
  readonly personId: string;
  readonly slotOn?: string;
  readonly urgent?: boolean;
  /** What the renderer needs to find the facts again; no text. */
  readonly refs?: Readonly<Record<string, string>>;
  readonly items?: readonly CoveredItem[];
  /** Business moment before which it is not said. */
  readonly notBefore?: Date;
}

/** Answers whether this promise is new. */
export async function promise(tx: Context, message: MessagePromise): Promise<boolean> {
  const known = await tx.db.outboxMessage.findUnique({ where: { key: message.key }, select: { id: true } });
  if (known !== null) {
    return false;
  }
  const now = tx.now.toJSDate();
  const state = (await mayHaveBeenKept(tx, message.slotOn))
    ? { state: "uncertain", failure: "restored", leaseUntil: tx.parts.clocks.machineNow() }
    : { state: "pending" };
  await tx.db.outboxMessage.create({
    data: {
      key: message.key,
      kind: message.kind,
      personId: message.personId,
      slotOn: message.slotOn ?? null,
      urgent: message.urgent ?? false,
      ...state,
      notBefore: message.notBefore ?? now,
      refs: JSON.stringify(message.refs ?? {}),
      createdAt: now,
      items: {
        create: uniqueItems(message.items ?? []).map(({ kind, id, stage }) => ({
          subjectKind: kind,
          subjectId: id,
          stage,
        })),
      },
    },
  });
  return true;
}

/** A message on its way may have been drawn before the fact changed. */
const SAID_OR_BEING_SAID = ["claimed", "sent", "uncertain"];

type Which = NonNullable<NonNullable<Parameters<Context["db"]["outboxMessage"]["updateMany"]>[0]>["where"]>;

/** Every copy that mentions the subject is drawn again from the facts. */
export async function markStale(tx: Context, subject: Subject): Promise<void> {
  await markStaleWhere(tx, { items: { some: { subjectKind: subject.kind, subjectId: subject.id } } });
}

/** As `markStale`, for messages that are found otherwise. What a sweep changes waits behind what a person changes. */
export async function markStaleWhere(tx: Context, which: Which): Promise<void> {
  const where = { ...which, state: { in: SAID_OR_BEING_SAID } };
  const staleAt = tx.parts.clocks.machineNow();
  if (isInBackground()) {
    await tx.db.outboxMessage.updateMany({ where: { ...where, staleAt: null }, data: { staleInBackground: true } });
    await tx.db.outboxMessage.updateMany({ where, data: { staleAt } });
  } else {
    await tx.db.outboxMessage.updateMany({ where, data: { staleAt, staleInBackground: false } });
  }
}

function uniqueItems(items: readonly CoveredItem[]): CoveredItem[] {
  return [...new Map(items.map((item) => [`${item.kind}:${item.id}`, item])).values()];
}
