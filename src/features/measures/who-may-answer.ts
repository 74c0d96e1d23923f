/** Who may be the first responsible person of a measure: somebody at work with a role that answers for one, in the unit or above. */
import { RIGHTS } from "../../domain/may.ts";
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { isAtWork, standingAt, unitPath } from "../people/index.ts";

const ANSWERING: readonly Role[] = ROLES.filter((role) => RIGHTS[role].report_measure !== undefined);
/** Slack lets a person choose among so many. */
const MOST = 100;

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** By name; at most a hundred. */
export async function whoMayAnswer(ctx: Context, unitId: string): Promise<Colleague[]> {
  const path = await unitPath(ctx.db, unitId);
  const found = await ctx.db.person.findMany({
    where: { grants: { some: { role: { in: [...ANSWERING] }, unitId: { in: [...path] }, ...standingAt(ctx.now) } } },
    include: { unit: { select: { timeZone: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return found.filter((person) => isAtWork(person, ctx.now)).map(({ id, name }) => ({ id, name }));
}
