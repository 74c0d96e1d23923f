/** Many visits of one day at once, as a replay supposes them: what each submission would do to the dates, by the same rules. */
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { NOTE_KINDS } from "./borrower-facts.ts";
import { planBatch } from "./plan-borrowers.ts";

export interface VisitedInspection {
  readonly id: string;
  readonly borrowerId: string;
  readonly kind: string;
  readonly mode: string;
}

/**
 * In the caller's transaction: the inspections end as approved, their borrowers were seen on that day, and what comes next is
 * planned. There are no reports behind it. Answers how many inspections were planned.
 */
export async function visitedAll(
  tx: Context,
  visitedOn: IsoDate,
  inspections: readonly VisitedInspection[],
): Promise<number> {
  const now = tx.now.toJSDate();
  await tx.db.inspection.updateMany({
    where: { id: { in: inspections.map(({ id }) => id) } },
    data: { state: "approved", startedAt: now, submittedAt: now, closedAt: now, version: { increment: 1 } },
  });
  const visits = inspections.filter(({ kind }) => !NOTE_KINDS.some((note) => note === kind));
  const seen = borrowersOf(visits);
  await tx.db.borrower.updateMany({ where: { id: { in: seen } }, data: { lastVisitOn: visitedOn } });
  const onSite = borrowersOf(visits.filter(({ mode }) => mode !== "off_site"));
  await tx.db.borrower.updateMany({ where: { id: { in: onSite } }, data: { lastOnSiteOn: visitedOn } });
  const { applied } = await planBatch(tx, borrowersOf(inspections), { why: "submission", visited: true });
  return applied.created.length;
}

function borrowersOf(inspections: readonly VisitedInspection[]): string[] {
  return [...new Set(inspections.map(({ borrowerId }) => borrowerId))].toSorted();
}
