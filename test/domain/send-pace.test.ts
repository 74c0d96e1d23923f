import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterSending,
  isWorkspaceWide,
  KEPT_FOR_PEOPLE,
  NO_LIMITS,
  SLACK_LIMITS,
  slotsOpen,
  turnsNow,
} from "../../src/domain/send-pace.ts";

/** When messages leave, if somebody looks at these moments and always has enough to send. */
function leaving(looks: readonly number[], startAt = 0): number[] {
  let nextAt = startAt;
  return looks.flatMap((now) => {
    const open = slotsOpen(nextAt, now, SLACK_LIMITS);
    nextAt = afterSending(nextAt, now, open, SLACK_LIMITS);
    return Array.from({ length: open }, () => now);
  });
}

/** When calls are made, if somebody looks at these moments and always has one to make. */
function calling(looks: readonly number[], pace: number): number[] {
  const taken = new Map<number, number>();
  return looks.filter((now) => {
    const next = turnsNow(taken, now, pace);
    if ("waitMs" in next) return false;
    taken.set(next.free[0] ?? 0, next.againAtMs);
    return true;
  });
}

/** How many calls can be made in one moment, where so many turns are kept for others. */
function calls(taken: Map<number, number>, now: number, kept: number): number {
  for (let made = 0; ; made += 1) {
    const next = turnsNow(taken, now, 50, kept);
    if ("waitMs" in next) return made;
    taken.set(next.free[0] ?? 0, next.againAtMs);
  }
}

const mostInAMinute = (moments: readonly number[]) =>
  Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + 60_000).length));

describe("how fast Slack may be spoken to", () => {
  it("is never more than 300 messages in any minute, whenever somebody looks", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 50, maxLength: 400 }), (pauses) => {
        let at = 0;
        const looks = pauses.map((pause) => (at += pause));
        expect(mostInAMinute(leaving(looks))).toBeLessThanOrEqual(SLACK_LIMITS.perMinute);
      }),
      { numRuns: 60 },
    );
  });

  it("is at least 95 % of that for whoever looks once a second, give or take", () => {
    const looks = Array.from({ length: 600 }, (_, second) => second * 1_000 + (second % 7) * 3);
    expect(leaving(looks).length).toBeGreaterThan(0.95 * 300 * 10);
  });

  it("believes no moment that only a clock set back explains", () => {
    expect(slotsOpen(3_600_000, 0, SLACK_LIMITS)).toBeGreaterThan(0);
    expect(afterSending(3_600_000, 0, 1, SLACK_LIMITS)).toBeLessThan(1_000);
  });

  it.each(Object.entries(SLACK_LIMITS.methods))(
    "is never more than its tier allows for %s, and all of it",
    (_method, pace) => {
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 50, maxLength: 300 }), (pauses) => {
          let at = 0;
          const looks = pauses.map((pause) => (at += pause));
          expect(mostInAMinute(calling(looks, pace))).toBeLessThanOrEqual(pace);
        }),
        { numRuns: 60 },
      );
      const looks = Array.from({ length: 10 * 60 * 4 }, (_, quarter) => quarter * 250);
      expect(calling(looks, pace)).toHaveLength(10 * pace);
    },
  );

  it("keeps turns for those who wait: twenty edits of a minute's fifty are not for a sweep", () => {
    const taken = new Map<number, number>();
    const sweep = calls(taken, 100, KEPT_FOR_PEOPLE);
    expect([sweep, calls(taken, 100, 0)]).toEqual([30, 20]);
    expect(turnsNow(taken, 100, 50, 20)).toEqual({ waitMs: 60_000 });
    expect(turnsNow(taken, 60_100, 50, 20)).toEqual({ free: expect.arrayContaining([0, 49]), againAtMs: 120_100 });
  });

  it("says how long to wait for the next call, and believes no moment that only a clock set back explains", () => {
    const all = new Map(Array.from({ length: 50 }, (_, turn) => [turn, 60_000 + turn]));
    expect(turnsNow(all, 1_000, 50)).toEqual({ waitMs: 59_000 });
    expect(turnsNow(all, 60_000, 50)).toEqual({ free: [0], againAtMs: 120_000 });
    expect(turnsNow(all, -3_600_000, 50)).toMatchObject({ free: expect.arrayContaining([0, 49]) });
  });

  it("has no end where nothing is limited", () => {
    expect(slotsOpen(0, 0, NO_LIMITS)).toBe(Number.POSITIVE_INFINITY);
    expect(afterSending(0, 5, 100, NO_LIMITS)).toBe(5);
  });
});

describe("a refusal", () => {
  it("is the workspace's when three conversations are refused within ten seconds", () => {
    const at = (...moments: number[]) => moments.map((sinceMs) => ({ sinceMs }));
    expect(isWorkspaceWide(at(0, 5_000, 10_000), 10_000)).toBe(true);
    expect(isWorkspaceWide(at(0, 5_000), 10_000)).toBe(false);
    expect(isWorkspaceWide(at(0, 5_000, 10_001), 10_001)).toBe(false);
  });
});
