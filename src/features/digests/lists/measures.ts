/** Measures against risks that have not ended, by the date they are due. */
import { heldInScope } from "./beside.ts";
import { daysOf, type Lister, overUnits } from "./list-scope.ts";

export const measures: Lister = async (ctx, scope, asked, take) => {
  const { personId } = scope;
  // Somebody answers for every measure.
  if (personId === null) {
    return [];
  }
  return overUnits(scope, take, async (inUnits) => {
    const find = (page: { skip: number; take: number }) =>
      ctx.db.case.findMany({
        where: {
          ...inUnits,
          kind: "measure",
          state: { in: [...(asked.states ?? [])] },
          dueOn: daysOf(asked),
          ...(personId === undefined ? {} : { ownerId: personId }),
        },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        ...page,
        select: { id: true, unitId: true, inspectionId: true, ownerId: true, dueOn: true },
      });
    // A measure is counted in its own unit, whatever became of its inspection's.
    const held = await heldInScope(ctx, scope.product === undefined ? {} : { product: scope.product }, take, find);
    return held.map(({ row, inspection }) => ({
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
