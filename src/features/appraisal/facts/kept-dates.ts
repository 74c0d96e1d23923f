/** Key dates of the accounts that a person kept in a month, with whose the account was when. */
import { addDays } from "../../../domain/dates.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import type { Month } from "./month.ts";

export interface KeptDates {
  /** How many accounts they kept at some time of it. */
  readonly accounts: number;
  /** Of every kind, where the day after them, or after they are held against anybody, lies in the month; by day. */
  readonly dates: readonly KeptDate[];
}
export type KeptDate = Awaited<ReturnType<typeof datesOf>>[number];

export async function keptDates({ db }: Context, personId: string, month: Month): Promise<KeptDates> {
  const kept = await db.ownership.findMany({
    where: { personId, fromAt: { lt: month.ends }, OR: [{ toAt: null }, { toAt: { gte: month.begins } }] },
    distinct: ["borrowerId"],
    select: { borrowerId: true },
  });
  const ids = kept.map(({ borrowerId }) => borrowerId);
  return { accounts: ids.length, dates: await inTurns(ids, (some) => datesOf(db, some, month)) };
}

/** Asked by customer alone: with a kind beside it SQLite reads every date of that kind in the bank. */
function datesOf(db: Context["db"], borrowers: readonly string[], month: Month) {
  const days = { gte: addDays(month.from, -1), lt: month.to };
  return db.keyDate.findMany({
    where: { borrowerId: { in: [...borrowers] }, OR: [{ heldOn: days }, { dueOn: days }] },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, kind: true, subjectId: true, borrowerId: true, dueOn: true, heldOn: true, metOn: true },
      borrower: { select: { number: true, ownerships: { select: { personId: true, fromAt: true, toAt: true } } } },
    },
  });
}
