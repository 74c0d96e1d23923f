/** Who is on duty today for a unit: its own turns, or those of the nearest unit above that has some, role by role. */
import { businessDateOf } from "../../domain/calendar/business-date.ts";
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { isAtWork, unitPath } from "../people/index.ts";

export type Roster = ReadonlyMap<Role, readonly string[]>;

export async function rosterAt(ctx: Context, unitId: string): Promise<Roster> {
  const path = await unitPath(ctx.db, unitId);
  const unit = await ctx.db.orgUnit.findUniqueOrThrow({ where: { id: unitId }, select: { timeZone: true } });
  const today = businessDateOf(ctx.now, unit.timeZone);
  const turns = await ctx.db.dutyTurn.findMany({
    where: { unitId: { in: path }, fromOn: { lte: today }, toOn: { gte: today }, endedAt: null },
    orderBy: [{ fromOn: "desc" }, { id: "asc" }],
    select: {
      unitId: true,
      role: true,
      personId: true,
      person: { select: { leftOn: true, unit: { select: { timeZone: true } } } },
    },
  });
  const present = turns.filter(({ person }) => isAtWork(person, ctx.now));
  const roster = new Map<Role, readonly string[]>();
  for (const unit of path) {
    for (const role of new Set(present.filter((turn) => turn.unitId === unit).map((turn) => oneOf(ROLES, turn.role)))) {
      const own = present.filter((turn) => turn.unitId === unit && turn.role === role);
      if (!roster.has(role)) roster.set(role, [...new Set(own.map(({ personId }) => personId))]);
    }
  }
  return roster;
}
