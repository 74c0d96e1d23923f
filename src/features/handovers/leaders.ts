/** Who leads a unit: its manager or the nearest above, else the head office's; each with who does that work today. */
import type { Context } from "../../platform/context.ts";
import { holdersByUnit, type Seat, unitPath } from "../people/index.ts";

export async function leadersOf(
  ctx: Context,
  unitId: string,
  except: readonly string[] = [],
): Promise<readonly Seat[]> {
  const path = await unitPath(ctx.db, unitId);
  for (const role of ["unit_manager", "head_office_manager"] as const) {
    const seats = await holdersByUnit(ctx.db, role, path, ctx.now);
    for (const at of path) {
      const free = (seats.get(at) ?? []).filter(({ holderId }) => !except.includes(holderId));
      if (free.length > 0) return free;
    }
  }
  return [];
}
