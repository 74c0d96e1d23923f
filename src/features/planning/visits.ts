/** When somebody of ours was last at a borrower's, as the rules read it; every change of it is kept. */
import { compareDates, isoDate } from "../../domain/dates.ts";
import type { IsoDate, VisitMode } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { NOTE_KINDS } from "./borrower-facts.ts";

export interface Visit {
  /** The inspection of which the report was submitted. */
  readonly inspectionId: string;
  readonly visitedOn: IsoDate;
  readonly mode: VisitMode;
}

type Field = "lastVisitOn" | "lastOnSiteOn";

/**
 * The newest of the other inspections' reports that still stand, of what was known before this inspection, and of its own
 * visit where it counts. Short notes are no visits.
 */
export async function recountVisits(
  tx: Context,
  borrowerId: string,
  inspectionId: string,
  visit?: Visit,
): Promise<void> {
  const reports = await tx.db.report.findMany({
    where: {
      inspection: { borrowerId, kind: { notIn: [...NOTE_KINDS] } },
      inspectionId: { not: inspectionId },
      state: { notIn: ["withdrawn", "rejected"] },
    },
    select: { visitedOn: true, mode: true },
  });
  const visits = [...reports, ...(visit === undefined ? [] : [visit])];
  const onSite = visits.filter(({ mode }) => mode !== "off_site");
  await setNewest(tx, { borrowerId, inspectionId, field: "lastVisitOn" }, visits);
  await setNewest(tx, { borrowerId, inspectionId, field: "lastOnSiteOn" }, onSite);
}

interface Place {
  readonly borrowerId: string;
  readonly inspectionId: string;
  readonly field: Field;
}

async function setNewest(tx: Context, place: Place, visits: readonly { readonly visitedOn: string }[]): Promise<void> {
  const { borrowerId, field } = place;
  const borrower = await tx.db.borrower.findUniqueOrThrow({
    where: { id: borrowerId },
    select: { lastVisitOn: true, lastOnSiteOn: true },
  });
  const before = borrower[field];
  const known = await knownBefore(tx, place, before);
  const dates = [...visits.map(({ visitedOn }) => visitedOn), ...(known === null ? [] : [known])].map(isoDate);
  const after = dates.toSorted(compareDates).at(-1) ?? null;
  if (after === before) {
    return;
  }
  await tx.db.borrower.update({ where: { id: borrowerId }, data: { [field]: after } });
  await tx.db.factChange.create({
    data: {
      subjectKind: "borrower",
      subjectId: borrowerId,
      field,
      before,
      after,
      asOf: after ?? before ?? tx.now.toISODate(),
      recordedAt: tx.now.toJSDate(),
      source: sourceOf(place),
    },
  });
}

/** What stood there before this inspection changed it for the first time. */
async function knownBefore(tx: Context, place: Place, current: string | null): Promise<string | null> {
  const first = await tx.db.factChange.findFirst({
    where: { subjectKind: "borrower", subjectId: place.borrowerId, field: place.field, source: sourceOf(place) },
    orderBy: { id: "asc" },
    select: { before: true },
  });
  return first === null ? current : first.before;
}

function sourceOf({ inspectionId }: Place): string {
  return `visit:${inspectionId}`;
}
