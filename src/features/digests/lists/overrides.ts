/** Refusals of the gate that a manager was asked to let pass. */
import { besideInspections, MOST_HELD } from "./beside.ts";
import { daysOf, type Lister } from "./list-scope.ts";

export const overrides: Lister = async (ctx, scope, asked, take) => {
  const { personId } = scope;
  if (personId === null) {
    return [];
  }
  const rows = await ctx.db.gateOverride.findMany({
    where: {
      state: { in: [...(asked.states ?? [])] },
      askedOn: daysOf(asked),
      ...(personId === undefined ? {} : { askedById: personId }),
    },
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
    take: MOST_HELD,
    select: { id: true, inspectionId: true, askedById: true, askedOn: true },
  });
  const held = await besideInspections(ctx, scope, rows);
  return held.slice(0, take).map(({ row, inspection }) => ({
    id: row.id,
    number: inspection.number,
    unitId: inspection.unitId,
    personId: row.askedById,
    borrowerName: inspection.borrower.name,
    on: row.askedOn ?? "",
    opens: "override",
  }));
};
