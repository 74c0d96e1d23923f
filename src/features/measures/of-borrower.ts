/** The measures and plans of a customer or of one inspection, as lists show them. */
import { isoDate } from "../../domain/dates.ts";
import { CASE_STATES, type CaseState, type IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { caseNumber } from "./case-words.ts";

export interface ListedMeasure {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  /** Of a measure; a plan's kind says it. */
  readonly goal: string;
  readonly reviewsId: string | null;
  readonly ownerName: string;
  readonly dueOn: IsoDate;
  readonly state: CaseState;
  readonly result: string | undefined;
}

const MOST = 20;

/** Those that are still to be done or to be closed first, each by its due date. */
export function measuresOfBorrower(ctx: Context, borrowerId: string): Promise<ListedMeasure[]> {
  return listed(ctx, { borrowerId });
}

export function measuresOfInspection(ctx: Context, inspectionId: string): Promise<ListedMeasure[]> {
  return listed(ctx, { inspectionId });
}

async function listed(
  { db }: Context,
  where: { readonly borrowerId: string } | { readonly inspectionId: string },
): Promise<ListedMeasure[]> {
  const rows = await db.case.findMany({
    where: { ...where, state: { not: "dropped" } },
    orderBy: [{ state: "desc" }, { dueOn: "asc" }, { id: "asc" }],
    take: MOST,
    include: { owner: { select: { name: true } }, borrower: { select: { number: true } } },
  });
  const inspections = await db.inspection.findMany({
    where: { id: { in: rows.flatMap(({ inspectionId }) => inspectionId ?? []) } },
    select: { id: true, number: true },
  });
  const numbers = new Map(inspections.map(({ id, number }) => [id, number]));
  return rows.map((row) => ({
    id: row.id,
    number: caseNumber(row, numbers.get(row.inspectionId ?? "")),
    kind: row.kind,
    goal: row.goal,
    reviewsId: row.reviewsId,
    ownerName: row.owner.name,
    dueOn: isoDate(row.dueOn),
    state: oneOf(CASE_STATES, row.state),
    result: row.result ?? undefined,
  }));
}
