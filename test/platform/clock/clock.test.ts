import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import {
  createClocks,
  createStandingClocks,
  localDate,
  localMinute,
  momentAt,
  momentFromDate,
  momentFromIso,
} from "../../../src/platform/clock.ts";

describe("the two clocks", () => {
  it("run together until the business clock is moved; the machine's never is", () => {
    let ms = Date.parse("2026-03-02T01:00:00Z");
    const clocks = createClocks(0, () => ms);
    expect(clocks.now().toISO()).toBe("2026-03-02T01:00:00.000Z");
    clocks.moveTo(momentFromIso("2026-04-01T01:00:00Z"));
    ms += 5_000;
    expect(clocks.now().toISO()).toBe("2026-04-01T01:00:05.000Z");
    expect(clocks.machineNow().toISOString()).toBe("2026-03-02T01:00:05.000Z");
    expect(
      createClocks(clocks.offsetMs(), () => ms)
        .now()
        .toISO(),
    ).toBe("2026-04-01T01:00:05.000Z");
  });

  it("stand still in a test until they are moved", () => {
    const clocks = createStandingClocks("2026-03-02T09:00:00+08:00");
    expect(clocks.now().toISO()).toBe("2026-03-02T01:00:00.000Z");
    clocks.moveTo(clocks.now().plus({ days: 1 }));
    expect(clocks.now().toISO()).toBe("2026-03-03T01:00:00.000Z");
  });

  it.each(["", "tomorrow", "2026-02-30T00:00:00Z", "2026-13-01"])("do not take %j for a moment", (text) => {
    expect(() => momentFromIso(text)).toThrow(RangeError);
  });

  it("do not take an invalid date for one either", () => {
    expect(() => momentFromDate(new Date("x"))).toThrow(RangeError);
  });
});

describe("the wall in a time zone", () => {
  it.each([
    ["2026-03-01T16:00:00Z", "Asia/Shanghai", "2026-03-02", 0],
    ["2026-03-01T15:59:00Z", "Asia/Shanghai", "2026-03-01", 1439],
    ["2026-03-08T06:59:00Z", "America/New_York", "2026-03-08", 119],
    ["2026-03-08T07:00:00Z", "America/New_York", "2026-03-08", 180],
    ["2024-02-29T12:00:00Z", "UTC", "2024-02-29", 720],
    ["2026-01-01T10:30:00Z", "Asia/Kathmandu", "2026-01-01", 975],
  ])("%s in %s is %s, minute %i", (iso, zone, date, minute) => {
    expect(localDate(momentFromIso(iso), zone)).toBe(date);
    expect(localMinute(momentFromIso(iso), zone)).toBe(minute);
  });

  it("is found again from a date and a time, on every day and in zones that change theirs", () => {
    const zones = fc.constantFrom("Asia/Shanghai", "America/New_York", "Europe/London", "Pacific/Apia", "UTC");
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2049-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const date = isoDate(day.toISOString().slice(0, 10));
        fc.pre(!(zone === "Pacific/Apia" && date === "2011-12-30"));
        const nine = momentAt(date, "09:00", zone);
        expect([localDate(nine, zone), localMinute(nine, zone)]).toEqual([date, 540]);
        expect(nine.zoneName).toBe("UTC");
      }),
    );
  });

  it("skips the hour that a spring night skips", () => {
    const skipped = momentAt(isoDate("2026-03-08"), "02:30", "America/New_York");
    expect(localDate(skipped, "America/New_York")).toBe("2026-03-08");
    expect(localMinute(skipped, "America/New_York")).toBe(210);
  });
});
