/** How many differences the watchdog believes and has not seen go. */
import { nothingInParticular } from "../../domain/may.ts";
import { authorize, type Context } from "../../platform/context.ts";

/** None for whoever may not see how delivery stands. */
export async function openFindings(ctx: Context): Promise<number> {
  return authorize(ctx, "see_delivery", nothingInParticular) === undefined
    ? ctx.db.watchdogFinding.count({ where: { goneAt: null, confirmedAt: { not: null } } })
    : 0;
}
