/** Who may read what early finding was worth: whoever leads or oversees a unit, of that unit. */
import { type Refusal, refuse } from "../../../domain/refusal.ts";
import { authorize, type Context } from "../../../platform/context.ts";
import { unitPath } from "../../people/index.ts";
import type { DigestScope } from "../scope.ts";

export async function refusedWorth(ctx: Context, { ref, name }: DigestScope): Promise<Refusal | undefined> {
  if (ref.kind !== "unit" || ref.product !== undefined) return refuse("not_found", { number: name });
  return authorize(ctx, "see_case_worth", { unitPath: await unitPath(ctx.db, ref.id) });
}
