/** Inspections behind a figure: by the date they are due, were done, or are to be corrected. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import { CORRECTION_DUE, INSPECTION_DONE } from "../../../domain/totals/index.ts";
import type { Context } from "../../../platform/context.ts";
import { daysOf, type ListedRow, type Lister, overUnits } from "./list-scope.ts";

export const inspections: Lister = (ctx, scope, asked, take) => {
  const { personId, product } = scope;
  return overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.inspection.findMany({
      where: {
        ...inUnits,
        ...(personId === undefined ? {} : { assigneeId: personId }),
        ...(product === undefined ? {} : { product }),
        AND: [counted(ctx, asked)],
      },
      orderBy: [orderOf(asked), { id: "asc" }],
      take,
      select: {
        id: true,
        number: true,
        unitId: true,
        assigneeId: true,
        state: true,
        dueOn: true,
        submittedOn: true,
        returnedDueOn: true,
        borrower: { select: { name: true } },
      },
    });
    return rows.map(({ id, number, unitId, assigneeId, state, borrower, ...dates }): ListedRow => {
      const isWritten = state !== "planned" && state !== "started";
      const opens = isWritten ? "report" : "nothing";
      return { id, number, unitId, personId: assigneeId, borrowerName: borrower.name, on: dateOf(asked, dates), opens };
    });
  });
};

function counted({ db }: Context, asked: AskedTotals) {
  const { kind, states = [] } = asked;
  const days = daysOf(asked);
  if (kind === CORRECTION_DUE) {
    return { state: { in: [...states] }, returnedDueOn: { not: null, ...days } };
  }
  if (kind !== INSPECTION_DONE) {
    return { state: { in: [...states] }, dueOn: days };
  }
  const { dueOn } = db.inspection.fields;
  const done = { state: { notIn: ["planned", "started", "cancelled"] } };
  return {
    ...done,
    submittedOn: days,
    AND: [{ submittedOn: states.includes("late") ? { gt: dueOn } : { lte: dueOn } }],
  };
}

function orderOf({ kind }: AskedTotals) {
  if (kind === CORRECTION_DUE) {
    return { returnedDueOn: "asc" } as const;
  }
  return kind === INSPECTION_DONE ? ({ submittedOn: "asc" } as const) : ({ dueOn: "asc" } as const);
}

interface Dates {
  readonly dueOn: string;
  readonly submittedOn: string | null;
  readonly returnedDueOn: string | null;
}

function dateOf({ kind }: AskedTotals, { dueOn, submittedOn, returnedDueOn }: Dates): string {
  if (kind === CORRECTION_DUE) {
    return returnedDueOn ?? dueOn;
  }
  return kind === INSPECTION_DONE ? (submittedOn ?? dueOn) : dueOn;
}
