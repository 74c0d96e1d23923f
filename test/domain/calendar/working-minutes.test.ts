import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import { businessDateOf, localMinuteOf, momentOf } from "../../../src/domain/calendar/business-date.ts";
import { addWorkingMinutes, type LocalMinute } from "../../../src/domain/calendar/working-minutes.ts";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import type { Moment } from "../../../src/domain/vocabulary.ts";
import { chinaCalendar } from "../../../src/platform/calendars/china.ts";

const china = chinaCalendar();
const office = { start: 510, end: 1050 };
const waking = { start: 510, end: 1200, everyDay: true };
const at = (date: string, time: string): LocalMinute => ({ date: isoDate(date), minute: minuteOf(time) });
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe("a clock of working minutes, 08:30 to 17:30", () => {
  it.each([
    ["four hours in a morning", "2020-09-28", "09:00", 240, "2020-09-28", "13:00"],
    ["four hours that end at closing time", "2020-09-28", "13:30", 240, "2020-09-28", "17:30"],
    ["one minute more goes to the next morning", "2020-09-28", "13:30", 241, "2020-09-29", "08:31"],
    ["a start before opening waits", "2020-09-28", "03:00", 30, "2020-09-28", "09:00"],
    ["a start after closing waits for the morning", "2020-09-28", "22:00", 30, "2020-09-29", "09:00"],
    ["National Day is jumped", "2020-09-30", "17:00", 60, "2020-10-09", "09:00"],
    ["a make-up Saturday runs", "2020-10-09", "17:00", 60, "2020-10-10", "09:00"],
  ])("%s", (_story, date, time, minutes, endDate, endTime) => {
    expect(addWorkingMinutes(china, at(date, time), minutes, office)).toEqual({
      ...at(endDate, endTime),
      provisional: false,
    });
  });

  it("runs for red in the waking hours of every day, the holiday too", () => {
    expect(addWorkingMinutes(china, at("2020-10-01", "19:00"), 240, waking)).toEqual({
      ...at("2020-10-02", "11:30"),
      provisional: false,
    });
  });

  it("agrees with a clock that ticks minute by minute", () => {
    const start = fc.record({ day: fc.integer({ min: 0, max: 30 }), minute: fc.integer({ min: 0, max: 1439 }) });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 1500 }), ({ day, minute }, minutes) => {
        const from = { date: addDays(isoDate("2020-09-20"), day), minute };
        let [date, now, left] = [from.date, from.minute, minutes];
        while (left > 0) {
          if (now >= 510 && now < 1050 && isWorkingDay(china, date)) left -= 1;
          now += 1;
          if (now === 1440) [date, now] = [addDays(date, 1), 0];
        }
        expect(addWorkingMinutes(china, from, minutes, office)).toMatchObject({ date, minute: now });
      }),
    );
  });
});

describe("a unit's own date", () => {
  const moment = (iso: string): Moment => {
    const parsed = DateTime.fromISO(iso, { zone: "utc" });
    if (!parsed.isValid) throw new RangeError(iso);
    return parsed;
  };

  it.each([
    ["2026-03-02T16:30:00Z", "Asia/Shanghai", "2026-03-03"],
    ["2026-03-02T16:30:00Z", "Europe/London", "2026-03-02"],
    ["2026-03-02T04:30:00Z", "America/New_York", "2026-03-01"],
    ["2011-12-30T12:00:00Z", "Pacific/Apia", "2011-12-31"],
    ["1988-07-01T15:30:00Z", "Asia/Shanghai", "1988-07-02"],
  ])("at %s in %s is %s", (iso, zone, date) => {
    expect(businessDateOf(moment(iso), zone)).toBe(date);
  });

  it("refuses a zone that does not exist", () => {
    expect(() => businessDateOf(moment("2026-03-02T16:30:00Z"), "Asia/Atlantis")).toThrow(RangeError);
  });

  it.each([
    ["an ordinary morning", "2026-03-02", "09:00", "America/New_York", "2026-03-02T14:00:00.000Z"],
    ["after the clocks went forward", "2026-03-09", "09:00", "America/New_York", "2026-03-09T13:00:00.000Z"],
    ["an hour that is skipped", "2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
    ["an hour that comes twice", "2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
  ])("%s has one moment, wherever one asks from", (_story, date, time, zone, expected) => {
    for (const near of ["2026-01-15T00:00:00Z", "2026-07-15T00:00:00Z"]) {
      expect(momentOf(at(date, time), zone, moment(near)).toISO()).toBe(expected);
    }
  });

  it("never goes back as time passes, changes of clocks included, and comes back from its moment", () => {
    const zones = fc.constantFrom(
      "Asia/Shanghai",
      "America/New_York",
      "Europe/London",
      "Pacific/Apia",
      "Asia/Kathmandu",
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 3e9 }), fc.integer({ min: 0, max: 2e6 }), (zone, from, gap) => {
        const [earlier, later] = [
          moment("1980-01-01T00:00:00Z").plus({ seconds: from }),
          moment("1980-01-01T00:00:00Z").plus({ seconds: from + gap }),
        ];
        expect(businessDateOf(earlier, zone) <= businessDateOf(later, zone)).toBe(true);
        expect(
          localMinuteOf(momentOf({ date: businessDateOf(later, zone), minute: 540 }, zone, earlier), zone),
        ).toEqual({
          date: businessDateOf(later, zone),
          minute: 540,
        });
      }),
    );
  });
});
