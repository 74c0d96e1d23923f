/** Offers work to another: one inspection, a list, or whole accounts. Whoever has it stays responsible until they accept. */
import type { SubjectFacts } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { WAITING_HANDOVER_STATES } from "../../domain/vocabulary.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { isAtWork, type NamedPerson } from "../people/index.ts";
import { MOST_ITEMS } from "./ids.ts";
import { loadAccounts, loadInspections, type Offered } from "./subjects.ts";
import { whyNotRechecker, whyNotTaker } from "./takers.ts";
import { writeOffer } from "./write-offer.ts";

export interface HandoverWish {
  readonly inspectionIds: readonly string[];
  /** Whole accounts. */
  readonly borrowerIds: readonly string[];
  readonly toPersonId: string;
  readonly reason: string;
}

export interface AskedHandover {
  readonly batchId: string;
  readonly count: number;
  /** Of a list: what could not be offered, because it is done, offered already, or the taker's own. */
  readonly skipped: number;
  readonly toName: string;
  readonly answerBy: Date;
}

export async function askHandover(ctx: Context, wish: HandoverWish): Promise<AskedHandover | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const wanted = [
      ...(await loadInspections(tx.db, wish.inspectionIds)),
      ...(await loadAccounts(tx.db, wish.borrowerIds)),
    ];
    const refused = allowed(tx, wanted);
    if (refused !== undefined) {
      return refused;
    }
    const taker = await atWork(tx, wish.toPersonId);
    if (isRefusal(taker)) {
      return taker;
    }
    const unitIds = [...new Set(wanted.map(({ unitId }) => unitId))];
    const unfit = (await whyNotTaker(tx, taker, unitIds)) ?? (await whyNotRechecker(tx, taker, wanted));
    const offered = unfit ?? (await offerable(tx, wanted, taker));
    return isRefusal(offered) ? offered : offer(tx, wish, offered, taker, wanted.length - offered.length);
  });
}

function allowed(tx: Context, wanted: readonly Offered[]): Refusal | undefined {
  if (wanted.length === 0) {
    return refuse("handover.nothing_fits");
  }
  if (wanted.length > MOST_ITEMS) {
    return refuse("handover.too_many", { count: wanted.length, most: MOST_ITEMS });
  }
  return wanted.map(({ subject }) => askable(tx, subject)).find((refused) => refused !== undefined);
}

/** Whether the actor may offer this to somebody. */
export function askable(ctx: Context, subject: SubjectFacts): Refusal | undefined {
  return authorize(ctx, "ask_handover", subject);
}

async function atWork(tx: Context, personId: string): Promise<NamedPerson | Refusal> {
  const person = await tx.db.person.findUnique({ where: { id: personId }, include: { unit: true } });
  return person !== null && isAtWork(person, tx.now)
    ? { id: person.id, name: person.name }
    : refuse("person.unknown", { typed: person?.name ?? "" }, "to");
}

/** Of a list, what may be offered; of a single item, the reason why not. */
async function offerable(
  tx: Context,
  wanted: readonly Offered[],
  taker: NamedPerson,
): Promise<readonly Offered[] | Refusal> {
  const waiting = await waitingFor(tx, wanted);
  const free = wanted.filter(
    (item) => item.isOpen && item.fromPersonId !== taker.id && !waiting.some((row) => isSame(row, item)),
  );
  const [only] = wanted;
  if (free.length > 0 || only === undefined) {
    return free;
  }
  if (wanted.length > 1) {
    return refuse("handover.nothing_fits");
  }
  if (only.fromPersonId === taker.id) {
    return refuse("handover.theirs_already", { number: only.number, name: taker.name }, "to");
  }
  const [row] = waiting;
  return row === undefined
    ? refuse("handover.not_open", { number: only.number })
    : refuse("handover.waits_already", { number: only.number, name: await nameOf(tx, row.toPersonId) });
}

type WaitingRow = Awaited<ReturnType<typeof waitingFor>>[number];

function waitingFor(tx: Context, wanted: readonly Offered[]) {
  return inTurns([...new Set(wanted.map(({ borrowerId }) => borrowerId))], (some) =>
    tx.db.handover.findMany({
      where: { borrowerId: { in: some }, state: { in: [...WAITING_HANDOVER_STATES] } },
    }),
  );
}

function isSame(row: WaitingRow, item: Offered): boolean {
  return row.borrowerId === item.borrowerId && row.inspectionId === item.inspectionId;
}

async function nameOf(tx: Context, personId: string): Promise<string> {
  return (await tx.db.person.findUnique({ where: { id: personId }, select: { name: true } }))?.name ?? "";
}

async function offer(
  tx: Context,
  wish: HandoverWish,
  offered: readonly Offered[],
  taker: NamedPerson,
  skipped: number,
): Promise<AskedHandover> {
  const { batchId, until } = await writeOffer(tx, { takerId: taker.id, reason: wish.reason, items: offered });
  return { batchId, count: offered.length, skipped, toName: taker.name, answerBy: until };
}
