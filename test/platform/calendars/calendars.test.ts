import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { chinaCalendar } from "../../../src/platform/calendars/china.ts";
import { loadHolidayFile } from "../../../src/platform/calendars/holiday-file.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

function shipped() {
  const calendars = loadCalendars("policy/calendars");
  if (isProblems(calendars)) throw new Error(JSON.stringify(calendars));
  return calendars;
}

function holidayFile(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), "calendar-")), "branch.yml");
  writeFileSync(path, text);
  return loadHolidayFile(path);
}

describe("the China calendar", () => {
  it("is official from 2004 to the last announced year, without a gap", () => {
    const years = [...chinaCalendar().officialYears].sort();
    expect(years[0]).toBe(2004);
    expect(years.at(-1)).toBe(2003 + years.length);
    expect(years.length).toBeGreaterThanOrEqual(23);
  });

  it.each([
    ["2026-02-14", true],
    ["2026-02-16", false],
    ["2026-02-23", false],
    ["2026-02-24", true],
    ["2026-10-01", false],
    ["2008-05-12", true],
    ["2008-06-09", false],
  ])("on %s people work: %s", (day, works) => {
    expect(isWorkingDay(chinaCalendar(), isoDate(day))).toBe(works);
  });
});

describe("the United States federal calendar", () => {
  it.each([
    ["Juneteenth before it was a holiday", "2020-06-19", true],
    ["Juneteenth on a Saturday, kept on the Friday", "2021-06-18", false],
    ["New Year's Day 2022, kept in the old year", "2021-12-31", false],
    ["New Year's Day 2005, kept in the old year", "2004-12-31", false],
    ["Independence Day on a Sunday, kept on the Monday", "2021-07-05", false],
    ["Thanksgiving", "2005-11-24", false],
    ["the day after Thanksgiving", "2005-11-25", true],
    ["Memorial Day, the last Monday", "2010-05-31", false],
    ["Memorial Day, the last Monday of a short month", "2004-05-31", false],
    ["Columbus Day", "1997-10-13", false],
    ["Martin Luther King's birthday", "2013-01-21", false],
    ["the third Monday of January before 1986", "1985-01-21", true],
    ["Washington's Birthday", "1999-02-15", false],
    ["Labor Day", "2014-09-01", false],
    ["Veterans Day on a Saturday", "2006-11-10", false],
    ["Christmas on a Sunday", "2005-12-26", false],
    ["an ordinary Wednesday", "2005-06-15", true],
  ])("%s, %s: people work: %s", (_name, day, works) => {
    const calendar = shipped().get("us-federal");
    expect(calendar !== undefined && isWorkingDay(calendar, isoDate(day))).toBe(works);
  });

  it("has ten or eleven holidays in every year it calls official", () => {
    const calendar = shipped().get("us-federal")!;
    const perYear = [...calendar.officialYears].map(
      (year) => [...calendar.holidays].filter((day) => day.startsWith(`${year}`)).length,
    );
    expect(perYear.every((count) => count >= 8 && count <= 12)).toBe(true);
    expect(calendar.officialYears.has(2031)).toBe(false);
  });
});

describe("a holiday file of a branch", () => {
  it("gives a calendar with its own rest days, holidays and make-up working days", () => {
    const calendar = holidayFile(`
id: friday-branch
time_zone: Asia/Urumqi
rest_weekdays: [5]
official_years: {from: 2024, to: 2024}
holidays: [{date: 2024-03-21, name: Nowruz}]
make_up_workdays: [{date: 2024-03-22, name: for Nowruz}]
`);
    if (isProblems(calendar)) throw new Error(JSON.stringify(calendar));
    const works = ["2024-03-15", "2024-03-21", "2024-03-22", "2024-03-23"].map((day) =>
      isWorkingDay(calendar, isoDate(day)),
    );
    expect(works).toEqual([false, false, true, true]);
    expect(calendar.timeZone).toBe("Asia/Urumqi");
  });

  it("is refused with every problem, its line and what to write", () => {
    const problems = holidayFile(`id: Bad Id
time_zone: Mars/Base
rest_weekday: [6, 7]
official_years: {from: 2025, to: 2024}
holidays:
  - {date: 2024-02-30, name: No day}
`);
    expect(problems).toMatchObject(
      [
        { line: 1, path: "id" },
        { line: 2, path: "time_zone" },
        {
          line: 3,
          problem: "rest_weekday is not known here",
          remedy: "did you mean rest_weekdays? otherwise remove it",
        },
        { line: 4, path: "official_years" },
        { line: 6, path: "holidays.0.date" },
        { path: "rest_weekdays", problem: "rest_weekdays is missing" },
      ].sort((a, b) => (a.line ?? 1) - (b.line ?? 1)),
    );
  });
});
