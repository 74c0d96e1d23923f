/** What hangs on an inspection without a relation to it: measures and overrides, held beside their inspections. */
import type { Context } from "../../../platform/context.ts";
import { byId } from "../../../platform/in-turns.ts";
import type { ListScope } from "./list-scope.ts";

/** Nobody reads further; what is counted is counted all the same. */
export const MOST_HELD = 2_000;

/** Those whose inspection lies in the scope, with that inspection. */
export async function besideInspections<R extends { readonly inspectionId: string }>(
  ctx: Context,
  { units, product }: ListScope,
  rows: readonly R[],
) {
  const inspections = await byId(
    rows.map(({ inspectionId }) => inspectionId),
    (some) =>
      ctx.db.inspection.findMany({
        where: { id: { in: some } },
        select: { id: true, number: true, unitId: true, product: true, borrower: { select: { name: true } } },
      }),
  );
  return rows.flatMap((row) => {
    const inspection = inspections.get(row.inspectionId);
    const isSeen =
      inspection !== undefined &&
      (units === undefined || units.includes(inspection.unitId)) &&
      (product === undefined || inspection.product === product);
    return isSeen ? [{ row, inspection }] : [];
  });
}
