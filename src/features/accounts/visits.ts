/** The last visits of a customer and what is planned, with the report where the reader may open it. */
import { isoDate } from "../../domain/dates.ts";
import { RECHECK } from "../../domain/inspection.ts";
import {
  INSPECTION_KINDS,
  INSPECTION_STATES,
  type InspectionKind,
  type InspectionState,
  type IsoDate,
} from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { subjectOf } from "../inspections/index.ts";
import { namesById } from "../people/index.ts";

const SHOWN = 5;
/** Re-checks that the reader is told nothing of are left out of these, so that their places are filled by others. */
const LOOKED_AT = 20;

export interface ListedVisit {
  readonly number: string;
  readonly kind: InspectionKind;
  readonly state: InspectionState;
  readonly dueOn: IsoDate;
  readonly visitedOn: IsoDate | undefined;
  /** Who reported it, or has it to do. */
  readonly person: string | undefined;
  /** There is a report, and the reader may read it. */
  readonly opens: boolean;
}

export async function visitsOf(ctx: Context, borrowerId: string): Promise<ListedVisit[]> {
  const rows = await ctx.db.inspection.findMany({
    where: { borrowerId, state: { not: "cancelled" } },
    orderBy: { dueOn: "desc" },
    take: LOOKED_AT,
    include: {
      borrower: { select: { ownerships: { where: { toAt: null } } } },
      reports: { orderBy: { revision: "desc" }, take: 1, select: { visitedOn: true, submittedById: true } },
    },
  });
  const seen: typeof rows = [];
  for (const row of rows) {
    if (seen.length < SHOWN && (await isSeen(ctx, row))) seen.push(row);
  }
  const whose = (row: (typeof rows)[number]) => row.reports[0]?.submittedById ?? row.assigneeId ?? "";
  const names = await namesById(ctx.db, seen.map(whose));
  return Promise.all(
    seen.map(async (row) => {
      const [report] = row.reports;
      return {
        number: row.number,
        kind: oneOf(INSPECTION_KINDS, row.kind),
        state: oneOf(INSPECTION_STATES, row.state),
        dueOn: isoDate(row.dueOn),
        visitedOn: report === undefined ? undefined : isoDate(report.visitedOn),
        person: names.get(whose(row)),
        opens: report !== undefined && authorize(ctx, "see_report", await subjectOf(ctx.db, row)) === undefined,
      };
    }),
  );
}

type Row = Parameters<typeof subjectOf>[1] & { readonly occasion: string };

/** A re-check is nothing that the account's owner is told of (R81). */
async function isSeen(ctx: Context, row: Row): Promise<boolean> {
  return row.occasion !== RECHECK || authorize(ctx, "see_inspection", await subjectOf(ctx.db, row)) === undefined;
}
