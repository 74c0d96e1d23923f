/** Who holds a role for a unit: the nearest unit upward that has somebody. */
import type { Moment, Role } from "../../domain/vocabulary.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { isAtWork, standingAt } from "./presence.ts";
import { unitPath } from "./unit-tree.ts";

export interface Holders {
  /** Where they hold it: above the unit asked about when it has nobody. Missing when nobody up to the top does. */
  readonly unitId: string | undefined;
  readonly personIds: readonly string[];
}

/** Those who hold `role` in the unit or in the nearest unit above that has one; leavers and `except` do not count. */
export async function holdersOf(
  db: Tx,
  role: Role,
  unitId: string,
  now: Moment,
  except: readonly string[] = [],
): Promise<Holders> {
  const path = await unitPath(db, unitId);
  const grants = await db.roleGrant.findMany({
    where: { role, unitId: { in: path }, personId: { notIn: [...except] }, ...standingAt(now) },
    include: { person: { include: { unit: true } } },
    orderBy: { personId: "asc" },
  });
  const present = grants.filter((grant) => isAtWork(grant.person, now));
  const nearest = path.find((unit) => present.some((grant) => grant.unitId === unit));
  const there = present.filter((grant) => grant.unitId === nearest).map((grant) => grant.personId);
  return { unitId: nearest, personIds: [...new Set(there)] };
}

/** A person's own manager: holds `unit_manager` in the person's unit or the nearest above, and is somebody else. */
export async function managerOf(db: Tx, personId: string, now: Moment): Promise<Holders> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { unitId: true } });
  return person === null
    ? { unitId: undefined, personIds: [] }
    : holdersOf(db, "unit_manager", person.unitId, now, [personId]);
}
