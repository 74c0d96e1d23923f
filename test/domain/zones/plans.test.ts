/** One plan per customer (R117, R118): for whom the policy asks for one, and by when. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import { addDays, addMonths, compareDates, isoDate } from "../../../src/domain/dates.ts";
import { CUSTOMER_TYPES } from "../../../src/domain/vocabulary.ts";
import { planAskedFor, planReviewOn, planWrittenBy } from "../../../src/domain/zones/index.ts";
import { bank, china } from "../planning/builders.ts";

describe("the plan that the policy of a bank asks for", () => {
  it.each([
    ["normal", "z1", false, "corporate", undefined],
    ["special_mention", "z2", false, "corporate", "written_plan"],
    ["special_mention", "z2", false, "mse", "written_plan"],
    ["special_mention", "z2", false, "individual", undefined],
    ["normal", "z2", false, "corporate", "written_plan"],
    ["normal", "z2", true, "corporate", undefined],
    ["normal", "z3", false, "corporate", "written_plan"],
    ["substandard", "z3", false, "corporate", "workout_plan"],
    ["loss", "z3", false, "individual", "workout_plan"],
  ] as const)(
    "of tier %s in %s (by a signal: %s) of a customer that is %s is %s",
    (tier, zone, bySignal, customerType, kind) => {
      expect(planAskedFor(bank, { tier, zone, bySignal, customerType })?.kind).toBe(kind);
    },
  );

  it("is asked of nobody where the policy says no", () => {
    const none = {
      zones: {
        ...bank.zones,
        z2: { ...bank.zones.z2, written_plan: false },
        z3: { ...bank.zones.z3, workout_plan: false },
      },
    };
    for (const customerType of CUSTOMER_TYPES) {
      const watched = { tier: "special_mention", zone: "z2", bySignal: false, customerType } as const;
      expect(planAskedFor(none, watched)).toBeUndefined();
      expect(planAskedFor(none, { ...watched, tier: "substandard", zone: "z3" })).toBeUndefined();
    }
  });
});

describe("its dates", () => {
  const asked = { kind: "workout_plan", writeWorkingDays: 5, reviewMonths: 1 } as const;

  it("are so many working days for writing it, across a holiday of a week", () => {
    expect(planWrittenBy(china, isoDate("2026-03-02"), asked)).toBe("2026-03-09");
    expect(planWrittenBy(china, isoDate("2026-09-29"), asked)).toBe("2026-10-12");
  });

  it("end the months until it is looked at again on a working day within them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 2 }), (days, reviewMonths) => {
        const approvedOn = addDays(isoDate("2026-01-01"), days);
        const on = planReviewOn(china, approvedOn, { ...asked, reviewMonths });
        expect(isWorkingDay(china, on)).toBe(true);
        expect(compareDates(on, approvedOn)).toBe(1);
        expect(compareDates(on, addMonths(approvedOn, reviewMonths))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
