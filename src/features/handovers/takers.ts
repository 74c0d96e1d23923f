/** Who may be asked to take work over: somebody at work and not away who does checks, within the asker's reach. */

import { type Refusal, refuse } from "../../domain/refusal.ts";
import { RIGHTS } from "../../domain/rights.ts";
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { dateText } from "../../texts/dates.ts";
import {
  drawnWithPartOf,
  isAtWork,
  type NamedPerson,
  standInsFor,
  standingAt,
  unitPath,
  unitsBelow,
} from "../people/index.ts";
import type { Offered } from "./subjects.ts";

const DOES_CHECKS: readonly Role[] = ROLES.filter((role) => RIGHTS[role].start_check !== undefined);
const OPTIONS = 50;

/** Nothing where the person may be asked about work of all these units. */
export async function whyNotTaker(
  ctx: Context,
  taker: NamedPerson,
  unitIds: readonly string[],
): Promise<Refusal | undefined> {
  const { id, name } = taker;
  const grants = await ctx.db.roleGrant.findMany({ where: { personId: id, ...standingAt(ctx.now) } });
  const doing = grants.filter(({ role }) => DOES_CHECKS.includes(oneOf(ROLES, role)));
  if (doing.length === 0) {
    return refuse("handover.no_checks", { name }, "to");
  }
  for (const unitId of unitIds) {
    if (!(await isWithinReach(ctx, unitId, doing))) {
      return refuse("handover.other_unit", { name }, "to");
    }
  }
  const [away] = await standInsFor(ctx.db, [id], ctx.now);
  return away === undefined
    ? undefined
    : refuse("handover.away", { name, date: dateText(ctx.language, away.toOn), standIn: away.standInName }, "to");
}

/** Whose account is looked at again, or who wrote the report, does not look again (R81). */
export async function whyNotRechecker(
  ctx: Context,
  taker: NamedPerson,
  wanted: readonly Offered[],
): Promise<Refusal | undefined> {
  const ids = wanted.flatMap(({ inspectionId }) => inspectionId ?? []);
  const [number] = await drawnWithPartOf(ctx.db, ids, taker.id);
  return number === undefined ? undefined : refuse("handover.recheck", { name: taker.name, number }, "to");
}

/** In the unit of the work or above it; a manager may also choose among the units below their own. */
async function isWithinReach(ctx: Context, unitId: string, doing: readonly { unitId: string }[]): Promise<boolean> {
  const path = await unitPath(ctx.db, unitId);
  for (const grant of doing) {
    const led = { unitPath: await unitPath(ctx.db, grant.unitId) };
    if (path.includes(grant.unitId) || authorize(ctx, "ask_handover", led) === undefined) {
      return true;
    }
  }
  return false;
}

/** People who do checks in units that the reader's own roles reach, and whose name or e-mail holds what was typed. */
export async function findTakers(ctx: Context, typed: string): Promise<{ text: string; value: string }[]> {
  const wanted = typed.trim();
  const grants = { some: { role: { in: [...DOES_CHECKS] }, unitId: { in: await reach(ctx) }, ...standingAt(ctx.now) } };
  const named =
    wanted === "" ? {} : { OR: [{ name: { contains: wanted } }, { email: { contains: wanted.toLowerCase() } }] };
  const people = await ctx.db.person.findMany({
    where: { grants, ...named },
    include: { unit: { select: { name: true, timeZone: true } } },
    orderBy: { name: "asc" },
    take: OPTIONS,
  });
  return people
    .filter((person) => isAtWork(person, ctx.now))
    .map(({ id, name, unit }) => ({ text: `${name} · ${unit.name}`, value: id }));
}

/** The units of the reader's roles, those below where they lead, and all above. */
async function reach(ctx: Context): Promise<string[]> {
  const units = new Set<string>();
  for (const { unitId } of ctx.actor.grants) {
    const path = await unitPath(ctx.db, unitId);
    for (const above of path) units.add(above);
    const leads = authorize(ctx, "ask_handover", { unitPath: path }) === undefined;
    for (const below of leads ? await unitsBelow(ctx.db, [unitId]) : []) units.add(below);
  }
  return [...units];
}
