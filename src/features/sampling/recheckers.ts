/** Who looks again: a post-loan officer of the unit or the nearest above with no part in the report, evenly (R81, R83). */
import type { Context } from "../../platform/context.ts";
import { holdersOf } from "../people/index.ts";
import { notByPersons } from "../review-queue/index.ts";
import { lotBy } from "./lot.ts";
import type { PassedInspection } from "./population.ts";

export interface Recheckers {
  /** Nobody where no post-loan officer up to the top is free of a part in it. */
  next(one: PassedInspection): Promise<string | undefined>;
}

/** Who approved the report looks again only where nobody else can. */
export function recheckersOf(tx: Context, unitId: string, seed: string): Recheckers {
  const given = new Map<string, number>();
  const lotOf = lotBy(seed);
  return {
    async next(one) {
      const involved = await partiesIn(tx, one.id);
      const parties = [...involved, ...(await fallingTo(tx, involved))];
      const free = async (except: readonly string[]) =>
        (await holdersOf(tx.db, "post_loan_officer", unitId, tx.now, except)).personIds;
      const others = one.reviewerId === undefined ? [] : await free([...parties, one.reviewerId]);
      const candidates = others.length > 0 ? others : await free(parties);
      const [chosen] = candidates.toSorted(
        (a, b) =>
          (given.get(a) ?? 0) - (given.get(b) ?? 0) ||
          (lotOf(`${one.number} ${a}`) < lotOf(`${one.number} ${b}`) ? -1 : 1),
      );
      if (chosen !== undefined) given.set(chosen, (given.get(chosen) ?? 0) + 1);
      return chosen;
    },
  };
}

/** Whose work falls to one of these people today or on days already entered: the re-check would fall to them with it. */
async function fallingTo(tx: Context, standInIds: readonly string[]): Promise<string[]> {
  // A local date is at most a day behind the one in UTC.
  const since = tx.now.minus({ days: 1 }).toISODate();
  const rows = await tx.db.delegation.findMany({
    where: { standInId: { in: [...standInIds] }, endedAt: null, toOn: { gte: since } },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

/** Everybody who had a part in any report of it, then and now. */
async function partiesIn(tx: Context, inspectionId: string): Promise<string[]> {
  const reports = await tx.db.report.findMany({
    where: { inspectionId, state: { not: "withdrawn" } },
    select: {
      id: true,
      submittedById: true,
      submittedAt: true,
      inspection: {
        select: {
          borrowerId: true,
          assigneeId: true,
          borrower: { select: { unit: { select: { timeZone: true } } } },
        },
      },
    },
  });
  const parties = await Promise.all(reports.map((report) => notByPersons(tx.db, report, tx.now)));
  return [...new Set(parties.flat())];
}
