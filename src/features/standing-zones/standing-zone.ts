/** The zone in which customers stand now (R102): what the rules compute, or what people set in its place. */
import { type IsoDate, RISK_TIERS, type RiskTier, type Zone } from "../../domain/vocabulary.ts";
import { worstTier, zoneInForce, zoneOf } from "../../domain/zones/index.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { openSignalLevel, standingOverride, ZONE_FACTS } from "./zone-facts.ts";

export interface StandingZone {
  readonly zone: Zone;
  /** What the rules say. */
  readonly computed: Zone;
  readonly bySignal: boolean;
  readonly tier: RiskTier;
  /** The unit's own day. */
  readonly today: IsoDate;
  /** Approved, and not at its end: also where the rules have overtaken it. */
  readonly override: { readonly id: string; readonly zone: Zone; readonly untilOn: IsoDate } | undefined;
}

/** By borrower. */
export async function zonesOf(ctx: Context, borrowerIds: readonly string[]): Promise<Map<string, StandingZone>> {
  const rows = await byId(borrowerIds, (some) =>
    ctx.db.borrower.findMany({
      where: { id: { in: some } },
      select: {
        id: true,
        unit: { select: { timeZone: true } },
        loans: { where: { state: { in: ["live", "written_off"] } }, select: { tier: true, state: true } },
        ...ZONE_FACTS,
      },
    }),
  );
  return new Map(
    [...rows].map(([id, row]) => {
      const today = localDate(ctx.now, row.unit.timeZone);
      const tier = worstTier(row.loans.map(({ state, ...loan }) => ({ state, tier: oneOf(RISK_TIERS, loan.tier) })));
      const { zone: computed, bySignal } = zoneOf(ctx.policy.policy, { tier, openSignalLevel: openSignalLevel(row) });
      const override = standingOverride(row, today);
      return [id, { zone: zoneInForce(computed, override), computed, bySignal, tier, today, override }];
    }),
  );
}

export async function zoneOfBorrower(ctx: Context, borrowerId: string): Promise<StandingZone | undefined> {
  return (await zonesOf(ctx, [borrowerId])).get(borrowerId);
}
