/** One signal with everything that a decision about it needs. Whoever may not know of a restricted one is told that there is none. */
import { isoDate } from "../../domain/dates.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import type { SignalNow } from "../../domain/signals/steps.ts";
import {
  type IsoDate,
  type Role,
  SIGNAL_ASKS,
  SIGNAL_LEVELS,
  SIGNAL_PATHS,
  SIGNAL_STATES,
  type SignalLevel,
} from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { actingFor, holdersOf, unitPath } from "../people/index.ts";

export type SignalRow = NonNullable<Awaited<ReturnType<typeof findSignal>>>;

export interface SignalCase {
  readonly row: SignalRow;
  readonly now: SignalNow;
  readonly level: SignalLevel;
  /** The date where the account is kept. */
  readonly today: IsoDate;
  /** `notByPersons` may not be the second person. */
  readonly subject: SubjectFacts;
  /** Named in it, or of the line of somebody who is: outside a restricted signal's audience. */
  readonly outsiders: readonly string[];
}

const RESTRICTED: Partial<Record<Verb, Verb>> = {
  see_signal: "see_restricted_signal",
  handle_signal: "handle_restricted_signal",
  second_signal: "second_restricted_signal",
  take_over_signal: "handle_restricted_signal",
  record_case_cost: "handle_restricted_signal",
};

export async function loadSignal(ctx: Context, id: string): Promise<SignalCase | undefined> {
  const row = await findSignal(ctx, id);
  if (row === null) {
    return undefined;
  }
  const keeper = row.borrower.ownerships[0]?.personId ?? null;
  const handlers = [row.ownerId, keeper].filter((one) => one !== null);
  const acting = [...(await actingFor(ctx.db, handlers, ctx.now)).values()];
  const agreed = row.events.filter(({ act, round }) => act === "agree_release" && round === row.askRound);
  const named = row.named.map(({ personId }) => personId);
  const parties = [
    ...handlers,
    ...named,
    ...acting,
    row.raisedById,
    row.askedById,
    ...agreed.map(({ personId }) => personId),
  ];
  const planner = row.state === "plan_proposed" ? [row.planById] : [];
  return {
    row,
    now: {
      state: oneOf(SIGNAL_STATES, row.state),
      path: oneOf(SIGNAL_PATHS, row.path),
      askedFor: row.askedFor === null ? null : oneOf(SIGNAL_ASKS, row.askedFor),
      observeUntilOn: row.observeUntilOn === null ? null : isoDate(row.observeUntilOn),
    },
    level: oneOf(SIGNAL_LEVELS, row.level),
    today: localDate(ctx.now, row.borrower.unit.timeZone),
    subject: {
      unitPath: await unitPath(ctx.db, row.unitId),
      assigneeId: row.ownerId,
      ownerId: keeper,
      notByPersons: [...parties, ...planner, ...handsOf(row)].filter((one) => one !== null),
    },
    outsiders: row.isRestricted ? await lineOf(ctx, row.named) : [],
  };
}

/** Whoever answered for it in between, or says that it is resolved, is no second person after it went to another. */
function handsOf({ state, levelSince, events }: SignalRow): (string | null)[] {
  const held = events.filter(({ act, at }) => (act === "taken_over" || act === "accepted") && at >= levelSince);
  const resolved = state === "resolved" ? events.findLast(({ act }) => act === "resolve") : undefined;
  return [...held, ...(resolved === undefined ? [] : [resolved])].map(({ personId }) => personId);
}

/** The signal, where the actor may do this to it. */
export async function signalFor(ctx: Context, verb: Verb, id: string): Promise<SignalCase | Refusal> {
  const found = await loadSignal(ctx, id);
  return found === undefined ? refuse("not_found", { number: "" }) : (refusedFor(ctx, verb, found) ?? found);
}

/** Nothing where the actor may. */
export function refusedFor(ctx: Context, verb: Verb, { row, subject, outsiders }: SignalCase): Refusal | undefined {
  if (!row.isRestricted) {
    return refusedOfficer(ctx, verb, row) ?? authorize(ctx, verb, subject);
  }
  const hidden = refuse("not_found", { number: "" });
  const isOutside = outsiders.includes(ctx.actor.personId) || !knowsOf(ctx, row.code);
  // Who may see it, and may not decide, is told why.
  const seen = isOutside ? hidden : authorize(ctx, "see_restricted_signal", subject);
  return seen === undefined ? authorize(ctx, RESTRICTED[verb] ?? verb, subject) : hidden;
}

/** Whose own work it is about may read it, and takes no step: whoever leads them answers for it. */
function refusedOfficer({ actor }: Context, verb: Verb, { named }: SignalRow): Refusal | undefined {
  const isNamed = named.some(({ personId }) => personId === actor.personId);
  return isNamed && verb !== "see_signal" ? refuse("may.four_eyes", { verb }) : undefined;
}

/** Holds a role that knows of signals with this code. */
export function knowsOf(ctx: Context, code: string): boolean {
  const roles = rolesThatKnow(ctx, code);
  return ctx.actor.grants.some(({ role }) => roles.includes(role));
}

/** A signal about staff is compliance's, whatever its code. */
export function rolesThatKnow({ policy }: Context, code: string): readonly Role[] {
  return policy.policy.signals.catalogue[code]?.restricted_to ?? ["compliance"];
}

/** Those who are named, who does their work, and who leads their units. */
export async function lineOf(ctx: Context, named: readonly { readonly personId: string }[]): Promise<string[]> {
  const ids = named.map(({ personId }) => personId);
  const people = await ctx.db.person.findMany({ where: { id: { in: ids } }, select: { unitId: true } });
  const acting = [...(await actingFor(ctx.db, ids, ctx.now)).values()];
  const leaders: string[] = [];
  for (const { unitId } of people) {
    for (const role of ["unit_manager", "head_office_manager"] as const) {
      leaders.push(...(await holdersOf(ctx.db, role, unitId, ctx.now)).personIds);
    }
  }
  return [...new Set([...ids, ...acting, ...leaders])];
}

function findSignal({ db }: Context, id: string) {
  return db.signal.findUnique({
    where: { id },
    include: {
      borrower: {
        select: {
          name: true,
          number: true,
          unit: { select: { timeZone: true, calendarId: true } },
          ownerships: { where: { toAt: null }, select: { personId: true } },
        },
      },
      named: { select: { personId: true } },
      events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
    },
  });
}
