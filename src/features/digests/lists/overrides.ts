/** Refusals of the gate that a manager was asked to let pass. */
import { heldInScope } from "./beside.ts";
import { daysOf, type Lister } from "./list-scope.ts";

export const overrides: Lister = async (ctx, scope, asked, take) => {
  const { personId } = scope;
  if (personId === null) {
    return [];
  }
  const find = (page: { skip: number; take: number }) =>
    ctx.db.gateOverride.findMany({
      where: {
        state: { in: [...(asked.states ?? [])] },
        askedOn: daysOf(asked),
        ...(personId === undefined ? {} : { askedById: personId }),
      },
      orderBy: [{ askedOn: "asc" }, { id: "asc" }],
      ...page,
      select: { id: true, inspectionId: true, askedById: true, askedOn: true },
    });
  const held = await heldInScope(ctx, scope, take, find);
  return held.map(({ row, inspection }) => ({
    id: row.id,
    number: inspection.number,
    unitId: inspection.unitId,
    personId: row.askedById,
    borrowerName: inspection.borrower.name,
    on: row.askedOn ?? "",
    opens: "override",
  }));
};
