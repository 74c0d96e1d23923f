/** Who holds the posts of a signal's rungs at a moment: on duty, standing in, or the nearest above where a post is vacant. */
import type { Role } from "../../domain/vocabulary.ts";
import type { OwedRung } from "../../domain/watchdog/index.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { type Roster, rosterAt } from "../duty/index.ts";
import { actingFor, isAtWork } from "../people/index.ts";
import type { OpenSignal } from "./open-signals.ts";
import { loadPosts } from "./posts.ts";

/** Above the policy's last rung. */
const AT_THE_TOP: Role = "head_office_manager";
const OWNER: Role = "account_manager";

export interface Seat {
  readonly personIds: readonly string[];
  /** Posts that it passes, because nobody holds them. */
  readonly vacant: readonly Role[];
}

export interface Seats {
  of(signal: OpenSignal, rung: OwedRung): Seat;
}

/** As of `ctx.now`, which may lie in the past. */
export async function loadSeats(ctx: Context, signals: readonly OpenSignal[]): Promise<Seats> {
  const unitIds = [...new Set(signals.map(({ unitId }) => unitId))];
  const roles = new Set<Role>([AT_THE_TOP, ...signals.flatMap(({ rules }) => rules.rungs.map(({ to }) => to))]);
  const posts = await loadPosts(ctx, unitIds, [...roles]);
  const owners = await loadOwners(ctx, signals);
  const rosters = new Map<string, Roster>();
  for (const unitId of new Set(signals.filter(({ onDuty }) => onDuty).map((signal) => signal.unitId))) {
    rosters.set(unitId, await rosterAt(ctx, unitId));
  }
  const holders = (signal: OpenSignal, role: Role, outside: readonly string[]): readonly string[] => {
    const { unitId, holderId = "" } = signal;
    const roster = signal.onDuty ? (rosters.get(unitId)?.get(role) ?? []) : [];
    const onDuty = roster.filter((personId) => !outside.includes(personId));
    if (onDuty.length > 0) return onDuty;
    const owner = owners.get(holderId);
    return role === OWNER
      ? [owner ?? ""].filter((personId) => personId !== "" && !outside.includes(personId))
      : posts.of(unitId, role, outside);
  };
  return {
    of: (signal, rung) => {
      const { to, above, isOnlyTheirs = false } = rung;
      const vacant: Role[] = [];
      for (const role of new Set<Role>([to, ...above, ...(isOnlyTheirs ? [] : [AT_THE_TOP])])) {
        const personIds = holders(signal, role, signal.outside(rung));
        if (personIds.length > 0) return { personIds, vacant };
        vacant.push(role);
      }
      return { personIds: [], vacant };
    },
  };
}

/** By holder who does their work; missing is who has left. */
async function loadOwners(ctx: Context, signals: readonly OpenSignal[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(signals.flatMap(({ holderId }) => holderId ?? []))];
  const acting = await actingFor(ctx.db, ids, ctx.now);
  const present = await presentAmong(ctx, ids);
  return new Map(ids.flatMap((id) => (present.has(id) ? [[id, acting.get(id) ?? id] as const] : [])));
}

/** Who of them still works here. */
export async function presentAmong(ctx: Context, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const people = await inTurns(personIds, (some) =>
    ctx.db.person.findMany({
      where: { id: { in: some } },
      select: { id: true, leftOn: true, unit: { select: { timeZone: true } } },
    }),
  );
  return new Set(people.filter((person) => isAtWork(person, ctx.now)).map(({ id }) => id));
}
