/** Who holds a role for many units at once: the question that a queue or a sweep asks. */
import type { Moment, Role } from "../../domain/vocabulary.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { isAtWork, standingAt } from "./presence.ts";

/** Persons by unit. */
export type HoldersByUnit = ReadonlyMap<string, readonly string[]>;

export interface NearestHolders {
  /** Where they hold the role. */
  readonly unitId: string;
  readonly personIds: readonly string[];
  /** The first unit of the path has nobody. */
  readonly fromAbove: boolean;
}

/** Nothing where no unit on the path has anybody but `except`. `path` is nearest first. */
export function nearestHolders(
  path: readonly string[],
  holders: HoldersByUnit,
  except: readonly string[],
): NearestHolders | undefined {
  for (const unitId of path) {
    const personIds = (holders.get(unitId) ?? []).filter((person) => !except.includes(person));
    if (personIds.length > 0) {
      return { unitId, personIds, fromAbove: unitId !== path[0] };
    }
  }
  return undefined;
}

/** Who holds the role in exactly these units, and still works here. */
export async function holdersByUnit(
  db: Tx,
  role: Role,
  unitIds: readonly string[],
  now: Moment,
): Promise<HoldersByUnit> {
  const grants = await inTurns(unitIds, (some) =>
    db.roleGrant.findMany({
      where: { role, unitId: { in: some }, ...standingAt(now) },
      orderBy: { id: "asc" },
      select: {
        unitId: true,
        personId: true,
        person: { select: { leftOn: true, unit: { select: { timeZone: true } } } },
      },
    }),
  );
  const holders = new Map<string, string[]>();
  for (const { unitId, personId, person } of grants) {
    const known = holders.get(unitId) ?? [];
    holders.set(unitId, !isAtWork(person, now) || known.includes(personId) ? known : [...known, personId]);
  }
  return holders;
}
