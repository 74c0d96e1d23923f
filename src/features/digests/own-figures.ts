/** A few figures of the actor's own work, as a digest of theirs would have them. */
import type { FigureName } from "../../domain/digest/figures.ts";
import { readPeriod } from "../../domain/digest/period.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { foldBeforeReading } from "../totals/index.ts";
import { todayOf } from "./asked.ts";
import { FOLDED_FIRST } from "./digest.ts";
import { someFigures } from "./figures.ts";
import { personScope } from "./scope.ts";

/** `days` as in a digest: `month`, `week`. Nothing where the actor has none. */
export async function ownFigures<Name extends FigureName>(
  ctx: Context,
  days: string,
  names: readonly Name[],
): Promise<Readonly<Record<Name, number>> | undefined> {
  const scope = await personScope(ctx, ctx.actor.personId);
  const today = todayOf(ctx);
  const period = readPeriod(days, today);
  if (isRefusal(scope) || period === undefined) {
    return undefined;
  }
  await foldBeforeReading(ctx, FOLDED_FIRST);
  return someFigures(ctx, scope, { period, today }, names);
}
