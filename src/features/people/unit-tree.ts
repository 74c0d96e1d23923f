/** Where a unit stands in the tree. */
import type { Tx } from "../../platform/storage/index.ts";

interface Remembered {
  readonly parentId: string | null;
  readonly readAt: number;
}

/** Units move rarely and identifiers are never used again; another process may have moved one, so it is read anew by then. */
const REMEMBERED_MS = 60_000;
const DEEPEST_TREE = 20;
const parents = new Map<string, Remembered>();

/**
 * The unit and every unit above it, nearest first. An unknown unit stands alone. Read at most once a minute per unit,
 * so that a click costs no walk through the tree.
 */
export async function unitPath(db: Tx, unitId: string): Promise<string[]> {
  const path: string[] = [];
  let at: string | null = unitId;
  while (at !== null && !path.includes(at) && path.length < DEEPEST_TREE) {
    path.push(at);
    at = await parentOf(db, at);
  }
  return path;
}

/** The tree has changed in this process. */
export function forgetUnits(): void {
  parents.clear();
}

async function parentOf(db: Tx, unitId: string): Promise<string | null> {
  const known = parents.get(unitId);
  if (known !== undefined && performance.now() - known.readAt < REMEMBERED_MS) {
    return known.parentId;
  }
  const unit = await db.orgUnit.findUnique({ where: { id: unitId }, select: { parentId: true } });
  const parentId = unit?.parentId ?? null;
  parents.set(unitId, { parentId, readAt: performance.now() });
  return parentId;
}
