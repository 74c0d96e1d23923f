/** Whether the book has still to be looked at on this business date. */
import type { Context } from "../../../platform/context.ts";
import { isNightlyDue } from "../../../platform/nightly.ts";

/** The name under which the night's look is kept among the duties. */
export const NIGHT_LOOK = "signals";
/** After the planning, the limits and the tiers of the night. */
const FROM = { hour: 0, minute: 50 };

export const isLookDue = (ctx: Context): Promise<boolean> => isNightlyDue(ctx, NIGHT_LOOK, FROM);
