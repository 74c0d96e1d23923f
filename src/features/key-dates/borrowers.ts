/** The customers that key dates are of: those with live loans, what they have drawn, and their worst tier. */
import { exposure } from "../../domain/planning/index.ts";
import { type IsoDate, type Money, RISK_TIERS, type RiskTier } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";

export interface KeptBorrower {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  /** The unit's own day. */
  readonly today: IsoDate;
  readonly drawn: Money;
  readonly tier: RiskTier;
}

/** By id; whoever has no live loan is missing. */
export async function borrowersOf(ctx: Context, ids: readonly string[]): Promise<Map<string, KeptBorrower>> {
  const rows = await byId(ids, (some) =>
    ctx.db.borrower.findMany({
      where: { id: { in: some }, loans: { some: { state: "live" } } },
      select: {
        id: true,
        number: true,
        unitId: true,
        unit: { select: { timeZone: true } },
        loans: { where: { state: "live" }, select: { drawnMinor: true, currency: true, tier: true } },
      },
    }),
  );
  return new Map(
    [...rows].map(([id, { number, unitId, unit, loans }]) => {
      const owed = loans.map(({ drawnMinor, currency }) => ({ drawn: { minor: drawnMinor, currency } }));
      const tiers = loans.map(({ tier }) => RISK_TIERS.indexOf(oneOf(RISK_TIERS, tier)));
      return [
        id,
        {
          ...{ id, number, unitId },
          today: localDate(ctx.now, unit.timeZone),
          drawn: exposure(ctx.policy.policy, owed).amount,
          tier: RISK_TIERS[Math.max(0, ...tiers)] ?? "normal",
        },
      ];
    }),
  );
}
