/** Who holds a role for a signal at this moment: absences and vacancies respected, without those whom it is about. */
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { type Roster, rosterAt } from "../duty/index.ts";
import { actingFor, holdersOf, isAtWork } from "../people/index.ts";
import type { OnLadder } from "./standing.ts";

/** `account_manager` is whoever took the signal over, or keeps the customer's account. */
export async function holdersFor(
  ctx: Context,
  { row, clock }: OnLadder,
  roles: readonly Role[],
): Promise<(role: Role) => readonly string[]> {
  const except = row.named.map(({ personId }) => personId);
  const roster: Roster = clock.every_day === true ? await rosterAt(ctx, row.unitId) : new Map();
  const held = new Map<Role, readonly string[]>();
  for (const role of roles) {
    const onDuty = (roster.get(role) ?? []).filter((personId) => !except.includes(personId));
    held.set(role, onDuty.length > 0 ? onDuty : await holdersOfRole(ctx, row, role, except));
  }
  return (role) => held.get(role) ?? [];
}

async function holdersOfRole(
  ctx: Context,
  { unitId, ownerId, borrower }: OnLadder["row"],
  role: Role,
  except: readonly string[],
): Promise<readonly string[]> {
  if (role !== "account_manager") return (await holdersOf(ctx.db, role, unitId, ctx.now, except)).personIds;
  const keeper = ownerId ?? borrower.ownerships[0]?.personId;
  if (keeper === undefined) return [];
  const person = await ctx.db.person.findUnique({
    where: { id: keeper },
    select: { leftOn: true, unit: { select: { timeZone: true } } },
  });
  if (person === null || !isAtWork(person, ctx.now)) return [];
  const acting = (await actingFor(ctx.db, [keeper], ctx.now)).get(keeper) ?? keeper;
  return except.includes(acting) ? [] : [acting];
}
