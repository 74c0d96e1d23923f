/** What lapses or falls due of customers and was not put right (R59-R61), as work of whoever keeps the customer. */
import { addDays, isoDate } from "../../domain/dates.ts";
import { KEY_DATE_KINDS } from "../../domain/vocabulary.ts";
import { keyDateDays } from "../../domain/watchdog/index.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { KEY_DATE_SUBJECT } from "./ids.ts";
import type { OpenWork } from "./open-work.ts";

/** A local date is at most a day ahead of the one in UTC. */
const ZONE_DAYS = 1;

/** Costs as much as what lapses or has lapsed. */
export async function loadOpenKeyDates(ctx: Context): Promise<OpenWork[]> {
  const rows = await ctx.db.keyDate.findMany({
    where: { metOn: null, remindOn: { lte: addDays(isoDate(ctx.now.toISODate()), ZONE_DAYS) } },
    select: {
      id: true,
      kind: true,
      unitId: true,
      borrowerId: true,
      reference: true,
      dueOn: true,
      heldOn: true,
      remindOn: true,
      seenAt: true,
      borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
    },
  });
  return rows.map(({ id, unitId, borrowerId, reference, seenAt, borrower, ...row }): OpenWork => {
    const kind = oneOf(KEY_DATE_KINDS, row.kind);
    const facts = { kind, dueOn: isoDate(row.dueOn), remindOn: isoDate(row.remindOn) };
    return {
      ...{ subject: KEY_DATE_SUBJECT, id, number: reference, kind, unitId, borrowerId, createdAt: seenAt },
      assigneeId: borrower.ownerships[0]?.personId ?? null,
      // What had lapsed before the desk knew of it makes nobody late overnight.
      dueOn: isoDate(row.heldOn),
      before: keyDateDays(ctx.policy.policy, facts),
      // An overdue repayment is a signal, and climbs as one.
      climbs: kind !== "repayment",
      isReturned: false,
    };
  });
}
