/** How the customer of a signal stood when it was raised, and who saw it first: from the record, as was known then. */
import { isoDate } from "../../../domain/dates.ts";
import { exposure } from "../../../domain/planning/exposure.ts";
import type { FoundBy } from "../../../domain/vocabulary.ts";
import { knownThen, type ToldChange, worstDaysPastDue } from "../../../domain/worth/as-raised.ts";
import { localDate, momentFromDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import { keeperAt } from "../../people/index.ts";
import type { SignalRow } from "../signal-case.ts";

export interface AsRaised {
  readonly foundBy: FoundBy;
  /** Calendar days. */
  readonly raisedDpd: number;
  /** In minor units of the policy's currency. */
  readonly raisedDrawnMinor: bigint;
}

const FACTS = ["pastDueSince", "drawnMinor"] as const;

export async function asRaised(ctx: Context, row: SignalRow): Promise<AsRaised> {
  const on = localDate(momentFromDate(row.raisedAt), row.borrower.unit.timeZone);
  const loans = await ctx.db.loan.findMany({
    where: { borrowerId: row.borrowerId, disbursedOn: { lte: on } },
    select: { id: true, currency: true, pastDueSince: true, drawnMinor: true },
  });
  const known = await knownAt(
    ctx,
    loans.map(({ id }) => id),
    row.raisedAt,
  );
  const since = loans.map(({ id, pastDueSince }) => known(id, "pastDueSince", pastDueSince));
  const drawn = loans.map(({ id, currency, drawnMinor }) => ({
    drawn: { minor: BigInt(known(id, "drawnMinor", String(drawnMinor)) ?? "0"), currency },
  }));
  return {
    foundBy: await foundBy(ctx, row),
    raisedDpd: worstDaysPastDue(
      since.map((date) => (date === null ? null : isoDate(date))),
      on,
    ),
    raisedDrawnMinor: exposure(ctx.policy.policy, drawn).amount.minor,
  };
}

async function knownAt({ db }: Context, loanIds: readonly string[], at: Date) {
  const rows = await db.factChange.findMany({
    where: { subjectKind: "loan", subjectId: { in: [...loanIds] }, field: { in: [...FACTS] }, recordedAt: { gt: at } },
    select: { subjectId: true, field: true, before: true, recordedAt: true },
  });
  return (loanId: string, field: (typeof FACTS)[number], now: string | null): string | null => {
    const changes = rows
      .filter((one) => one.subjectId === loanId && one.field === field)
      .map(({ before, recordedAt }): ToldChange => ({ before, recordedAt: recordedAt.toISOString() }));
    return knownThen(now, changes, at.toISOString());
  };
}

async function foundBy({ db }: Context, { raisedById, raisedAt, borrowerId }: SignalRow): Promise<FoundBy> {
  if (raisedById === null) return "system";
  const kept = await db.ownership.findMany({ where: { borrowerId } });
  return keeperAt(kept, raisedAt) === raisedById ? "own_check" : "others";
}
