/** What follows at once from facts that came in: inspections are planned again where the book changed. */

import type { FactsFollowed } from "./features/facts/index.ts";
import { planBorrowers } from "./features/planning/index.ts";
import type { Context } from "./platform/context.ts";

/** The nightly jobs look at everything again: what fails here is late, never lost. */
export function followFacts(ctx: Context): FactsFollowed {
  return async (kind, borrowerIds) => {
    try {
      if (kind === "balances") await planBorrowers(ctx, borrowerIds, "facts");
    } catch (failure) {
      ctx.parts.log.warn({ failure }, "what follows from facts waits for the night");
    }
  };
}
