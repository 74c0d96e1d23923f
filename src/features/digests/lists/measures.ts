/** Measures against risks, and plans, that have not ended, by the date they are due. */
import type { Context } from "../../../platform/context.ts";
import { byId } from "../../../platform/in-turns.ts";
import { caseNumber } from "../../measures/index.ts";
import { heldInScope } from "./beside.ts";
import { daysOf, type Lister, overUnits } from "./list-scope.ts";

export const measures: Lister = async (ctx, scope, asked, take) => {
  const { personId, product } = scope;
  // Somebody answers for every measure.
  if (personId === null) {
    return [];
  }
  return overUnits(scope, take, async (inUnits) => {
    const find = (page: { skip: number; take: number }) =>
      ctx.db.case.findMany({
        where: {
          ...inUnits,
          // A plan is of no product.
          ...(product === undefined ? {} : { inspectionId: { not: null } }),
          state: { in: [...(asked.states ?? [])] },
          dueOn: daysOf(asked),
          ...(personId === undefined ? {} : { ownerId: personId }),
        },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        ...page,
        select: {
          ...{ id: true, kind: true, place: true, unitId: true, inspectionId: true, ownerId: true, dueOn: true },
          borrower: { select: { name: true, number: true } },
        },
      });
    const inInspections = async (page: { skip: number; take: number }) =>
      (await find(page)).map((row) => ({ ...row, inspectionId: row.inspectionId ?? "" }));
    // A measure is counted in its own unit, whatever became of its inspection's.
    const rows =
      product === undefined
        ? await find({ skip: 0, take })
        : (await heldInScope(ctx, { product }, take, inInspections)).map(({ row }) => row);
    const numbers = await numbersOf(
      ctx,
      rows.flatMap(({ inspectionId }) => inspectionId ?? []),
    );
    return rows.map((row) => ({
      id: row.id,
      number: numbers.get(row.inspectionId ?? "")?.number ?? caseNumber(row, undefined),
      unitId: row.unitId,
      personId: row.ownerId,
      borrowerName: row.borrower.name,
      on: row.dueOn,
      opens: "measure",
    }));
  });
};

function numbersOf({ db }: Context, ids: readonly string[]) {
  return byId(ids, (some) =>
    db.inspection.findMany({ where: { id: { in: some } }, select: { id: true, number: true } }),
  );
}
