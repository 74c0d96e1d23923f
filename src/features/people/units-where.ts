/** The units, with everything below them, where the actor may do something. */
import type { Verb } from "../../domain/rights.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { unitPath } from "./unit-tree.ts";
import { unitsBelow } from "./units-below.ts";

export async function unitsWhere(ctx: Context, verb: Verb): Promise<string[]> {
  const units: string[] = [];
  for (const { unitId } of ctx.actor.grants) {
    const refused = authorize(ctx, verb, { unitPath: await unitPath(ctx.db, unitId) });
    if (refused === undefined) units.push(unitId);
  }
  return units.length === 0 ? [] : unitsBelow(ctx.db, [...new Set(units)]);
}
