/** Who had refusals let pass, by whom, and how often: counted over the last twelve months. */
import type { Context } from "../../platform/context.ts";
import { namesById } from "../people/index.ts";

export const MONTHS = 12;

export interface OverrideCounts {
  readonly asked: number;
  readonly granted: number;
}

export async function countsOf(ctx: Context, officerId: string): Promise<OverrideCounts> {
  const since = { askedById: officerId, askedAt: { gte: ctx.now.minus({ months: MONTHS }).toJSDate() } };
  return {
    asked: await ctx.db.gateOverride.count({ where: since }),
    granted: await ctx.db.gateOverride.count({ where: { ...since, state: "granted" } }),
  };
}

/** What an officer asked to be let pass since a moment: of which inspections, and whether it was granted. */
export function overridesAskedBy(ctx: Context, officerId: string, since: Date) {
  return ctx.db.gateOverride.findMany({
    where: { askedById: officerId, askedAt: { gte: since } },
    select: { inspectionId: true, state: true },
  });
}

export interface LetPass {
  readonly by: string;
  readonly reason: string;
  /** To the same officer in the last twelve months, this one included. */
  readonly granted: number;
}

/** How a finding of a report was let pass. */
export async function letPass(ctx: Context, overrideId: string): Promise<LetPass | undefined> {
  const row = await ctx.db.gateOverride.findUnique({ where: { id: overrideId } });
  if (row === null || row.decidedById === null) {
    return undefined;
  }
  const by = (await namesById(ctx.db, [row.decidedById])).get(row.decidedById) ?? "";
  return { by, reason: row.reason, granted: (await countsOf(ctx, row.askedById)).granted };
}
