/** Colleagues who could do something in a unit: at work, with a role that may, in the unit or above. */
import { RIGHTS, type Verb } from "../../domain/rights.ts";
import { ROLES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { isAtWork, standingAt } from "./presence.ts";
import { unitPath } from "./unit-tree.ts";

/** Slack lets a person choose among so many. */
const MOST = 100;

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** By name; at most a hundred. */
export async function colleaguesWho(ctx: Context, verb: Verb, unitId: string): Promise<Colleague[]> {
  const roles = ROLES.filter((role) => RIGHTS[role][verb] !== undefined);
  const path = await unitPath(ctx.db, unitId);
  const found = await ctx.db.person.findMany({
    where: { grants: { some: { role: { in: roles }, unitId: { in: [...path] }, ...standingAt(ctx.now) } } },
    include: { unit: { select: { timeZone: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return found.filter((person) => isAtWork(person, ctx.now)).map(({ id, name }) => ({ id, name }));
}
