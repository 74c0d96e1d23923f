/** Key dates of collateral that the lender's own book holds: until when it is insured, and from when its valuation is stale. */
import { addDays, addMonths, isoDate } from "../../domain/dates.ts";
import { daysBefore } from "../../domain/key-dates/index.ts";
import { RISK_TIERS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import type { FoundDate } from "./found.ts";

const OF_BORROWER = { borrower: { select: { unitId: true, unit: { select: { timeZone: true } } } } } as const;

/** The last day that a reminder of a kind reaches, wherever the unit is. */
function reach(ctx: Context, before: readonly number[]): string {
  return addDays(isoDate(ctx.now.toISODate()), Math.max(0, ...before) + 1);
}

export async function datesInBook(ctx: Context): Promise<FoundDate[]> {
  const insured = daysBefore(ctx.policy.policy, "insurance");
  const valued = daysBefore(ctx.policy.policy, "valuation");
  const months = ctx.policy.policy.reminders.key_dates.valuation?.valid_months ?? 0;
  const oldest = addMonths(isoDate(reach(ctx, valued)), -months);
  const rows = await ctx.db.collateral.findMany({
    where: {
      loan: { state: "live" },
      OR: [
        ...(insured.length === 0 ? [] : [{ insuredTo: { lte: reach(ctx, insured) } }]),
        ...(valued.length === 0 ? [] : [{ valuedOn: { lte: oldest } }]),
      ],
    },
    include: { loan: { include: OF_BORROWER } },
  });
  return rows.flatMap(({ loan, ...piece }): FoundDate[] => {
    const of = {
      borrowerId: loan.borrowerId,
      unitId: loan.borrower.unitId,
      subjectKind: "collateral" as const,
      subjectId: piece.id,
      reference: piece.number,
      asOf: isoDate(piece.asOf),
      amount: { minor: loan.drawnMinor, currency: loan.currency },
      tier: oneOf(RISK_TIERS, loan.tier),
      today: localDate(ctx.now, loan.borrower.unit.timeZone),
    };
    const ends = piece.insuredTo;
    const stale = piece.valuedOn === null ? null : addMonths(isoDate(piece.valuedOn), months);
    return [
      ...(ends === null || insured.length === 0
        ? []
        : [{ ...of, kind: "insurance" as const, dueOn: isoDate(ends), before: insured }]),
      ...(stale === null || valued.length === 0
        ? []
        : [{ ...of, kind: "valuation" as const, dueOn: stale, before: valued }]),
    ];
  });
}
