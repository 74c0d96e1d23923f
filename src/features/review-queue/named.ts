/** Somebody was named to review a report: it falls to them alone, as long as they may decide it. */
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { type HoldersByUnit, nearestHolders, type Seat } from "../people/index.ts";
import type { Reviewers } from "./reviewers.ts";

/** Whom the latest naming of each report names, by report. */
export async function namedReviewers(db: Tx, reportIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await inTurns(reportIds, (some) =>
    db.reviewerNaming.findMany({
      where: { reportId: { in: some } },
      orderBy: [{ namedAt: "asc" }, { id: "asc" }],
      select: { reportId: true, reviewerId: true },
    }),
  );
  return new Map(rows.map(({ reportId, reviewerId }) => [reportId, reviewerId]));
}

/** The seats of the path that may decide, neither holder nor stand-in among `except`; nearest first. */
export function fittingSeats(
  path: readonly string[],
  holders: HoldersByUnit,
  except: readonly string[],
): readonly (Seat & { readonly unitId: string })[] {
  return path.flatMap((unitId) =>
    (holders.get(unitId) ?? [])
      .filter(({ personId, holderId }) => !except.includes(personId) && !except.includes(holderId))
      .map((seat) => ({ ...seat, unitId })),
  );
}

/** To whom a report falls: to the one who was named, where they may decide it, else to the nearest who may. */
export function fallsTo(
  path: readonly string[],
  holders: HoldersByUnit,
  except: readonly string[],
  named: string | undefined,
): Reviewers | undefined {
  const seat = fittingSeats(path, holders, except).find(({ holderId }) => holderId === named);
  return seat === undefined
    ? nearestHolders(path, holders, except)
    : { unitId: seat.unitId, personIds: [seat.personId], fromAbove: seat.unitId !== path[0] };
}
