/** Who holds a post for a unit at this moment: in the unit, or in the nearest one above. */
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { type HoldersByUnit, holdersByUnit, nearestHolders, unitPath } from "../people/index.ts";

export interface Posts {
  /** Empty where nobody up to the top holds it, `except` aside. */
  of(unitId: string, role: Role, except: readonly string[]): readonly string[];
  readonly everybody: readonly string[];
}

export async function loadPosts(ctx: Context, unitIds: readonly string[], roles: readonly Role[]): Promise<Posts> {
  const paths = new Map<string, readonly string[]>();
  for (const unitId of unitIds) {
    paths.set(unitId, await unitPath(ctx.db, unitId));
  }
  const units = [...new Set([...paths.values()].flat())];
  const byRole = new Map<Role, HoldersByUnit>();
  for (const role of roles.filter((one) => one !== "account_manager")) {
    byRole.set(role, await holdersByUnit(ctx.db, role, units, ctx.now));
  }
  const seats = [...byRole.values()].flatMap((holders) => [...holders.values()].flat());
  return {
    of: (unitId, role, except) =>
      nearestHolders(paths.get(unitId) ?? [], byRole.get(role) ?? new Map(), except)?.personIds ?? [],
    everybody: [...new Set(seats.map(({ personId }) => personId))],
  };
}
