import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterSending,
  isWorkspaceWide,
  METHOD_PACES,
  NO_LIMITS,
  SLACK_LIMITS,
  slotsOpen,
  untilSlotMs,
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

  it.each(Object.entries(METHOD_PACES))(
    "is never more than its tier allows for %s, and at least half of it",
    (_method, pace) => {
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 50, maxLength: 300 }), (pauses) => {
          let at = 0;
          let nextAt = 0;
          const calls = pauses.flatMap((pause) => {
            at += pause;
            if (untilSlotMs(nextAt, at, pace) > 0) return [];
            nextAt = afterSending(nextAt, at, 1, pace);
            return [at];
          });
          expect(mostInAMinute(calls)).toBeLessThanOrEqual(pace.perMinute);
        }),
        { numRuns: 60 },
      );
      const [calls, minutes] = [[] as number[], 10];
      for (let at = 0, nextAt = 0; at < minutes * 60_000; at += 250) {
        if (untilSlotMs(nextAt, at, pace) > 0) continue;
        nextAt = afterSending(nextAt, at, 1, pace);
        calls.push(at);
      }
      expect(calls.length).toBeGreaterThan((minutes * pace.perMinute) / 2);
    },
  );

  it("says how long to wait for the next call", () => {
    const pace = { perMinute: 50, savedUpMs: 30_000 };
    const next = afterSending(0, 0, 17, pace);
    const wait = untilSlotMs(next, 0, pace);
    expect(wait).toBeGreaterThan(0);
    expect(untilSlotMs(next, wait, pace)).toBe(0);
    expect(untilSlotMs(next, wait - 2, pace)).toBeGreaterThan(0);
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
