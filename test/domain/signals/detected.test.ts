/** Since when a signal could have been raised. */
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/dates.ts";
import { detectableOn } from "../../../src/domain/signals/detected.ts";
import { fact, judged, shippedPolicy, TODAY } from "./facts.ts";

const bank = shippedPolicy("cn-bank");
const day = (ago: number) => addDays(TODAY, -ago);

function since(code: string, facts: ReturnType<typeof fact>[], began = { since: day(400), takenOn: day(300) }) {
  const fired = judged(bank, code, facts).triggers.filter((one) => one.fired);
  expect(fired.length).toBeGreaterThan(0);
  return detectableOn(fired, began);
}

describe("A signal could have been raised", () => {
  it("on the first day past due, however late the book was read", () => {
    expect(since("BHV-01", [fact("days_past_due", 1)])).toBe(TODAY);
    expect(since("BHV-01", [fact("days_past_due", 5)])).toBe(day(4));
    expect(since("BHV-01", [fact("days_past_due", 120)])).toBe(day(119));
  });

  it("on the day on which so few days of a rating were left", () => {
    expect(since("CRD-08", [fact("rating_days_left", 30)])).toBe(TODAY);
    expect(since("CRD-08", [fact("rating_days_left", 27)])).toBe(day(3));
  });

  it("on the day from which the last fact is that it needed, not the day on which it was told", () => {
    const late = fact("dishonest_list", true, 6, { recordedAt: `${TODAY}T08:00:00.000Z` });
    expect(since("CRD-04", [late])).toBe(day(6));
  });

  it("once an absence has lasted", () => {
    expect(since("PRC-04", [fact("action", true, 100)])).toBe(day(10));
  });

  it("never before the book was taken on", () => {
    const began = { since: day(400), takenOn: day(2) };
    expect(since("BHV-01", [fact("days_past_due", 120)], began)).toBe(day(2));
  });

  it("on no day that is known where nothing fired", () => {
    expect(detectableOn([], { since: day(9), takenOn: day(9) })).toBeUndefined();
  });
});
