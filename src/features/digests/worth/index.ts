/** What early finding was worth in a period (R51, R55): the comparison of a unit's closed cases, for whoever leads or oversees it. */
import type { Period } from "../../../domain/digest/period.ts";
import { type Comparison, compareEarlyAndLate } from "../../../domain/worth/comparison.ts";
import { authorize, type Context } from "../../../platform/context.ts";
import { unitPath } from "../../people/index.ts";
import type { DigestScope } from "../scope.ts";
import { foundByKeepers, statedCases } from "./cases.ts";

export interface Worth {
  /** Closed cases of which cost or loss is recorded. */
  readonly stated: number;
  /** Raised in the period by whoever kept the account. */
  readonly foundEarly: number;
  readonly compared: Comparison;
  /** ISO 4217. */
  readonly currency: string;
  /** Calendar days past due from which a case was found late. */
  readonly lateFrom: number;
}

/** Of a unit with all below it; nothing of a person or a product, and for whoever may not see it. */
export async function worthOf(ctx: Context, scope: DigestScope, period: Period): Promise<Worth | undefined> {
  if (!(await maySeeWorth(ctx, scope))) return undefined;
  const rule = ctx.policy.policy.signals.worth;
  const cases = await statedCases(ctx, scope, period);
  return {
    stated: cases.length,
    foundEarly: (await foundByKeepers(ctx, scope, period)).length,
    compared: compareEarlyAndLate(
      cases.map(({ raisedDpd, raisedDrawnMinor, costMinor, lossMinor }) => ({
        daysPastDue: raisedDpd,
        drawn: raisedDrawnMinor,
        cost: costMinor,
        loss: lossMinor,
      })),
      rule,
    ),
    currency: ctx.policy.policy.exposure_bands.currency,
    lateFrom: rule.late_from_days_past_due,
  };
}

export async function maySeeWorth(ctx: Context, { ref }: DigestScope): Promise<boolean> {
  if (ref.kind !== "unit" || ref.product !== undefined) return false;
  return authorize(ctx, "see_case_worth", { unitPath: await unitPath(ctx.db, ref.id) }) === undefined;
}
