/** What early finding was worth in a period (R51, R55): the comparison of a unit's closed cases, for whoever leads or oversees it. */

import { isRefusal, type Refusal } from "../../../domain/refusal.ts";
import { type Comparison, compareEarlyAndLate } from "../../../domain/worth/comparison.ts";
import type { Context } from "../../../platform/context.ts";
import { placeAsked, todayOf } from "../asked.ts";
import type { DigestPlace } from "../place.ts";
import type { DigestScope } from "../scope.ts";
import { timesOf } from "../times.ts";
import { foundByKeepers, statedCases } from "./cases.ts";
import { refusedWorth } from "./reader.ts";

export interface Worth {
  readonly place: DigestPlace;
  readonly scope: DigestScope;
  /** Closed cases of which cost or loss is recorded. */
  readonly stated: number;
  /** Closed cases of which neither is. */
  readonly unstated: number;
  /** Raised in the period by whoever kept the account. */
  readonly foundEarly: number;
  readonly compared: Comparison;
  /** ISO 4217. */
  readonly currency: string;
  /** Calendar days past due from which a case was found late. */
  readonly lateFrom: number;
}

/** Of a unit with all below it; refused of a person or a product, and to whoever may not see it. */
export async function worthAt(ctx: Context, place: DigestPlace): Promise<Worth | Refusal> {
  const asked = await placeAsked(ctx, place);
  if (isRefusal(asked)) return asked;
  const { scope, period } = asked;
  const refused = await refusedWorth(ctx, scope);
  if (refused !== undefined) return refused;
  const rule = ctx.policy.policy.signals.worth;
  const cases = await statedCases(ctx, scope, period);
  const { resolved } = await timesOf(ctx, scope, period, todayOf(ctx));
  return {
    place,
    scope,
    stated: cases.length,
    unstated: Math.max(0, resolved.count - cases.length),
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
