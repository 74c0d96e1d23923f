/** What is told once and runs on, and overdue days told in any order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { overdueEpisodes, overdueSince, type ToldOverdue } from "../../../src/domain/signals/overdue-episodes.ts";
import { runningFacts } from "../../../src/domain/signals/running.ts";
import { fact, judged, said, shippedPolicy, TODAY } from "./facts.ts";

const bank = shippedPolicy("cn-bank");
const of = (key: string, facts: ReturnType<typeof fact>[]) =>
  runningFacts(facts, TODAY)
    .filter((one) => one.key === key)
    .map(({ value }) => value);
const level = (code: string, facts: ReturnType<typeof fact>[]) =>
  said(judged(bank, code, [...facts, ...runningFacts(facts, TODAY)]));
const day = (fromToday: number) => addDays(TODAY, fromToday);

describe("days left that were told", () => {
  it("are fewer today: 30 days before it lapses a rating is a yellow signal, afterwards an orange one", () => {
    expect(of("rating_days_left", [fact("rating_days_left", 112, 100)])).toEqual(["12"]);
    expect(level("CRD-08", [fact("rating_days_left", 131, 100)])).toBe("none");
    expect(level("CRD-08", [fact("rating_days_left", 130, 100)])).toBe("yellow");
    expect(level("CRD-08", [fact("rating_days_left", 99, 100)])).toBe("orange");
  });

  it("are those of the newest rating, whichever was told last", () => {
    const older = fact("rating_days_left", 303, 300, { recordedAt: "2026-07-01T00:00:00.000Z" });
    expect(of("rating_days_left", [fact("rating_days_left", 205, 5), older])).toEqual(["200"]);
  });

  it("of insurance make the collateral's signal", () => {
    expect(level("GUA-06", [fact("insurance_days_left", 60, 50), fact("value_cny", 1, 10)])).toBe("yellow");
    expect(level("GUA-06", [fact("insurance_days_left", 140, 50), fact("value_cny", 1, 10)])).toBe("none");
  });

  it("say nothing of a day to come", () => {
    expect(runningFacts([fact("rating_days_left", 12, -1)], TODAY)).toEqual([]);
  });
});

describe("what is told case by case", () => {
  const condition = (reference: string, value: string, daysAgo: number) =>
    fact("condition_broken_since", value, daysAgo, { reference });

  it("counts a broken covenant from its first day, the longest of several, until it is told kept", () => {
    const two = [condition("debt ratio", day(-40), 39), condition("dividends", day(-3), 2)];
    expect(of("covenant_uncured_days", two)).toEqual(["40"]);
    expect(level("BHV-04", two)).toBe("orange");
    const cured = [...two, condition("debt ratio", "none", 1)];
    expect(of("covenant_uncured_days", cured)).toEqual(["3"]);
    expect(level("BHV-04", cured)).toBe("none");
    expect(of("covenant_uncured_days", [...cured, condition("dividends", "none", 0)])).toEqual(["0"]);
  });

  it("leaves a debtor enforced while one case stands, and adds up what is enforced", () => {
    const court = (reference: string, listed: boolean, amount: string, daysAgo: number) => [
      fact("enforced_debtor", listed, daysAgo, { reference }),
      fact("enforced_amount_cny", amount, daysAgo, { reference }),
    ];
    const both = [...court("No. 1", true, "600000", 9), ...court("No. 2", true, "500000.50", 5)];
    expect(of("enforced_amount_cny", both)).toEqual(["1100000.50"]);
    expect(level("CRD-03", both)).toBe("orange");
    const oneLeft = [...both, ...court("No. 1", false, "0", 1)];
    expect(level("CRD-03", oneLeft)).toBe("yellow");
    expect(level("CRD-03", [...oneLeft, ...court("No. 2", false, "0", 0)])).toBe("none");
  });

  it("keeps the gravest open audit finding", () => {
    const finding = (reference: string, state: string, daysAgo: number) =>
      fact("audit_finding", state, daysAgo, { reference });
    expect(of("audit_finding", [finding("A", "major", 9), finding("B", "minor", 5)])).toEqual(["major"]);
    expect(
      of("audit_finding", [finding("A", "major", 9), finding("B", "minor", 5), finding("A", "closed", 1)]),
    ).toEqual(["minor"]);
  });
});

describe("overdue episodes", () => {
  const told = (asOf: string, days: number, recordedAt = `${asOf}T20:00:00Z`): ToldOverdue => ({
    asOf: isoDate(asOf),
    since: overdueSince(isoDate(asOf), days),
    recordedAt,
  });

  it("lasted from the first overdue day to the first that is none", () => {
    expect(overdueEpisodes([told("2026-03-03", 2), told("2026-03-05", 4), told("2026-03-06", 0)])).toEqual([
      { days: 5, endedOn: "2026-03-06", recordedAt: "2026-03-06T20:00:00Z" },
    ]);
  });

  it("was never there where a correction of that day says so", () => {
    const wrong = [told("2026-03-03", 2), told("2026-03-06", 0)];
    expect(overdueEpisodes(wrong)).toHaveLength(1);
    expect(overdueEpisodes([...wrong, told("2026-03-03", 0, "2026-03-20T00:00:00Z")])).toEqual([]);
  });

  it("is the same in whatever order the days were told", () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(days, fc.infiniteStream(fc.nat()), (all, mix) => {
        const facts = all.map(([at, overdue], order) => {
          const asOf = addDays(isoDate("2026-01-01"), at);
          return told(asOf, overdue, new Date(1_700_000_000_000 + order).toISOString());
        });
        const mixed = facts
          .map((one) => ({ one, by: mix.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(overdueEpisodes(mixed)).toEqual(overdueEpisodes(facts));
      }),
      { numRuns: 1_000 },
    );
  });
});
