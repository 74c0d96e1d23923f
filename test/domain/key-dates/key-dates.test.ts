/** Reminders that save money (R58-R61): when each is told, which days count as lapsed, what they are estimated to bind. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isoDate } from "../../../src/domain/dates.ts";
import { boundADay, daysBefore, type LapsedDate, lapsedDays, lapsedIn } from "../../../src/domain/key-dates/index.ts";
import { shippedPolicy } from "../signals/facts.ts";

const bank = shippedPolicy("cn-bank");
const term = (disbursedOn: string, maturesOn: string) => ({
  disbursedOn: isoDate(disbursedOn),
  maturesOn: isoDate(maturesOn),
});
const million = { minor: 100_000_000n, currency: "CNY" };
const march = { from: isoDate("2026-03-01"), to: isoDate("2026-03-31") };
const date = (dueOn: string, more: Partial<LapsedDate> = {}): LapsedDate => ({
  kind: "rating",
  subjectId: "one",
  dueOn: isoDate(dueOn),
  metOn: undefined,
  amount: million,
  tier: "normal",
  ...more,
});

describe("a key date is told", () => {
  it.each([
    ["a rating 90, 30 and 7 days before (R59)", "rating", undefined, [90, 30, 7, 0]],
    ["a loan of a year a week before (article 32)", "repayment", term("2025-03-31", "2026-03-31"), [7, 0]],
    ["a loan of a year and a day also a month before", "repayment", term("2025-03-31", "2026-04-01"), [30, 7, 0]],
    ["a loan whose term nobody told like a long one", "repayment", undefined, [30, 7, 0]],
    ["insurance a month and a week before", "insurance", undefined, [30, 7, 0]],
  ] as const)("%s", (_story, kind, of, days) => {
    expect(daysBefore(bank, kind, of)).toEqual(days);
  });

  it("not at all where the policy does not name its kind", () => {
    const silent = { ...bank, reminders: { ...bank.reminders, key_dates: {} } };
    expect(daysBefore(silent, "rating")).toEqual([]);
    expect(daysBefore(silent, "repayment")).toEqual([]);
  });
});

describe("lapsed days", () => {
  it.each([
    ["the day itself is none", "2026-03-31", undefined, 0],
    ["the day after is the first", "2026-03-30", undefined, 1],
    ["what lapsed before the month counts from its first day", "2026-02-10", undefined, 31],
    ["the day on which it was put right is none", "2026-03-10", "2026-03-12", 1],
    ["put right before the month", "2026-02-10", "2026-03-01", 0],
  ])("%s", (_story, dueOn, metOn, days) => {
    expect(lapsedDays({ dueOn: isoDate(dueOn), metOn: metOn === undefined ? undefined : isoDate(metOn) }, march)).toBe(
      days,
    );
  });

  it("are never negative, never more than the period, and add up over its parts", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(isoDate("2025-06-01"), days));
    fc.assert(
      fc.property(day, fc.option(day, { nil: undefined }), day, day, (dueOn, metOn, a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const whole = lapsedDays({ dueOn, metOn }, { from, to });
        const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
        const parts = [{ from, to: middle }, ...(middle < to ? [{ from: addDays(middle, 1), to }] : [])].map((period) =>
          lapsedDays({ dueOn, metOn }, period),
        );
        expect(parts.reduce((sum, days) => sum + days, 0)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(daysBetween(from, to) + 1);
      }),
    );
  });
});

describe("the capital that a lapse is estimated to bind (R61)", () => {
  it.each([
    ["a lapsed rating two percent of what is drawn", date("2026-03-01"), 2_000_000n],
    ["a short overdue the provision of special mention", date("2026-03-01", { kind: "repayment" }), 2_000_000n],
    [
      "an overdue of what is special mention already no more",
      date("2026-03-01", { kind: "repayment", tier: "special_mention" }),
      0n,
    ],
    ["a stale valuation nothing that we could say", date("2026-03-01", { kind: "valuation" }), 0n],
  ] as const)("%s", (_story, one, minor) => {
    expect(boundADay(bank, one)).toBe(minor);
  });

  it("is that of an average day: a rating lapsed all month, an overdue cured on the fourth day", () => {
    const overdue = date("2026-03-10", { kind: "repayment", metOn: isoDate("2026-03-14") });
    expect(lapsedIn(bank, [date("2026-02-10"), overdue], march)).toEqual({
      ratingDays: 31,
      shortOverdueDays: 3,
      // 20,000 yuan on each of 31 days, and on three days more.
      bound: { minor: (2_000_000n * 34n) / 31n, currency: "CNY" },
    });
  });

  it("counts of an overdue the seven days in which it is temporary, and no later ones", () => {
    expect(lapsedIn(bank, [date("2026-03-01", { kind: "repayment" })], march).shortOverdueDays).toBe(7);
    expect(lapsedIn(bank, [date("2026-02-01", { kind: "repayment" })], march).shortOverdueDays).toBe(0);
  });
});
