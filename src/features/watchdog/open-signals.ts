/** The open signals that climb, as facts: what they are, what was answered when, and the policy's words about their level. */
import { localMinuteOf } from "../../domain/calendar/business-date.ts";
import type { LocalMinute } from "../../domain/calendar/working-minutes.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import { ENDED_SIGNAL_STATES, SIGNAL_LEVELS, SIGNAL_STATES, type SignalLevel } from "../../domain/vocabulary.ts";
import { type OwedRung, owedRungs, type SignalFacts, type SignalRules } from "../../domain/watchdog/index.ts";
import { momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { SIGNAL_FACTS } from "./signal-facts.ts";

export interface OpenSignal {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly borrowerId: string;
  /** Whoever took it over, or keeps the account. */
  readonly holderId: string | undefined;
  /** Whom it is about, and others who may not hear of it: nobody tells them as a post. */
  readonly outside: (rung: Pick<OwedRung, "awaits">) => readonly string[];
  readonly isRestricted: boolean;
  readonly level: SignalLevel;
  readonly levelSince: Date;
  readonly onDuty: boolean;
  readonly timeZone: string;
  readonly facts: SignalFacts;
  readonly rules: SignalRules;
  /** Everything that was owed by then. */
  readonly owed: (now: LocalMinute) => readonly OwedRung[];
}

export const OPEN = SIGNAL_STATES.filter((state) => !ENDED_SIGNAL_STATES.some((ended) => ended === state));

/**
 * Costs as much as there are signals in which an answer is missing, or came after `horizon`. A restricted one has an audience of its
 * own and no rungs; nor has what asks for little (handbook 2.4, paths).
 */
export async function loadOpenSignals(ctx: Context, horizon: Date): Promise<OpenSignal[]> {
  const rows = await ctx.db.signal.findMany({
    where: {
      state: { in: OPEN },
      isRestricted: false,
      AND: [
        { OR: [{ path: "full" }, { path: "contact_note", level: { in: ["orange", "red"] } }] },
        { OR: [{ planApprovedAt: null }, { planApprovedAt: { gte: horizon } }, { levelSince: { gte: horizon } }] },
      ],
    },
    orderBy: { id: "asc" },
    select: SIGNAL_FACTS,
  });
  return rows.flatMap((row): OpenSignal[] => {
    const { id, number, unitId, borrowerId, levelSince, borrower } = row;
    const level = oneOf(SIGNAL_LEVELS, row.level);
    const rules = rulesFor(ctx, level, row.path, borrower.unit.calendarId);
    if (rules === undefined) return [];
    const { timeZone } = borrower.unit;
    const facts = factsOf(row, timeZone);
    const named = row.named.map(({ personId }) => personId);
    return [
      {
        id,
        number,
        unitId,
        borrowerId,
        holderId: row.ownerId ?? borrower.ownerships[0]?.personId,
        outside: () => named,
        isRestricted: false,
        level,
        levelSince,
        onDuty: ctx.policy.policy.clocks.signals[level].every_day,
        timeZone,
        facts,
        rules,
        owed: (now) => owedRungs(facts, rules, now),
      },
    ];
  });
}

interface Row {
  readonly levelSince: Date;
  readonly raisedById: string | null;
  readonly isVeto: boolean;
  readonly acknowledgedAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly planApprovedAt: Date | null;
  readonly snoozes: readonly { readonly fromAt: Date; readonly untilAt: Date; readonly endedAt: Date | null }[];
}

export function factsOf(row: Row, timeZone: string): SignalFacts {
  const onWall = (moment: Date) => localMinuteOf(momentFromDate(moment), timeZone);
  const maybe = (moment: Date | null) => (moment === null ? undefined : onWall(moment));
  return {
    since: onWall(row.levelSince),
    isProven: row.isVeto || row.raisedById === null,
    acknowledged: maybe(row.acknowledgedAt),
    verified: maybe(row.verifiedAt),
    planned: maybe(row.planApprovedAt),
    // What worsened since is another matter.
    quiets: row.snoozes
      .filter(({ fromAt }) => fromAt >= row.levelSince)
      .map(({ fromAt, untilAt, endedAt }) => ({ from: onWall(fromAt), until: onWall(endedAt ?? untilAt) })),
  };
}

/** A short path has no verification and no plan. Nothing where the unit's calendar is missing. */
export function rulesFor(ctx: Context, level: SignalLevel, path: string, calendarId: string): SignalRules | undefined {
  const { signals, waking_hours, working_hours } = ctx.policy.policy.clocks;
  const clock = signals[level];
  const { from, to } = clock.every_day ? waking_hours : working_hours;
  const calendar = ctx.parts.calendars.get(calendarId);
  const isWhole = path === "full";
  return (
    calendar && {
      isRed: level === "red",
      calendar,
      hours: { start: minuteOfDay(from), end: minuteOfDay(to), everyDay: clock.every_day },
      rungs: clock.path.map(({ role, after }) => ({ to: role, wait: after })),
      again: clock.repeat_until_acknowledged,
      verify: isWhole ? clock.verify : undefined,
      plan: isWhole ? clock.plan : undefined,
    }
  );
}
