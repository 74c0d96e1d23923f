/** What stands against each limit tonight (R43): all quotas, and the borrowers that pass one of theirs. */
import { type LimitOnBorrower, limitsOnBorrowers } from "../../domain/limits.ts";
import { exposure } from "../../domain/planning/index.ts";
import type { LimitRules } from "../../domain/policy/limits.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { unitsBelow } from "../people/index.ts";
import { ON_BORROWER, ON_UNIT, WHOLE_LENDER } from "./ids.ts";
import { limitsPassedBy } from "./of-borrower.ts";

export interface Use {
  readonly limitKey: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly usedMinor: bigint;
  readonly mostMinor: bigint;
}

/** Units that a quota names and the lender does not have are left out: `policy check` cannot know them, `doctor` could. */
export async function measured(ctx: Context): Promise<Use[]> {
  return [...(await quotasUsed(ctx)), ...(await borrowersPassing(ctx))];
}

async function quotasUsed(ctx: Context): Promise<Use[]> {
  const uses: Use[] = [];
  for (const [limitKey, quota] of Object.entries(ctx.policy.policy.limits.quotas)) {
    const units = await unitsOf(ctx, quota.unit);
    if (units !== undefined) {
      uses.push({
        limitKey,
        subjectKind: ON_UNIT,
        subjectId: units === "all" ? WHOLE_LENDER : units.id,
        usedMinor: await drawnIn(ctx, quota, units),
        mostMinor: BigInt(quota.most) * 100n,
      });
    }
  }
  return uses;
}

type Units = "all" | { readonly id: string; readonly below: readonly string[] };

async function unitsOf(ctx: Context, code: string | undefined): Promise<Units | undefined> {
  if (code === undefined) return "all";
  const unit = await ctx.db.orgUnit.findUnique({ where: { code } });
  return unit === null ? undefined : { id: unit.id, below: await unitsBelow(ctx.db, [unit.id]) };
}

async function drawnIn(ctx: Context, { products }: LimitRules["quotas"][string], units: Units): Promise<bigint> {
  const sums = await ctx.db.loan.groupBy({
    by: ["currency"],
    where: {
      state: "live",
      ...(products === undefined ? {} : { product: { in: products } }),
      ...(units === "all" ? {} : { borrower: { unitId: { in: [...units.below] } } }),
    },
    _sum: { drawnMinor: true },
  });
  const drawn = sums.map(({ currency, _sum }) => ({ drawn: { minor: _sum.drawnMinor ?? 0n, currency } }));
  return exposure(ctx.policy.policy, drawn).amount.minor;
}

/** The database names those who could pass one; the rule itself judges them. */
async function borrowersPassing(ctx: Context): Promise<Use[]> {
  const limits = limitsOnBorrowers(ctx.policy.policy);
  const ids = new Set<string>();
  for (const limit of limits) for (const id of await candidates(ctx, limit)) ids.add(id);
  const borrowers = await inTurns([...ids], (some) =>
    ctx.db.borrower.findMany({
      where: { id: { in: some } },
      select: {
        id: true,
        customerType: true,
        loans: { where: { state: "live" }, select: { product: true, drawnMinor: true, currency: true } },
      },
    }),
  );
  return borrowers.flatMap(({ id, customerType, loans }) => {
    const passed = limitsPassedBy(ctx.policy.policy, { customerType, loans });
    return passed.map(
      ({ key, used, most }): Use => ({
        limitKey: key,
        subjectKind: ON_BORROWER,
        subjectId: id,
        usedMinor: used.minor,
        mostMinor: most.minor,
      }),
    );
  });
}

/** In the policy's own currency by the sum alone; whoever owes in another one is looked at in any case. */
async function candidates(ctx: Context, { products, most }: LimitOnBorrower): Promise<string[]> {
  const { currency } = ctx.policy.policy.exposure_bands;
  const counted = { state: "live", ...(products === undefined ? {} : { product: { in: [...products] } }) };
  const large = await ctx.db.loan.groupBy({
    by: ["borrowerId"],
    where: { ...counted, currency },
    having: { drawnMinor: { _sum: { gt: most } } },
  });
  const foreign = await ctx.db.loan.findMany({
    where: { ...counted, currency: { not: currency } },
    select: { borrowerId: true },
  });
  return [...large, ...foreign].map(({ borrowerId }) => borrowerId);
}
