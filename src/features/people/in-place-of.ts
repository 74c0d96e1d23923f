/** Who reads a person's messages where they cannot be reached in Slack. */
import type { Context } from "../../platform/context.ts";
import { managerOf } from "./holders.ts";
import { isAtWork } from "./presence.ts";
import { standInsFor } from "./stand-ins.ts";

/** Whoever stands in for them today, else the managers nearest above; only those who have a Slack account themselves. */
export async function inPlaceOf(ctx: Context, personId: string): Promise<readonly string[]> {
  const standIns = await reachable(
    ctx,
    (await standInsFor(ctx.db, [personId], ctx.now)).map(({ standInId }) => standInId),
  );
  if (standIns.length > 0) {
    return standIns;
  }
  const { personIds } = await managerOf(ctx.db, personId, ctx.now);
  return reachable(ctx, personIds);
}

async function reachable(ctx: Context, personIds: readonly string[]): Promise<string[]> {
  const people = await ctx.db.person.findMany({
    where: { id: { in: [...personIds] }, accounts: { some: { endedAt: null } } },
    include: { unit: true },
  });
  return people.filter((person) => isAtWork(person, ctx.now)).map(({ id }) => id);
}
