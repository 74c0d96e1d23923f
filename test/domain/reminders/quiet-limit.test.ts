import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import { addDays } from "../../../src/domain/dates.ts";
import { latestAfterQuiet } from "../../../src/domain/reminders/index.ts";
import { china, on } from "../planning/builders.ts";

const office = { start: 510, end: 1050 };
const LONGEST = 240;
const at = (date: string, hour: number, minute = 0) => ({ date: on(date), minute: hour * 60 + minute });

describe("the latest moment of a message whose reader wants quiet", () => {
  it.each([
    ["the morning of nine o'clock", at("2026-03-02", 9), at("2026-03-02", 13)],
    ["an afternoon's, which does not wait past the day's work", at("2026-03-02", 16), at("2026-03-02", 17, 30)],
    ["one before work, counted from its beginning", at("2026-03-02", 6), at("2026-03-02", 12, 30)],
    ["one of the evening, which waits for the next working day", at("2026-03-02", 20), at("2026-03-03", 12, 30)],
    ["one of the evening before National Day", at("2020-09-30", 20), at("2020-10-09", 12, 30)],
  ])("is, for %s", (_what, due, latest) => {
    expect(latestAfterQuiet(china, due, office, LONGEST)).toEqual(latest);
  });

  it("never lies before it was due, outside working hours, or longer than allowed into them", () => {
    const anyDay = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(on("2020-01-01"), days));
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 1_439 }),
        fc.integer({ min: 1, max: 900 }),
        (date, minute, longest) => {
          const latest = latestAfterQuiet(china, { date, minute }, office, longest);
          const begin = latest.date === date ? Math.max(minute, office.start) : office.start;
          expect(latest.date >= date && isWorkingDay(china, latest.date)).toBe(true);
          expect(latest.minute).toBe(Math.min(begin + longest, office.end));
        },
      ),
    );
  });
});
