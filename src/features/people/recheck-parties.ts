/** Who has a part in what a re-check looks at again and therefore leaves it to others (R81): keeps the account, or wrote a report of it. */
import { RECHECK } from "../../domain/inspection.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";

export interface MaybeRecheck {
  readonly id: string;
  readonly occasion: string;
  readonly borrower: { readonly ownerships: readonly { readonly personId: string }[] };
}

/** Nobody where it is no re-check. */
export async function recheckParties(db: Tx, { id, occasion, borrower }: MaybeRecheck): Promise<readonly string[]> {
  if (occasion !== RECHECK) return [];
  const drawn = await db.sampleItem.findUnique({ where: { recheckId: id }, select: { inspectionId: true } });
  const reports = await db.report.findMany({
    where: { inspectionId: drawn?.inspectionId ?? "", state: { not: "withdrawn" } },
    select: { submittedById: true },
  });
  const all = [...borrower.ownerships.map(({ personId }) => personId), ...reports.map((one) => one.submittedById)];
  return [...new Set(all)];
}

/** The numbers of what was drawn, of those re-checks among these inspections in which the person has a part. */
export async function drawnWithPartOf(db: Tx, inspectionIds: readonly string[], personId: string): Promise<string[]> {
  const drawn = await inTurns(inspectionIds, (some) =>
    db.sampleItem.findMany({ where: { recheckId: { in: [...some] } }, select: { inspectionId: true } }),
  );
  const checked = await inTurns(
    drawn.map(({ inspectionId }) => inspectionId),
    (some) =>
      db.inspection.findMany({
        where: {
          id: { in: [...some] },
          OR: [
            { reports: { some: { submittedById: personId, state: { not: "withdrawn" } } } },
            { borrower: { ownerships: { some: { toAt: null, personId } } } },
          ],
        },
        select: { number: true },
      }),
  );
  return checked.map(({ number }) => number);
}
