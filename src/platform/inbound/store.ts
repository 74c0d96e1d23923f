/**
 * Keeps what Slack delivered before Slack is told: each delivery once. One statement by hand, because a person waits
 * for it.
 */
import { z } from "zod";
import { newId } from "../ids.ts";
import { type Database, isStorageBusy } from "../storage/index.ts";

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

const keptRows = z.array(
  z.looseObject({
    id: z.string(),
    key: z.string(),
    state: z.enum(["received", "done", "failed"]),
    answer: z.string().nullable(),
  }),
);

type KeptRow = z.infer<typeof keptRows>[number];

interface Waiting {
  readonly id: string;
  readonly delivery: Delivery;
  readonly resolve: (kept: Kept) => void;
  readonly reject: (failure: unknown) => void;
}

/** Deliveries that came since the last statement, by database. */
const arrived = new WeakMap<Database, Waiting[]>();
/** Parameters of one statement are bounded in both databases. */
const TOGETHER = 100;

/**
 * What arrives in the same moment is stored by one statement: one commit for all of them, ahead of every other write.
 * Throws RangeError on a payload over 256 kB, and StorageBusy where nothing could be stored.
 */
export async function storeInbound(database: Database, delivery: Delivery): Promise<Kept> {
  if (Buffer.byteLength(delivery.payload) > LONGEST_PAYLOAD) {
    throw new RangeError(`a delivery of more than ${LONGEST_PAYLOAD} bytes is not kept`);
  }
  return new Promise((resolve, reject) => {
    const one = { id: newId(), delivery, resolve, reject };
    const others = arrived.get(database);
    if (others === undefined) {
      arrived.set(database, [one]);
      setImmediate(() => void database.aheadOfAll(() => storeArrived(database)));
    } else {
      others.push(one);
    }
  });
}

/** Until nothing has come meanwhile. Never throws: each delivery hears of its own failure. */
async function storeArrived(database: Database): Promise<void> {
  for (let waiting = arrived.get(database); waiting !== undefined; waiting = arrived.get(database)) {
    const some = withoutRepeats(waiting.splice(0, TOGETHER), waiting);
    if (some.length === 0) {
      arrived.delete(database);
      return;
    }
    await storeTogether(database, some);
  }
}

/** Two of one key cannot stand in one statement: the second is put back, and hears what became of the first. */
function withoutRepeats(some: readonly Waiting[], rest: Waiting[]): Waiting[] {
  const keys = new Set<string>();
  return some.filter((one) => {
    const isRepeat = keys.has(one.delivery.key);
    keys.add(one.delivery.key);
    if (isRepeat) rest.push(one);
    return !isRepeat;
  });
}

async function storeTogether(database: Database, some: readonly Waiting[]): Promise<void> {
  try {
    const rows = await insertAll(database, some);
    for (const one of some) tell(one, rows.get(one.delivery.key));
  } catch (failure) {
    if (some.length === 1 || isStorageBusy(failure)) {
      for (const { reject } of some) reject(failure);
      return;
    }
    // One that cannot be stored keeps nobody else from being stored.
    for (const one of some) await storeTogether(database, [one]);
  }
}

function tell({ id, resolve }: Waiting, row: KeptRow | undefined): void {
  if (row === undefined) throw new Error("the database answered no row for a stored delivery");
  resolve(row.id === id ? { fresh: true } : { fresh: false, state: row.state, answer: row.answer });
}

async function insertAll(database: Database, some: readonly Waiting[]) {
  const values = some.flatMap(({ id, delivery: { key, kind, payload, receivedAt } }) => [
    id,
    key,
    kind,
    payload,
    receivedAt,
  ]);
  const places = some.map((_, row) => {
    const [id, key, kind, payload, receivedAt] = [1, 2, 3, 4, 5].map((column) => `$${row * 5 + column}`);
    return `(${id}, ${key}, ${kind}, ${payload}, 'received', ${receivedAt})`;
  });
  const rows = await database.raw.query(
    `INSERT INTO "InboundDelivery" ("id", "key", "kind", "payload", "state", "receivedAt")
     VALUES ${places.join(", ")}
     ON CONFLICT ("key") DO UPDATE SET "key" = excluded."key"
     RETURNING "id", "key", "state", "answer"`,
    values,
  );
  return new Map(keptRows.parse(rows).map((row) => [row.key, row]));
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
