/** The turns to come in the units that the reader leads, the next ones first. */
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { unitPath, unitsBelow } from "../people/index.ts";

const MOST = 40;

export interface ListedTurn {
  readonly id: string;
  readonly role: Role;
  readonly person: string;
  readonly unit: string;
  readonly fromOn: string;
  readonly toOn: string;
}

export async function turnsToCome(ctx: Context): Promise<ListedTurn[]> {
  const led: string[] = [];
  for (const { unitId } of ctx.actor.grants) {
    const refused = authorize(ctx, "enter_duty", { unitPath: await unitPath(ctx.db, unitId) });
    if (refused === undefined) led.push(unitId);
  }
  const rows = await ctx.db.dutyTurn.findMany({
    where: {
      unitId: { in: await unitsBelow(ctx.db, led) },
      toOn: { gte: localDate(ctx.now, ctx.actor.timeZone) },
      endedAt: null,
    },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
    take: MOST,
    include: { person: { select: { name: true } }, unit: { select: { name: true } } },
  });
  return rows.map(({ id, role, person, unit, fromOn, toOn }) => ({
    id,
    role: oneOf(ROLES, role),
    person: person.name,
    unit: unit.name,
    fromOn,
    toOn,
  }));
}
