/** Signals that stand, with their clocks; that were raised, or ended, by the date. A restricted one stands in no list, for nobody: it is not counted either. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import { SIGNAL_ENDED, SIGNAL_RAISED, SIGNAL_STANDING } from "../../../domain/totals/index.ts";
import { ENDED_SIGNAL_STATES } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { momentText } from "../../../texts/dates.ts";
import { type StandingSignal, standingSignal } from "../../signals/index.ts";
import { daysOf, keptBy, type Lister, type ListScope, overUnits, unitsOf } from "./list-scope.ts";

export const signals: Lister = async (ctx, scope, asked, take) => {
  if (scope.product !== undefined) {
    return [];
  }
  return overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.signal.findMany({
      where: { ...inUnits, ...standing(scope, asked) },
      orderBy: [orderOf(asked), { id: "asc" }],
      take,
      select: {
        id: true,
        number: true,
        unitId: true,
        ownerId: true,
        levelSince: true,
        raisedOn: true,
        endedOn: true,
        borrowerId: true,
        borrower: { select: { name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
      },
    });
    return rows.map(({ id, number, unitId, ownerId, borrowerId, borrower: { name, ownerships }, ...dates }) => ({
      ...{ id, number, unitId, customerId: borrowerId, borrowerName: name, opens: "signal" as const },
      personId: ownerId ?? ownerships[0]?.personId ?? null,
      on: dateOf(asked, dates),
    }));
  });
};

/** Of a person: what they answer for, and what their accounts have. A signal is of no product. */
export function signalsOfPerson(ctx: Context, scope: ListScope, asked: AskedTotals): Promise<number> {
  return scope.product === undefined
    ? ctx.db.signal.count({ where: { ...unitsOf(scope), ...standing(scope, asked) } })
    : Promise.resolve(0);
}

/** Of a person: what they answer for, and what their accounts have. */
export function standing({ personId }: ListScope, asked: AskedTotals) {
  const counted = { isRestricted: false, ...inDays(asked) };
  if (personId === undefined) {
    return counted;
  }
  return personId === null
    ? { ...counted, ownerId: null, borrower: { ownerships: keptBy(null) } }
    : { ...counted, OR: [{ ownerId: personId }, { borrower: { ownerships: keptBy(personId) } }] };
}

function inDays(asked: AskedTotals) {
  if (asked.kind === SIGNAL_RAISED) {
    return { raisedOn: daysOf(asked) };
  }
  return asked.kind === SIGNAL_ENDED
    ? { endedOn: daysOf(asked) }
    : { level: { in: [...(asked.states ?? [])] }, state: { notIn: [...ENDED_SIGNAL_STATES] } };
}

function orderOf({ kind }: AskedTotals) {
  if (kind === SIGNAL_STANDING) {
    return { levelSince: "asc" } as const;
  }
  return kind === SIGNAL_RAISED ? ({ raisedOn: "asc" } as const) : ({ endedOn: "asc" } as const);
}

interface Dates {
  readonly levelSince: Date;
  readonly raisedOn: string | null;
  readonly endedOn: string | null;
}

function dateOf({ kind }: AskedTotals, { levelSince, raisedOn, endedOn }: Dates): string {
  const since = levelSince.toISOString().slice(0, 10);
  return (kind === SIGNAL_STANDING ? undefined : kind === SIGNAL_RAISED ? raisedOn : endedOn) ?? since;
}

/** The level and the name of what happened, and by when which answer is awaited. */
export async function signalWords(ctx: Context, id: string): Promise<string | undefined> {
  const found = await standingSignal(ctx, id);
  return found && [`${ctx.t(`signal.level.${found.level}`)}: ${found.title}`, ...clockWords(ctx, found)].join(" · ");
}

function clockWords({ t, language, actor }: Context, { clock, state }: StandingSignal): string[] {
  return clock === undefined
    ? [t(`signal.state.${state}`)]
    : [`${t(`signal.due.${clock.answer}`)} ${momentText(language, clock.by, actor.timeZone)}`];
}
