/** Who reads a person's messages where they cannot be reached in Slack. */
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { managerOf } from "./holders.ts";
import { isAtWork } from "./presence.ts";

/** Whoever stands in for them today, else the managers nearest above; only those who have a Slack account themselves. */
export async function inPlaceOf(ctx: Context, personId: string): Promise<readonly string[]> {
  const standIns = await reachable(ctx, await standInsToday(ctx, personId));
  if (standIns.length > 0) {
    return standIns;
  }
  const { personIds } = await managerOf(ctx.db, personId, ctx.now);
  return reachable(ctx, personIds);
}

async function standInsToday(ctx: Context, personId: string): Promise<string[]> {
  const person = await ctx.db.person.findUnique({ where: { id: personId }, include: { unit: true } });
  const today = localDate(ctx.now, person?.unit.timeZone ?? "UTC");
  const away = await ctx.db.delegation.findMany({
    where: {
      personId,
      fromOn: { lte: today },
      toOn: { gte: today },
      OR: [{ endedAt: null }, { endedAt: { gt: ctx.now.toJSDate() } }],
    },
    select: { standInId: true },
  });
  return away.map(({ standInId }) => standInId);
}

async function reachable(ctx: Context, personIds: readonly string[]): Promise<string[]> {
  const people = await ctx.db.person.findMany({
    where: { id: { in: [...personIds] }, accounts: { some: { endedAt: null } } },
    include: { unit: true },
  });
  return people.filter((person) => isAtWork(person, ctx.now)).map(({ id }) => id);
}
