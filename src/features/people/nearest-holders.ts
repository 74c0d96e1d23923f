/**
 * Who holds a role, and who does that work today: the one way to find reviewers, managers and posts. Asked for many units at
 * once, as a queue or a sweep does.
 */
import { covers } from "../../domain/stand-in.ts";
import { type Moment, ROLES, type Role } from "../../domain/vocabulary.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { isAtWork, standingAt } from "./presence.ts";
import { standInsFor } from "./stand-ins.ts";
import { unitPath } from "./unit-tree.ts";

/** A post, and who fills it today. */
export interface Seat {
  /** The holder, or the holder's stand-in. */
  readonly personId: string;
  readonly holderId: string;
}

/** Seats by unit. */
export type HoldersByUnit = ReadonlyMap<string, readonly Seat[]>;

export interface NearestHolders {
  /** Where they hold the role. */
  readonly unitId: string;
  readonly personIds: readonly string[];
  /** The first unit of the path has nobody. */
  readonly fromAbove: boolean;
}

/**
 * Who fills a seat in the nearest unit that has one. Nothing where no unit on the path has any but those of `except`: a seat
 * counts for both, neither its holder nor who fills it today may be among them. `path` is nearest first.
 */
export function nearestHolders(
  path: readonly string[],
  holders: HoldersByUnit,
  except: readonly string[],
): NearestHolders | undefined {
  for (const unitId of path) {
    const free = (holders.get(unitId) ?? []).filter(
      ({ personId, holderId }) => !except.includes(personId) && !except.includes(holderId),
    );
    const personIds = [...new Set(free.map(({ personId }) => personId))];
    if (personIds.length > 0) {
      return { unitId, personIds, fromAbove: unitId !== path[0] };
    }
  }
  return undefined;
}

/** Who holds the role in exactly these units and still works here, each with who fills the seat today. */
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
  const present = grants.filter(({ person }) => isAtWork(person, now));
  const standIns = await fittingStandIns(db, role, present, now);
  const seats = new Map<string, Seat[]>();
  for (const { unitId, personId: holderId } of present) {
    const known = seats.get(unitId) ?? [];
    const seat = { holderId, personId: standIns.get(placeOf(holderId, unitId)) ?? holderId };
    seats.set(unitId, known.some((one) => one.holderId === holderId) ? known : [...known, seat]);
  }
  return seats;
}

interface Held {
  readonly personId: string;
  readonly unitId: string;
}

const placeOf = (holderId: string, unitId: string) => `${holderId}@${unitId}`;

/** A stand-in whose own role no longer fits could do nothing with the work: it stays with the holder. */
async function fittingStandIns(db: Tx, role: Role, held: readonly Held[], now: Moment): Promise<Map<string, string>> {
  const holders = [...new Set(held.map(({ personId }) => personId))];
  const away = new Map((await standInsFor(db, holders, now)).map((one) => [one.personId, one.standInId]));
  const found = new Map<string, string>();
  if (away.size === 0) {
    return found;
  }
  const grants = await db.roleGrant.findMany({ where: { personId: { in: [...away.values()] }, ...standingAt(now) } });
  for (const { personId, unitId } of held) {
    const standInId = away.get(personId);
    const path = standInId === undefined ? [] : await unitPath(db, unitId);
    const fits = grants.some(
      (grant) => grant.personId === standInId && path.includes(grant.unitId) && covers(oneOf(ROLES, grant.role), role),
    );
    if (standInId !== undefined && fits) found.set(placeOf(personId, unitId), standInId);
  }
  return found;
}
