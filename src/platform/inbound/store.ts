/**
 * Keeps what Slack delivered before Slack is told: each delivery once. One statement by hand, because a person waits
 * for it.
 */
import { z } from "zod";
import { newId } from "../ids.ts";
import type { Database } from "../storage/index.ts";

export interface Delivery {
  /** The same delivery has the same key, however often it is sent. */
  readonly key: string;
  readonly kind: string;
  /** JSON text. */
  readonly payload: string;
  readonly receivedAt: Date;
}

export type InboundState = "received" | "done" | "failed";

export type Kept =
  | { readonly fresh: true }
  /** A repeat: what became of the first. `answer` is null while nobody has answered it. */
  | { readonly fresh: false; readonly state: InboundState; readonly answer: string | null };

export interface KeptDelivery {
  readonly key: string;
  readonly kind: string;
  readonly payload: string;
  readonly receivedAt: Date;
}

/** In UTF-8 bytes. Slack's own largest view is far smaller. */
export const LONGEST_PAYLOAD = 256 * 1024;

const keptRow = z.array(
  z.looseObject({ id: z.string(), state: z.enum(["received", "done", "failed"]), answer: z.string().nullable() }),
);

/** Throws RangeError on a payload over 256 kB, and StorageBusy where nothing could be stored. */
export async function storeInbound(database: Database, delivery: Delivery): Promise<Kept> {
  if (Buffer.byteLength(delivery.payload) > LONGEST_PAYLOAD) {
    throw new RangeError(`a delivery of more than ${LONGEST_PAYLOAD} bytes is not kept`);
  }
  const id = newId();
  const rows = await database.raw.query(
    `INSERT INTO "InboundDelivery" ("id", "key", "kind", "payload", "state", "receivedAt")
     VALUES ($1, $2, $3, $4, 'received', $5)
     ON CONFLICT ("key") DO UPDATE SET "key" = excluded."key"
     RETURNING "id", "state", "answer"`,
    [id, delivery.key, delivery.kind, delivery.payload, delivery.receivedAt],
  );
  const [row] = keptRow.parse(rows);
  if (row === undefined) throw new Error("the database answered no row for a stored delivery");
  return row.id === id ? { fresh: true } : { fresh: false, state: row.state, answer: row.answer };
}

/** Notes what was answered, so that a repeat gets the same. The first answer stays. */
export async function answerInbound(database: Database, key: string, answer: string): Promise<void> {
  await database.db.inboundDelivery.updateMany({
    where: { key, state: { not: "done" } },
    data: { state: "done", answer, doneAt: new Date(), failure: null },
  });
}

/** Notes that it could not be done. It is listed no more; a repeat may try again. `why` is a word, not a message. */
export async function failInbound(database: Database, key: string, why: string): Promise<void> {
  await database.db.inboundDelivery.updateMany({
    where: { key, state: "received" },
    data: { state: "failed", failure: why, doneAt: new Date() },
  });
}

/** What was stored and never answered, oldest first: the process ended in between. At most `limit`. */
export async function listUnanswered(database: Database, limit = 500): Promise<KeptDelivery[]> {
  return database.db.inboundDelivery.findMany({
    where: { state: "received" },
    orderBy: { receivedAt: "asc" },
    take: limit,
    select: { key: true, kind: true, payload: true, receivedAt: true },
  });
}
