import { expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { readPeriod } from "../../../src/domain/digest/period.ts";

/** A Tuesday. */
const TODAY = isoDate("2026-03-10");

it.each([
  ["today", "2026-03-10", "2026-03-10"],
  ["week", "2026-03-09", "2026-03-15"],
  ["month", "2026-03-01", "2026-03-31"],
  ["quarter", "2026-01-01", "2026-03-31"],
  ["2026-02-27..2026-03-02", "2026-02-27", "2026-03-02"],
])("%s is from %s to %s", (text, from, to) => {
  expect(readPeriod(text, TODAY)).toEqual({ from, to });
});

it("is a whole year in its four quarters", () => {
  const days = ["2026-01-01", "2026-05-31", "2026-08-15", "2026-12-31"].map(isoDate);

  expect(days.map((day) => readPeriod("quarter", day)?.from)).toEqual([
    "2026-01-01",
    "2026-04-01",
    "2026-07-01",
    "2026-10-01",
  ]);
});

it.each(["", "fortnight", "2026-03-02..2026-02-27", "2026-02-30..2026-03-02", "2026-03-01..", "2026-03-01"])(
  "“%s” is no period",
  (text) => {
    expect(readPeriod(text, TODAY)).toBeUndefined();
  },
);
