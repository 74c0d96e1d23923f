/** Who holds the roles of the ladder for a unit, at this moment: in the unit, or in the nearest unit above. */
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { type HoldersByUnit, holdersByUnit, type Seat, unitPath } from "../people/index.ts";
import { fallsTo } from "../review-queue/index.ts";

export interface RungHolders {
  /**
   * Empty where nobody up to the top holds the role, `except` aside: nobody is told of themselves. Whoever was named for it,
   * and may, holds it alone.
   */
  of(unitId: string, role: Role, except: readonly string[], named?: string): readonly string[];
  /** Whoever could be told about the unit at all. */
  anybody(unitId: string): ReadonlySet<string>;
}

/** One read for each role. */
export async function loadRungHolders(
  ctx: Context,
  unitIds: readonly string[],
  roles: readonly Role[],
): Promise<RungHolders> {
  const paths = new Map<string, readonly string[]>();
  for (const unitId of unitIds) {
    paths.set(unitId, await unitPath(ctx.db, unitId));
  }
  const everyUnit = [...new Set([...paths.values()].flat())];
  const byRole = new Map<Role, HoldersByUnit>();
  for (const role of roles) {
    byRole.set(role, await holdersByUnit(ctx.db, role, everyUnit, ctx.now));
  }
  const pathOf = (unitId: string) => paths.get(unitId) ?? [];
  return {
    of: (unitId, role, except, named) =>
      fallsTo(pathOf(unitId), byRole.get(role) ?? new Map(), except, named)?.personIds ?? [],
    anybody: (unitId) =>
      new Set([...byRole.values()].flatMap((holders) => pathOf(unitId).flatMap((one) => personsOf(holders.get(one))))),
  };
}

function personsOf(seats: readonly Seat[] = []): string[] {
  return seats.map(({ personId }) => personId);
}
