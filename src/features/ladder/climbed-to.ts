/** What has climbed to the holders of posts, whatever it is that is late. */
import type { Context } from "../../platform/context.ts";
import { unitsBelow } from "../people/index.ts";
import { type ClimbedItem, longestLateFirst } from "./climb.ts";

export interface Asked {
  /** One person, or with those they stand in for. */
  readonly personIds: readonly string[];
  readonly posts: readonly string[];
  /** At most so many, those that are longest late. */
  readonly most: number;
}

/** `climb` answers what of these units has climbed, by person. */
export async function climbedToHolders(
  ctx: Context,
  { personIds, posts, most }: Asked,
  climb: (unitIds: readonly string[]) => Promise<ReadonlyMap<string, readonly ClimbedItem[]>>,
): Promise<ClimbedItem[]> {
  const grants = await ctx.db.roleGrant.findMany({
    where: { personId: { in: [...personIds] }, role: { in: [...posts] } },
    select: { unitId: true },
  });
  if (grants.length === 0) {
    return [];
  }
  const climbed = await climb(
    await unitsBelow(
      ctx.db,
      grants.map(({ unitId }) => unitId),
    ),
  );
  const mine = new Map(personIds.flatMap((person) => (climbed.get(person) ?? []).map((item) => [item.id, item])));
  return [...mine.values()].toSorted(longestLateFirst).slice(0, most);
}
