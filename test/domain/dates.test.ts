import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  earliestOf,
  isIsoDate,
  isoDate,
  latestOf,
  weekdayOf,
} from "../../src/domain/dates.ts";

const anyDate = fc
  .integer({ min: 0, max: 150_000 })
  .map((days) => isoDate(DateTime.utc(1800, 1, 1).plus({ days }).toFormat("yyyy-MM-dd")));
const luxon = (date: string) => DateTime.fromISO(date, { zone: "utc" });

describe("a date", () => {
  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s exists", (text) => {
    expect(isoDate(text)).toBe(text);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "24-1-1",
    "2024-1-01",
    "",
    "0000-01-01",
  ])("%j does not, and is refused", (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => isoDate(text)).toThrow(RangeError);
  });
});

describe("adding months", () => {
  it.each([
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2023-11-30", 3, "2024-02-29"],
    ["2023-12-31", 6, "2024-06-30"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-01-01", 0.5, "2024-01-16"],
    ["2024-02-20", 0.25, "2024-02-27"],
    ["2024-01-31", 1.5, "2024-03-15"],
  ])("to %s: %d gives %s", (from, months, expected) => {
    expect(addMonths(isoDate(from), months)).toBe(expected);
  });

  it("knows no third of a month", () => {
    expect(() => addMonths(isoDate("2024-01-01"), 0.3)).toThrow(RangeError);
  });

  it("agrees with luxon for whole months", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        expect(addMonths(date, months)).toBe(luxon(date).plus({ months }).toISODate());
      }),
    );
  });

  it("never makes a later date earlier", () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 3, 6, 12), (a, b, months) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(compareDates(addMonths(first, months), addMonths(second, months))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("counting days", () => {
  it("agrees with luxon, forwards, backwards and on weekdays", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(moved).toBe(luxon(date).plus({ days }).toISODate());
        expect(daysBetween(date, moved)).toBe(days);
        expect(weekdayOf(date)).toBe(luxon(date).weekday);
      }),
      { numRuns: 500 },
    );
  });

  it("steps through every day of a century without a gap", () => {
    let date = isoDate("1999-01-01");
    let expected = luxon(date);
    while (date < "2101-01-01") {
      expect(date).toBe(expected.toISODate());
      date = addDays(date, 1);
      expected = expected.plus({ days: 1 });
    }
  });

  it("finds the first and the last of some dates", () => {
    const dates = ["2024-03-01", "2023-12-31", "2024-02-29"].map(isoDate);
    expect([earliestOf(isoDate("2024-01-01"), ...dates), latestOf(isoDate("2024-01-01"), ...dates)]).toEqual([
      "2023-12-31",
      "2024-03-01",
    ]);
  });
});
