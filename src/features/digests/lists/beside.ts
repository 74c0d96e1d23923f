/** What hangs on an inspection without a relation to it: measures and overrides, held beside their inspections. */
import type { Context } from "../../../platform/context.ts";
import { byId } from "../../../platform/in-turns.ts";
import type { ListScope } from "./list-scope.ts";

/** So many are looked through at once. */
const AT_ONCE = 2_000;

/** The first `take` of those whose inspection lies in the scope; `ask` answers the rows of everybody, in order. */
export async function heldInScope<R extends { readonly inspectionId: string }>(
  ctx: Context,
  scope: ListScope,
  take: number,
  ask: (page: { readonly skip: number; readonly take: number }) => Promise<readonly R[]>,
) {
  const held: Awaited<ReturnType<typeof besideInspections<R>>> = [];
  for (let skip = 0; held.length < take; skip += AT_ONCE) {
    const rows = await ask({ skip, take: AT_ONCE });
    held.push(...(await besideInspections(ctx, scope, rows)));
    if (rows.length < AT_ONCE) break;
  }
  return held.slice(0, take);
}

/** Those whose inspection lies in the scope, with that inspection. */
async function besideInspections<R extends { readonly inspectionId: string }>(
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
