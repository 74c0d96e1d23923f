/** Who is asked to review: the post-loan officers of the unit, or of the nearest unit above that has an eligible one. */
import type { Moment, Role } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { unitPath } from "../people/index.ts";
import { notByPersons, type PartyReport } from "./parties.ts";

export interface Reviewers {
  /** Whose reviewers they are. */
  readonly unitId: string;
  readonly personIds: readonly string[];
  /** The report's own unit has nobody who may decide. */
  readonly fromAbove: boolean;
}

export type HoldersByUnit = ReadonlyMap<string, readonly string[]>;

/** Nothing where no unit on the path has anybody who may decide. */
export function nearestReviewers(
  path: readonly string[],
  holders: HoldersByUnit,
  notBy: readonly string[],
): Reviewers | undefined {
  for (const unitId of path) {
    const personIds = (holders.get(unitId) ?? []).filter((person) => !notBy.includes(person));
    if (personIds.length > 0) {
      return { unitId, personIds, fromAbove: unitId !== path[0] };
    }
  }
  return undefined;
}

export async function eligibleReviewers(
  db: Tx,
  report: PartyReport & { readonly inspection: { readonly unitId: string } },
  now: Moment,
): Promise<Reviewers | undefined> {
  const path = await unitPath(db, report.inspection.unitId);
  const holders = await holdersByUnit(db, "post_loan_officer", path, now);
  return nearestReviewers(path, holders, await notByPersons(db, report, now));
}

/** Who holds the role in exactly these units, and still works here. */
export async function holdersByUnit(
  db: Tx,
  role: Role,
  unitIds: readonly string[],
  now: Moment,
): Promise<HoldersByUnit> {
  const grants = await db.roleGrant.findMany({
    where: { role, unitId: { in: [...unitIds] }, ...standing(now) },
    orderBy: { id: "asc" },
    select: {
      unitId: true,
      personId: true,
      person: { select: { leftOn: true, unit: { select: { timeZone: true } } } },
    },
  });
  const holders = new Map<string, string[]>();
  for (const { unitId, personId, person } of grants) {
    const known = holders.get(unitId) ?? [];
    const hasLeft = person.leftOn !== null && person.leftOn < localDate(now, person.unit.timeZone);
    holders.set(unitId, hasLeft || known.includes(personId) ? known : [...known, personId]);
  }
  return holders;
}

/** Grants as they stand at the moment. */
export function standing(now: Moment) {
  const at = now.toJSDate();
  return { fromAt: { lte: at }, OR: [{ toAt: null }, { toAt: { gt: at } }] };
}
