/** Customers as assets (R52), as of their unit's day. Whoever asks has made sure that the reader may see the customer. */
import { customerSince, type Retention, type Revenue, retentionOf, revenueOf } from "../../domain/retention.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { assetFactsOf } from "./facts.ts";

export interface CustomerAsset {
  readonly today: IsoDate;
  /** The day on which their first loan was paid out. */
  readonly since: IsoDate | undefined;
  readonly revenue: readonly Revenue[];
  /** Where they are worth keeping and may leave. */
  readonly retention: Retention | undefined;
}

/** By customer. */
export async function assetsOf(
  ctx: Context,
  borrowerIds: readonly string[],
  today: IsoDate,
): Promise<Map<string, CustomerAsset>> {
  const facts = await assetFactsOf(ctx, borrowerIds);
  return new Map(
    [...facts].map(([id, of]) => [
      id,
      {
        today,
        since: customerSince(of.loans),
        revenue: revenueOf(of.loans),
        retention: retentionOf(ctx.policy.policy, of, today),
      },
    ]),
  );
}
