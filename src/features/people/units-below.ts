/** The units of a grant: the unit itself and everything below it. */
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";

const DEEPEST_TREE = 20;

/** One read a level of the tree; a lender's tree has a handful. */
export async function unitsBelow(db: Tx, unitIds: readonly string[]): Promise<string[]> {
  const found = new Set(unitIds);
  let level = [...found];
  for (let depth = 0; level.length > 0 && depth < DEEPEST_TREE; depth += 1) {
    const below = await inTurns(level, (some) =>
      db.orgUnit.findMany({ where: { parentId: { in: some } }, select: { id: true } }),
    );
    level = below.map(({ id }) => id).filter((id) => !found.has(id));
    for (const id of level) {
      found.add(id);
    }
  }
  return [...found];
}
