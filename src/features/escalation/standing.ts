/** A signal of the record as its ladder sees it: on the wall of its unit, with the clock of its level. */
import { localMinuteOf } from "../../domain/calendar/business-date.ts";
import { climbs, type LevelClock, type LevelTime, type StandingSignal } from "../../domain/escalation/index.ts";
import { minuteOfDay } from "../../domain/policy/marks.ts";
import { SIGNAL_LEVELS, SIGNAL_PATHS } from "../../domain/vocabulary.ts";
import { momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { calendarOf } from "../ladder/index.ts";

export const LADDER_FIELDS = {
  id: true,
  unitId: true,
  level: true,
  path: true,
  levelSince: true,
  raisedById: true,
  isVeto: true,
  acknowledgedAt: true,
  verifiedAt: true,
  planApprovedAt: true,
  endedAt: true,
  ownerId: true,
  named: { select: { personId: true } },
  snoozes: {
    select: { id: true, personId: true, fromAt: true, untilAt: true, endedAt: true, reason: true },
    orderBy: { fromAt: "asc" },
  },
  borrower: {
    select: {
      ownerships: { where: { toAt: null }, select: { personId: true } },
      unit: { select: { calendarId: true, timeZone: true } },
    },
  },
} as const;

export type LadderSignal = Awaited<ReturnType<typeof findSignals>>[number];

type Which = NonNullable<NonNullable<Parameters<Context["db"]["signal"]["findMany"]>[0]>["where"]>;

/** Restricted signals have an audience of their own, and no ladder; nor has what asks for little. */
export function findLadderSignals(ctx: Context, where: Which, most: number) {
  return findSignals(ctx, { ...where, isRestricted: false, NOT: OFF_LADDER }, most);
}

const OFF_LADDER = SIGNAL_PATHS.map((path) => ({
  path,
  level: { in: SIGNAL_LEVELS.filter((level) => !climbs({ path, level })) },
}));

export function findSignals(ctx: Context, where: Which, most: number) {
  return ctx.db.signal.findMany({
    where,
    orderBy: [{ ladderAt: "asc" }, { id: "asc" }],
    take: most,
    select: LADDER_FIELDS,
  });
}

export interface OnLadder {
  readonly row: LadderSignal;
  readonly standing: StandingSignal;
  readonly clock: LevelClock;
  readonly time: LevelTime;
  readonly timeZone: string;
}

export function onLadder(ctx: Context, row: LadderSignal): OnLadder {
  const { calendarId, timeZone } = row.borrower.unit;
  const { clocks } = ctx.policy.policy;
  const level = oneOf(SIGNAL_LEVELS, row.level);
  const whole = clocks.signals[level];
  // A short path has no verification and no plan: it is acknowledged, and released.
  const clock = row.path === "full" ? whole : { ...whole, verify: undefined, plan: undefined };
  const { from, to } = clock.every_day ? clocks.waking_hours : clocks.working_hours;
  const hours = { start: minuteOfDay(from), end: minuteOfDay(to), everyDay: clock.every_day };
  const onWall = (moment: Date) => localMinuteOf(momentFromDate(moment), timeZone);
  const maybe = <K extends string>(key: K, moment: Date | null) =>
    (moment === null ? {} : { [key]: onWall(moment) }) as { readonly [key in K]?: ReturnType<typeof onWall> };
  return {
    row,
    timeZone,
    clock,
    time: { calendar: calendarOf(ctx, calendarId), hours },
    standing: {
      level,
      since: onWall(row.levelSince),
      raisedBy: row.raisedById === null ? "facts" : "person",
      isVeto: row.isVeto,
      ...maybe("acknowledged", row.acknowledgedAt),
      ...maybe("verified", row.verifiedAt),
      ...maybe("planApproved", row.planApprovedAt),
      ...maybe("ended", row.endedAt),
      quiets: row.snoozes
        // What worsened since is another matter.
        .filter(({ fromAt }) => fromAt >= row.levelSince)
        .map(({ fromAt, untilAt, endedAt }) => ({ from: onWall(fromAt), until: onWall(endedAt ?? untilAt) })),
    },
  };
}
