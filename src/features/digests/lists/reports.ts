/** Reports that wait for a second person, or were decided. */
import { REPORT_DECIDED } from "../../../domain/totals/index.ts";
import { daysOf, type ListedRow, type Lister, overUnits } from "./list-scope.ts";

export const reports: Lister = (ctx, scope, asked, take) => {
  const { personId, product } = scope;
  // Nobody's report exists: whoever submitted it is known.
  if (personId === null) {
    return Promise.resolve([]);
  }
  const isDecided = asked.kind === REPORT_DECIDED;
  // What a correction took the place of was approved.
  const { states: wanted = [] } = asked;
  const states = wanted.includes("approved") ? [...wanted, "superseded"] : [...wanted];
  return overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.report.findMany({
      where: {
        state: { in: states },
        ...(isDecided ? { decidedOn: daysOf(asked) } : {}),
        ...(personId === undefined ? {} : { submittedById: personId }),
        inspection: { ...inUnits, ...(product === undefined ? {} : { product }) },
      },
      orderBy: [isDecided ? { decidedOn: "asc" } : { submittedAt: "asc" }, { id: "asc" }],
      take,
      select: {
        id: true,
        submittedById: true,
        submittedAt: true,
        submittedOn: true,
        decidedOn: true,
        inspection: { select: { number: true, unitId: true, borrower: { select: { name: true } } } },
      },
    });
    return rows.map(
      ({
        id,
        submittedById,
        submittedAt,
        submittedOn,
        decidedOn,
        inspection: { number, unitId, borrower },
      }): ListedRow => {
        const submitted = submittedOn ?? submittedAt.toISOString().slice(0, 10);
        const on = isDecided ? (decidedOn ?? submitted) : submitted;
        return { id, number, unitId, personId: submittedById, borrowerName: borrower.name, on, opens: "report" };
      },
    );
  });
};
