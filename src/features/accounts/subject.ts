/** Whose a customer is: the facts by which rights over them are judged. */
import type { SubjectFacts } from "../../domain/may.ts";
import { OPEN_INSPECTION_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { unitPath } from "../people/index.ts";

/** The actor, and whose work is theirs today. */
export const mineOf = ({ actor }: Context): string[] => [actor.personId, ...actor.standsInFor];

/** Inspections that somebody still has to do. */
export const OPEN_STATES: string[] = [...OPEN_INSPECTION_STATES];

export interface KeptCustomer {
  readonly id: string;
  readonly unitId: string;
  readonly ownerships: readonly { readonly personId: string }[];
}

/** Whoever has an open check of the customer is as near to them as the keeper, until it is filed. */
export async function subjectOfCustomer(ctx: Context, customer: KeptCustomer): Promise<SubjectFacts> {
  const check = await ctx.db.inspection.findFirst({
    where: { borrowerId: customer.id, assigneeId: { in: mineOf(ctx) }, state: { in: OPEN_STATES } },
    select: { assigneeId: true },
  });
  return {
    unitPath: await unitPath(ctx.db, customer.unitId),
    ownerId: customer.ownerships[0]?.personId ?? null,
    assigneeId: check?.assigneeId ?? null,
  };
}
