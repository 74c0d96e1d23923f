/** Signals that stand, with their clocks. A restricted one stands in no list, for nobody: it is not counted either. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import { ENDED_SIGNAL_STATES } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { momentText } from "../../../texts/dates.ts";
import { type StandingSignal, standingSignal } from "../../signals/index.ts";
import { type Lister, type ListScope, overUnits } from "./list-scope.ts";

export const signals: Lister = async (ctx, scope, asked, take) => {
  if (scope.product !== undefined) {
    return [];
  }
  return overUnits(scope, take, async (inUnits) => {
    const rows = await ctx.db.signal.findMany({
      where: { ...inUnits, ...standing(scope, asked) },
      orderBy: [{ levelSince: "asc" }, { id: "asc" }],
      take,
      select: {
        id: true,
        number: true,
        unitId: true,
        ownerId: true,
        levelSince: true,
        borrower: { select: { name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
      },
    });
    return rows.map(({ id, number, unitId, ownerId, levelSince, borrower: { name, ownerships } }) => ({
      ...{ id, number, unitId, borrowerName: name, opens: "signal" as const },
      personId: ownerId ?? ownerships[0]?.personId ?? null,
      on: levelSince.toISOString().slice(0, 10),
    }));
  });
};

/** Of a person: what they answer for, and what their accounts have. A signal is of no product. */
export function signalsOfPerson(ctx: Context, scope: ListScope, asked: AskedTotals): Promise<number> {
  const inUnits = scope.units === undefined ? {} : { unitId: { in: [...scope.units] } };
  return scope.product === undefined
    ? ctx.db.signal.count({ where: { ...inUnits, ...standing(scope, asked) } })
    : Promise.resolve(0);
}

function standing({ personId }: ListScope, { states }: AskedTotals) {
  const open = { isRestricted: false, level: { in: [...states] }, state: { notIn: [...ENDED_SIGNAL_STATES] } };
  if (personId === undefined) {
    return open;
  }
  return personId === null
    ? { ...open, ownerId: null, borrower: { ownerships: { none: { toAt: null } } } }
    : { ...open, OR: [{ ownerId: personId }, { borrower: { ownerships: { some: { personId, toAt: null } } } }] };
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
