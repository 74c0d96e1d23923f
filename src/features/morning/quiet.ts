/** Items about which a person asked for quiet. Their due dates run on, and so does the ladder to others. */
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Keeper } from "./keepers.ts";

export type IsQuiet = (personId: string, inspectionId: string) => boolean;

export async function loadQuiet(ctx: Context, readers: readonly Keeper[]): Promise<IsQuiet> {
  const today = new Map(readers.map((keeper) => [keeper.personId, keeper.today]));
  const rows = await inTurns([...today.keys()], (some) =>
    ctx.db.snooze.findMany({
      where: { personId: { in: some }, endedAt: null },
      select: { personId: true, inspectionId: true, untilOn: true },
    }),
  );
  const running = rows.filter(({ personId, untilOn }) => untilOn >= (today.get(personId) ?? ""));
  const keys = new Set(running.map(({ personId, inspectionId }) => `${personId} ${inspectionId}`));
  return (personId, inspectionId) => keys.has(`${personId} ${inspectionId}`);
}
