/** What a person answers for: drawn balances of live loans of the accounts they kept at the end of the month. */
import { exposure } from "../../domain/planning/exposure.ts";
import type { Context } from "../../platform/context.ts";
import type { Scored } from "./scored.ts";

/** In minor units of the policy's currency; a currency without a rate is left out. */
export async function weightOf(ctx: Context, { personId, month }: Scored): Promise<bigint> {
  const at = month.isOver ? new Date(month.ends.getTime() - 1) : ctx.now.toJSDate();
  const sums = await ctx.db.loan.groupBy({
    by: ["currency"],
    where: {
      state: "live",
      borrower: {
        ownerships: { some: { personId, fromAt: { lte: at }, OR: [{ toAt: null }, { toAt: { gt: at } }] } },
      },
    },
    _sum: { drawnMinor: true },
  });
  const drawn = sums.map(({ currency, _sum }) => ({ drawn: { minor: _sum.drawnMinor ?? 0n, currency } }));
  return exposure(ctx.policy.policy, drawn).amount.minor;
}
