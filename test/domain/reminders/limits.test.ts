import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay, workingDaysBetween } from "../../../src/domain/calendar/business-calendar.ts";
import { addDays } from "../../../src/domain/dates.ts";
import { latestExtension, refuseAttempt, refuseExtension, refuseSnooze } from "../../../src/domain/reminders/index.ts";
import { china, on } from "../planning/builders.ts";

const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(on("2020-01-01"), days));
const cap = { maxWorkingDays: 10, times: 1 };

describe("a later date", () => {
  it("that is taken is a working day after the old one, not past, and within the cap", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 30 }), fc.integer({ min: -30, max: 40 }), (dueOn, at, by) => {
        const [today, to] = [addDays(dueOn, at), addDays(dueOn, by)];
        if (refuseExtension(china, { dueOn, today, times: 0 }, to, cap) === undefined) {
          expect([to > dueOn, to >= today, isWorkingDay(china, to)]).toEqual([true, true, true]);
          expect(workingDaysBetween(china, dueOn, to)).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("at the cap is taken as long as it is not past", () => {
    fc.assert(
      fc.property(day, (dueOn) => {
        const last = latestExtension(china, dueOn, cap);
        expect(refuseExtension(china, { dueOn, today: dueOn, times: 0 }, last, cap)).toBeUndefined();
        expect(refuseExtension(china, { dueOn, today: addDays(last, 1), times: 0 }, last, cap)?.refused).toBe(
          "extension.too_late",
        );
        expect(refuseExtension(china, { dueOn, today: dueOn, times: 1 }, last, cap)?.refused).toBe("extension.used_up");
      }),
    );
  });
});

describe("quiet", () => {
  const used = (from: string, until: string) => ({ fromOn: on(from), untilOn: on(until) });

  it.each([
    ["2026-03-10", [], undefined],
    ["2026-03-12", [], undefined],
    ["2026-03-13", [], "snooze.date"],
    ["2026-03-09", [], "snooze.date"],
    ["2026-03-10", [used("2026-03-01", "2026-03-02")], undefined],
    ["2026-03-11", [used("2026-03-01", "2026-03-02")], "snooze.date"],
    ["2026-03-10", [used("2026-03-01", "2026-03-03")], "snooze.used_up"],
  ])("on 10 March until %s after %j: %s", (until, before, refused) => {
    expect(refuseSnooze(on("2026-03-10"), on(until), 3, before)?.refused).toBe(refused);
  });
});

describe("a visit that could not be made", () => {
  it.each([
    ["2026-03-10", "2026-03-11", undefined],
    ["2026-02-24", "2026-03-17", undefined],
    ["2026-02-23", "2026-03-17", "attempt.attempted_on"],
    ["2026-03-11", "2026-03-12", "attempt.attempted_on"],
    ["2026-03-10", "2026-03-10", "attempt.next_on"],
    ["2026-03-10", "2026-03-18", "attempt.next_on"],
  ])("tried on %s, again on %s: %s", (attemptedOn, nextOn, refused) => {
    const dates = { attemptedOn: on(attemptedOn), nextOn: on(nextOn), today: on("2026-03-10") };
    expect(refuseAttempt(china, dates, 5)?.refused).toBe(refused);
  });
});
