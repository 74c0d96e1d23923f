/** Measures against risks that have not ended, by the date they are due. */
import { besideInspections, MOST_HELD } from "./beside.ts";
import { daysOf, type Lister, overUnits } from "./list-scope.ts";

export const measures: Lister = async (ctx, scope, asked, take) => {
  const { personId } = scope;
  // Somebody answers for every measure.
  if (personId === null) {
    return [];
  }
  return overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.case.findMany({
      where: {
        ...inUnits,
        kind: "measure",
        state: { in: [...(asked.states ?? [])] },
        dueOn: daysOf(asked),
        ...(personId === undefined ? {} : { ownerId: personId }),
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: scope.product === undefined ? take : MOST_HELD,
      select: { id: true, unitId: true, inspectionId: true, ownerId: true, dueOn: true },
    });
    // A measure is counted in its own unit, whatever became of its inspection's.
    const held = await besideInspections(ctx, scope.product === undefined ? {} : { product: scope.product }, rows);
    return held.slice(0, take).map(({ row, inspection }) => ({
      id: row.id,
      number: inspection.number,
      unitId: row.unitId,
      personId: row.ownerId,
      borrowerName: inspection.borrower.name,
      on: row.dueOn,
      opens: "measure",
    }));
  });
};
