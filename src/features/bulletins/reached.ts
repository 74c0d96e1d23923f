/** Whose customers a bulletin is about: those of its unit and below that have a loan to look after. */
import { reaches } from "../../domain/bulletin.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { unitsBelow } from "../people/index.ts";

export interface Reached {
  readonly name: string;
  readonly number: string;
  readonly keeperId: string | undefined;
}

/** Of one keeper, or of all. */
export async function customersReached(
  ctx: Context,
  { unitId, industry }: { readonly unitId: string; readonly industry: string },
  keeperIds?: readonly string[],
): Promise<Reached[]> {
  const kept =
    keeperIds === undefined ? {} : { ownerships: { some: { toAt: null, personId: { in: [...keeperIds] } } } };
  const rows = await inTurns(await unitsBelow(ctx.db, [unitId]), (some) =>
    ctx.db.borrower.findMany({
      where: {
        unitId: { in: some },
        industryCode: { startsWith: industry },
        loans: { some: { state: "live" } },
        ...kept,
      },
      orderBy: { number: "asc" },
      select: {
        name: true,
        number: true,
        industryCode: true,
        ownerships: { where: { toAt: null }, select: { personId: true } },
      },
    }),
  );
  // One of the two databases does not tell case apart there.
  const exactly = rows.filter(({ industryCode }) => reaches(industry, industryCode));
  return exactly.map(({ name, number, ownerships }) => ({ name, number, keeperId: ownerships[0]?.personId }));
}
