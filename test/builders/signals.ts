/** Signals as they stand, with everything said that a test does not care about. */
import type { Tx } from "../../src/platform/storage/index.ts";
import { aBorrower } from "./book.ts";
import { nextNumber } from "./unique.ts";

export type SignalRow = NonNullable<Awaited<ReturnType<Tx["signal"]["findFirst"]>>>;

export interface SignalWishes extends Partial<SignalRow> {
  readonly policyVersionId: string;
  /** Of the borrower's; a customer of a unit of its own when not said. */
  readonly borrowerId?: string;
}

/** An orange one about a borrower, raised from facts, that nobody has answered; its ladder is to be looked at at once. */
export async function aSignal(db: Tx, wishes: SignalWishes): Promise<SignalRow> {
  const number = nextNumber();
  const { borrowerId = (await aBorrower(db)).id, raisedAt = new Date("2026-03-10T02:00:00Z"), ...values } = wishes;
  const { unitId } = await db.borrower.findUniqueOrThrow({ where: { id: borrowerId }, select: { unitId: true } });
  return db.signal.create({
    data: {
      number: `S${String(number).padStart(6, "0")}`,
      code: "FIN-02",
      borrowerId,
      unitId,
      subjectKind: "borrower",
      subjectId: borrowerId,
      level: "orange",
      path: "full",
      state: "raised",
      raisedAt,
      levelSince: raisedAt,
      ladderAt: raisedAt,
      ...values,
    },
  });
}

/** One that a second person released: closed by them on `endedOn`. */
export async function aClosedSignal(
  db: Tx,
  {
    closedBy,
    endedOn,
    ...wishes
  }: Omit<SignalWishes, "endedOn"> & { readonly closedBy: string; readonly endedOn: string },
): Promise<SignalRow> {
  const { id } = await aSignal(db, { state: "observing", raisedOn: "2026-03-10", ...wishes, ladderAt: null });
  const endedAt = new Date(`${endedOn}T03:00:00Z`);
  const words = { level: "orange", words: "clean", policyVersionId: wishes.policyVersionId };
  const moved = { act: "agree_release", fromState: "observing", toState: "closed" };
  await db.signalEvent.create({ data: { signalId: id, at: endedAt, personId: closedBy, ...moved, ...words } });
  const ended = { state: "closed", endedById: closedBy, endedAt, endedOn, endDays: 1 };
  return db.signal.update({ where: { id }, data: ended });
}
