/** R51, R55: early beside late, and what is only an estimate. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { knownThen, worstDaysPastDue } from "../../../src/domain/worth/as-raised.ts";
import { type CostedCase, compareEarlyAndLate } from "../../../src/domain/worth/comparison.ts";

const RULE = { late_from_days_past_due: 1, least_cases: 2 };
const aCase = (daysPastDue: number, drawn: bigint, loss: bigint | null, cost: bigint | null = null): CostedCase => ({
  daysPastDue,
  drawn,
  cost,
  loss,
});

describe("cases found early beside late ones", () => {
  it("average only what is recorded: nothing recorded is no zero", () => {
    const { early, late } = compareEarlyAndLate(
      [aCase(0, 100n, 0n, 300n), aCase(0, 100n, null, null), aCase(0, 100n, 10n, 100n), aCase(1, 100n, null, 5n)],
      RULE,
    );
    expect(early).toEqual({ cases: 3, cost: { of: 2, mean: 200n }, loss: { of: 2, mean: 5n } });
    expect(late).toEqual({ cases: 1, cost: { of: 1, mean: 5n }, loss: undefined });
  });

  it("are late from the policy's day past due on", () => {
    const days = [0, 1, 29, 30, 31].map((one) => aCase(one, 1n, 1n));
    const at30 = compareEarlyAndLate(days, { ...RULE, late_from_days_past_due: 30 });
    expect([at30.early.cases, at30.late.cases]).toEqual([3, 2]);
  });

  it("give an estimate: what early ones would have lost at the rate of late ones, less what they lost", () => {
    const cases = [aCase(0, 1_000n, 10n), aCase(0, 3_000n, 30n), aCase(40, 500n, 100n), aCase(90, 500n, 300n)];
    // Late lost 400 of 1,000, early 40 of 4,000: 40 % of 4,000, less 40.
    expect(compareEarlyAndLate(cases, RULE).estimate).toEqual({ says: "avoided", minor: 1_560n, early: 2, late: 2 });
  });

  it("say below nothing where early ones lost more", () => {
    const cases = [aCase(0, 100n, 50n), aCase(0, 100n, 50n), aCase(9, 100n, 0n), aCase(9, 100n, 0n)];
    expect(compareEarlyAndLate(cases, RULE).estimate).toMatchObject({ says: "avoided", minor: -100n });
  });

  it("give none of too few of either kind; one without a loss or with nothing drawn does not count", () => {
    const cases = [aCase(0, 100n, 0n), aCase(0, 100n, 0n), aCase(9, 100n, 50n), aCase(9, 0n, 50n), aCase(9, 9n, null)];
    const estimate = { says: "too_few", least: 2, early: 2, late: 1 };
    expect(compareEarlyAndLate(cases, RULE).estimate).toEqual(estimate);
    expect(compareEarlyAndLate([], RULE).estimate).toEqual({ ...estimate, early: 0, late: 0 });
  });

  it("do not depend on the order, and every case is on one side", () => {
    const amount = fc.bigInt({ min: 0n, max: 10_000_000_00n });
    const one = fc.record({
      daysPastDue: fc.nat(400),
      drawn: amount,
      cost: fc.option(amount),
      loss: fc.option(amount),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (cases) => {
        const compared = compareEarlyAndLate(cases, RULE);
        expect(compareEarlyAndLate(cases.toReversed(), RULE)).toEqual(compared);
        expect(compared.early.cases + compared.late.cases).toBe(cases.length);
      }),
    );
  });
});

describe("how a customer stood when a signal was raised", () => {
  const at = "2026-03-10T02:00:00.000Z";
  it("is what the first change after it replaced, else what is known now", () => {
    const changes = [
      { before: "2026-03-20", recordedAt: "2026-04-02T00:00:00.000Z" },
      { before: null, recordedAt: "2026-03-21T00:00:00.000Z" },
      { before: "2026-01-01", recordedAt: "2026-02-01T00:00:00.000Z" },
    ];
    expect(knownThen("2026-04-01", changes, at)).toBeNull();
    expect(knownThen("2026-03-01", changes.slice(2), at)).toBe("2026-03-01");
  });

  it("counts calendar days of the loan that is longest past due", () => {
    const on = isoDate("2026-03-10");
    expect(worstDaysPastDue([null, isoDate("2026-03-07"), isoDate("2026-02-28")], on)).toBe(10);
    expect(worstDaysPastDue([null, isoDate("2026-03-12")], on)).toBe(0);
    expect(worstDaysPastDue([], on)).toBe(0);
  });
});
