/** Who does the work of a role for one unit: in the unit, or in the nearest unit upward that has somebody. */
import type { Moment, Role } from "../../domain/vocabulary.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { holdersByUnit, nearestHolders } from "./nearest-holders.ts";
import { actingFor } from "./stand-ins.ts";
import { unitPath } from "./unit-tree.ts";

export interface Holders {
  /** Where they hold it: above the unit asked about when it has nobody. Missing when nobody up to the top does. */
  readonly unitId: string | undefined;
  readonly personIds: readonly string[];
}

/**
 * Holders at work, and the stand-ins of those who are away. Leavers do not count, nor `except`, whether they hold the post or
 * fill it.
 */
export async function holdersOf(
  db: Tx,
  role: Role,
  unitId: string,
  now: Moment,
  except: readonly string[] = [],
): Promise<Holders> {
  const path = await unitPath(db, unitId);
  const nearest = nearestHolders(path, await holdersByUnit(db, role, path, now), except);
  return nearest === undefined
    ? { unitId: undefined, personIds: [] }
    : { unitId: nearest.unitId, personIds: nearest.personIds.toSorted() };
}

/**
 * The manager of whoever does the person's work today: holds `unit_manager` in that person's unit or the nearest above, and
 * is neither of the two.
 */
export async function managerOf(db: Tx, personId: string, now: Moment): Promise<Holders> {
  const acting = (await actingFor(db, [personId], now)).get(personId) ?? personId;
  const person = await db.person.findUnique({ where: { id: acting }, select: { unitId: true } });
  return person === null
    ? { unitId: undefined, personIds: [] }
    : holdersOf(db, "unit_manager", person.unitId, now, [personId, acting]);
}
