/**
 * Who does whose work today: the one answer to it. Mornings, reviews, rungs and rights all ask here, so that an absence
 * moves everything at the same moment: when the first day begins where the stand-in is.
 */
import { addDays, isoDate } from "../../domain/dates.ts";
import type { IsoDate, Moment } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { isAtWork } from "./presence.ts";

export interface StandIn {
  readonly delegationId: string;
  readonly personId: string;
  readonly personName: string;
  readonly standInId: string;
  readonly standInName: string;
  /** The last day, included. */
  readonly toOn: IsoDate;
}

/** Absences that have not been ended by `now`. */
export function notEnded(now: Moment) {
  return { OR: [{ endedAt: null }, { endedAt: { gt: now.toJSDate() } }] };
}

/** Those who are away today, with who does their work. */
export function standInsFor(db: Tx, personIds: readonly string[], now: Moment): Promise<StandIn[]> {
  return inTurns(personIds, async (some) => inForce(db, { personId: { in: some } }, now));
}

/** Those whose work falls to these people today. */
export function workOfOthers(db: Tx, standInIds: readonly string[], now: Moment): Promise<StandIn[]> {
  return inTurns(standInIds, async (some) => inForce(db, { standInId: { in: some } }, now));
}

/** Who does the work of each today: their stand-in, or themselves. */
export async function actingFor(db: Tx, personIds: readonly string[], now: Moment): Promise<Map<string, string>> {
  const away = await standInsFor(db, personIds, now);
  const standInOf = new Map(away.map(({ personId, standInId }) => [personId, standInId]));
  return new Map(personIds.map((id) => [id, standInOf.get(id) ?? id]));
}

type Whose = { readonly personId: { in: string[] } } | { readonly standInId: { in: string[] } };

async function inForce(db: Tx, whose: Whose, now: Moment): Promise<StandIn[]> {
  const near = nearDays(now);
  const where = { ...whose, ...near };
  // Asked at every click, and nobody is away as a rule: who stands in is read only where somebody is.
  if ((await db.delegation.findFirst({ where, select: { id: true } })) === null) return [];
  const rows = await db.delegation.findMany({
    where,
    orderBy: { enteredAt: "asc" },
    include: {
      person: { select: { name: true } },
      standIn: {
        select: {
          name: true,
          leftOn: true,
          unit: { select: { timeZone: true } },
          accounts: { where: { endedAt: null }, orderBy: { matchedAt: "desc" }, take: 1, select: { timeZone: true } },
          away: { where: near, select: { fromOn: true, toOn: true } },
        },
      },
    },
  });
  return rows.flatMap(({ id, personId, standInId, person, standIn, ...days }) => {
    const today = localDate(now, standIn.accounts[0]?.timeZone ?? standIn.unit.timeZone);
    // Whoever should stand in and is not here does nobody's work: it stays with the person, rather than with nobody.
    const isHere = isAtWork(standIn, now) && !standIn.away.some((away) => covers(away, today));
    return isHere && covers(days, today)
      ? [
          {
            delegationId: id,
            personId,
            personName: person.name,
            standInId,
            standInName: standIn.name,
            toOn: isoDate(days.toOn),
          },
        ]
      : [];
  });
}

/** A day on each side: every reader's own date is within it. */
function nearDays(now: Moment) {
  const today = isoDate(now.toISODate());
  return { ...notEnded(now), fromOn: { lte: addDays(today, 1) }, toOn: { gte: addDays(today, -1) } };
}

function covers({ fromOn, toOn }: { readonly fromOn: string; readonly toOn: string }, date: IsoDate): boolean {
  return fromOn <= date && date <= toOn;
}
