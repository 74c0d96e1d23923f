/** Open key dates by whoever keeps the customer, as the morning asks for them. */

import { z } from "zod";
import { addDays, compareDates, isoDate } from "../../domain/dates.ts";
import { daysBefore } from "../../domain/key-dates/index.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { type IsoDate, KEY_DATE_KINDS, type KeyDateKind } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";

export interface OpenKeyDate {
  readonly id: string;
  /** From which lateness is counted. */
  readonly dueOn: IsoDate;
  /** Calendar days before it on which it is told. */
  readonly before: readonly number[];
}

/** A local date is at most a day ahead of the one in UTC. */
const reached = (ctx: Context) => ({
  metOn: null,
  remindOn: { lte: addDays(isoDate(ctx.now.toISODate()), 1) },
});

/** How many customers of each person have a date that is told: who is worth asking about. */
export async function countKeyDates(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.parts.database.raw.query(KEPT_WITH_DATES, [reached(ctx).remindOn.lte]);
  return new Map(counted.parse(rows).map(({ personId, customers }) => [personId, customers]));
}

/** From the dates to their keepers: asked the other way round (as Prisma does), it reads every customer of the book. */
const KEPT_WITH_DATES = `
  SELECT o."personId", COUNT(DISTINCT o."borrowerId") AS "customers" FROM "KeyDate" k
  JOIN "Ownership" o ON o."borrowerId" = k."borrowerId" AND o."toAt" IS NULL
  WHERE k."metOn" IS NULL AND k."remindOn" <= $1 GROUP BY o."personId"`;

const counted = z.array(z.object({ personId: z.string(), customers: z.coerce.number() }));

export async function keyDatesOf(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenKeyDate[]>> {
  const rows = await inTurns([...new Set(personIds)], (some) =>
    ctx.db.keyDate.findMany({
      where: {
        ...reached(ctx),
        borrower: { ownerships: { some: { toAt: null, personId: { in: some } } } },
      },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      select: {
        id: true,
        kind: true,
        heldOn: true,
        remindOn: true,
        dueOn: true,
        borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
      },
    }),
  );
  const byPerson = new Map<string, OpenKeyDate[]>();
  for (const { id, kind, heldOn, dueOn, remindOn, borrower } of rows) {
    const days = beforeOf(ctx, oneOf(KEY_DATE_KINDS, kind), isoDate(dueOn), isoDate(remindOn));
    for (const { personId } of borrower.ownerships) {
      addTo(byPerson, personId, { id, dueOn: isoDate(heldOn), before: days });
    }
  }
  return byPerson;
}

/** A repayment's days go with the term of its loan, and the row knows the first of them. */
function beforeOf(ctx: Context, kind: KeyDateKind, dueOn: IsoDate, remindOn: IsoDate): readonly number[] {
  return daysBefore(ctx.policy.policy, kind).filter((days) => compareDates(addDays(dueOn, -days), remindOn) >= 0);
}
