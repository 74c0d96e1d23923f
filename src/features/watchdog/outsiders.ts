/** Who may not be told of a signal as a post: the line of whoever is named in a restricted one, and who has a part in what is released. */
import { addTo } from "../../domain/lists-by-key.ts";
import type { Context } from "../../platform/context.ts";
import { byId, inTurns } from "../../platform/in-turns.ts";
import { actingFor } from "../people/index.ts";
import { loadPosts } from "./posts.ts";

interface Row {
  readonly id: string;
  readonly ownerId: string | null;
  readonly raisedById: string | null;
  readonly isRestricted: boolean;
  readonly askRound: number;
  readonly levelSince: Date;
  readonly named: readonly { readonly personId: string }[];
  readonly borrower: { readonly ownerships: readonly { readonly personId: string }[] };
}

export interface Outsiders {
  /** Those who are named, who does their work, and who leads their units. */
  line(named: readonly string[]): readonly string[];
  /** Whoever answers for it or did since it has its level, raised it, or agreed already. */
  parties(row: Row): readonly string[];
}

export async function loadOutsiders(ctx: Context, rows: readonly Row[]): Promise<Outsiders> {
  const named = rows.flatMap((row) => (row.isRestricted ? row.named.map(({ personId }) => personId) : []));
  const handlers = rows.flatMap((row) => handlersOf(row));
  const acting = await actingFor(ctx.db, [...new Set([...named, ...handlers])], ctx.now);
  const actingOf = (ids: readonly string[]) => ids.map((id) => acting.get(id) ?? id);
  const leaders = await loadLeaders(ctx, named);
  const hands = await loadHands(ctx, rows);
  return {
    line: (ids) => [...ids, ...actingOf(ids), ...ids.flatMap((id) => leaders.get(id) ?? [])],
    parties: (row) => {
      const mine = handlersOf(row);
      return [
        ...mine,
        ...actingOf(mine),
        ...(row.raisedById === null ? [] : [row.raisedById]),
        ...(hands.get(row.id) ?? []),
      ];
    },
  };
}

const handlersOf = ({ ownerId, borrower }: Row): string[] =>
  [ownerId, borrower.ownerships[0]?.personId ?? null].flatMap((id) => id ?? []);

async function loadLeaders(ctx: Context, named: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const people = await byId([...named], (some) =>
    ctx.db.person.findMany({ where: { id: { in: some } }, select: { id: true, unitId: true } }),
  );
  const units = [...new Set([...people.values()].map(({ unitId }) => unitId))];
  const roles = ["unit_manager", "head_office_manager"] as const;
  const posts = await loadPosts(ctx, units, roles);
  return new Map(
    [...people.values()].map(({ id, unitId }) => [id, roles.flatMap((role) => posts.of(unitId, role, []))]),
  );
}

async function loadHands({ db }: Context, rows: readonly Row[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const byRow = new Map(rows.map((row) => [row.id, row]));
  const events = await inTurns([...byRow.keys()], (some) =>
    db.signalEvent.findMany({
      where: { signalId: { in: some }, act: { in: ["taken_over", "accepted", "agree_release"] } },
      select: { signalId: true, act: true, at: true, round: true, personId: true },
    }),
  );
  const hands = new Map<string, string[]>();
  for (const { signalId, act, at, round, personId } of events) {
    const row = byRow.get(signalId);
    const counts = row !== undefined && (act === "agree_release" ? round === row.askRound : at >= row.levelSince);
    if (counts && personId !== null) addTo(hands, signalId, personId);
  }
  return hands;
}
