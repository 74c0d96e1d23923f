import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  type BusinessCalendar,
  isWorkingDay,
  lastWorkingDayWithin,
  rollBack,
  rollForward,
  workingDaysBetween,
} from "../../../src/domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { chinaCalendar } from "../../../src/platform/calendars/china.ts";

const china = chinaCalendar();
const anyDay = fc.integer({ min: 0, max: 8_000 }).map((days) => addDays(isoDate("2005-01-01"), days));

/** The slow way: write every working day down, then count along the list. */
function everyWorkingDay(calendar: BusinessCalendar): string[] {
  const days: string[] = [];
  for (let day = DateTime.utc(2003, 6, 1); day.year < 2029; day = day.plus({ days: 1 })) {
    const iso = day.toFormat("yyyy-MM-dd");
    const rests = calendar.holidays.has(iso) || day.weekday > 5;
    if (!rests || calendar.makeUpWorkdays.has(iso)) days.push(iso);
  }
  return days;
}
const listed = everyWorkingDay(china);

describe("the National Day week of 2020, eight days long", () => {
  it.each(["2020-10-01", "2020-10-04", "2020-10-05", "2020-10-08"])("rests on %s", (day) => {
    expect(isWorkingDay(china, isoDate(day))).toBe(false);
  });

  it.each(["2020-09-27", "2020-10-10", "2020-09-30", "2020-10-09"])("works on %s", (day) => {
    expect(isWorkingDay(china, isoDate(day))).toBe(true);
  });

  it("counts the make-up Sunday before it and the make-up Saturday after it", () => {
    expect(addWorkingDays(china, isoDate("2020-09-26"), 1).date).toBe("2020-09-27");
    expect(addWorkingDays(china, isoDate("2020-09-30"), 2).date).toBe("2020-10-10");
    expect(workingDaysBetween(china, isoDate("2020-09-25"), isoDate("2020-10-12"))).toBe(7);
  });

  it("rolls a maximum interval back before it and a reaction clock forward behind it", () => {
    expect(rollBack(china, isoDate("2020-10-06")).date).toBe("2020-09-30");
    expect(rollForward(china, isoDate("2020-10-06")).date).toBe("2020-10-09");
  });

  it("asks for the day after it where an interval of a week lies wholly inside", () => {
    expect(lastWorkingDayWithin(china, isoDate("2020-10-01"), isoDate("2020-10-08")).date).toBe("2020-10-09");
    expect(lastWorkingDayWithin(china, isoDate("2020-09-29"), isoDate("2020-10-06")).date).toBe("2020-09-30");
  });
});

describe("a date past the official data", () => {
  it.each([
    ["2026-12-30", 1, "2026-12-31", false],
    ["2026-12-31", 1, "2027-01-01", true],
    ["2027-01-04", -1, "2027-01-01", true],
    ["2027-01-01", -1, "2026-12-31", false],
    ["2004-01-01", -1, "2003-12-31", true],
  ])("%s and %d working days is %s, provisional: %s", (from, count, date, provisional) => {
    expect(addWorkingDays(china, isoDate(from), count)).toEqual({ date, provisional });
  });

  it("knows only weekends there", () => {
    expect(isWorkingDay(china, isoDate("2027-10-01"))).toBe(true);
    expect(rollBack(china, isoDate("2027-10-02"))).toEqual({ date: "2027-10-01", provisional: true });
  });
});

describe("working days", () => {
  it("agree with a list of all working days, written down one by one", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (from, count) => {
        const upTo = listed.filter((day) => day <= from).length;
        const before = listed.filter((day) => day < from).length;
        const expected = count > 0 ? listed[upTo + count - 1] : listed[before + count];
        expect(addWorkingDays(china, from, count).date).toBe(expected);
      }),
    );
  });

  it("come back when counted", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        expect(workingDaysBetween(china, from, addWorkingDays(china, from, count).date)).toBe(count);
      }),
    );
  });

  it("overdue never fall as days pass, and are none before the due date", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 30 }), (due, offset) => {
        const today = addDays(due, offset);
        const overdue = workingDaysBetween(china, due, today);
        expect(overdue).toBe(offset <= 0 ? 0 : listed.filter((day) => day > due && day <= today).length);
        expect(workingDaysBetween(china, due, addDays(today, 1))).toBeGreaterThanOrEqual(overdue);
      }),
    );
  });
});

describe("rolling", () => {
  it("back never lands later, forward never earlier, and both on a working day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [back, forward] = [rollBack(china, day).date, rollForward(china, day).date];
        expect([back <= day, forward >= day]).toEqual([true, true]);
        expect([isWorkingDay(china, back), isWorkingDay(china, forward)]).toEqual([true, true]);
        expect(back === forward).toBe(isWorkingDay(china, day));
      }),
    );
  });

  it("keeps the order of dates, short intervals over a holiday week too", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 40 }), (a, b, days) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const ends = [first, second].map((from) => lastWorkingDayWithin(china, from, addDays(from, days)).date);
        expect(ends[0]! <= ends[1]!).toBe(true);
        expect(ends[0]! > first && ends[1]! > second).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
