/** Which repayments of a loan are told (R60), given its plan, the book and the day; and that an overdue day of a loan counts once (R61). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, compareDates, isoDate } from "../../../src/domain/dates.ts";
import {
  type LapsedDate,
  lapsedIn,
  type PlannedInstalment,
  type RepayingLoan,
  repaymentDates,
} from "../../../src/domain/key-dates/index.ts";
import type { InstalmentState, IsoDate } from "../../../src/domain/vocabulary.ts";
import { shippedPolicy } from "../signals/facts.ts";

const bank = shippedPolicy("cn-bank");
const GRACE = bank.classification.technical_grace.days;
const loan = (more: Partial<RepayingLoan> = {}): RepayingLoan => ({
  disbursedOn: isoDate("2024-01-05"),
  maturesOn: isoDate("2028-01-05"),
  pastDueSince: undefined,
  toldOn: isoDate("2026-03-01"),
  ...more,
});
const due = (day: string, state: InstalmentState = "planned", stateOn?: string): PlannedInstalment => ({
  dueOn: isoDate(day),
  state,
  stateOn: stateOn === undefined ? undefined : isoDate(stateOn),
});
/** Within a year: further on, nothing is near enough to be kept. */
const told = (of: RepayingLoan, plan: readonly PlannedInstalment[], today: string) =>
  repaymentDates(bank, of, plan, isoDate(today))
    .filter(({ dueOn }) => compareDates(dueOn, addDays(isoDate(today), 365)) < 0)
    .map(({ dueOn, before }) => [dueOn, [...before]]);

describe("coming instalments are told", () => {
  it("a month and a week before and on the day, of a longer loan that repays each quarter", () => {
    expect(told(loan(), [due("2026-03-31"), due("2026-06-30")], "2026-03-01")).toEqual([
      ["2026-03-31", [30, 7, 0]],
      ["2026-06-30", [30, 7, 0]],
    ]);
  });

  it("a week before where they come monthly: a month before, the one before is due itself", () => {
    const plan = [due("2026-02-28", "paid", "2026-02-28"), due("2026-03-28"), due("2026-04-28")];
    expect(told(loan(), plan, "2026-03-01")).toEqual([
      ["2026-03-28", [7, 0]],
      ["2026-04-28", [7, 0]],
    ]);
  });

  it("a week before of a loan of a year", () => {
    const short = loan({ disbursedOn: isoDate("2026-01-05"), maturesOn: isoDate("2027-01-05") });
    expect(told(short, [due("2026-04-05"), due("2027-01-05")], "2026-03-01")).toEqual([
      ["2026-04-05", [7, 0]],
      ["2027-01-05", [7, 0]],
    ]);
  });

  it("not where they were paid early or the plan was changed", () => {
    const plan = [
      due("2026-03-31", "paid", "2026-02-25"),
      due("2026-06-30", "cancelled", "2026-02-25"),
      due("2026-09-30"),
    ];
    expect(told(loan(), plan, "2026-03-01").map(([day]) => day)).toEqual(["2026-09-30"]);
  });
});

describe("the maturity", () => {
  const soon = loan({ maturesOn: isoDate("2026-03-20") });
  it("is told where nobody told a plan, and where the plan does not reach it", () => {
    expect(told(soon, [], "2026-03-01").map(([day]) => day)).toEqual(["2026-03-20"]);
    expect(told(soon, [due("2026-03-10")], "2026-03-01").map(([day]) => day)).toEqual(["2026-03-10", "2026-03-20"]);
    expect(told(soon, [due("2026-03-20", "cancelled", "2026-02-01")], "2026-03-01").map(([day]) => day)).toEqual([
      "2026-03-20",
    ]);
  });

  it("is the last instalment's where the plan reaches it", () => {
    expect(told(soon, [due("2026-03-20")], "2026-03-01").map(([day]) => day)).toEqual(["2026-03-20"]);
    // Moved over a weekend, and paid.
    expect(told(soon, [due("2026-03-23", "paid", "2026-03-23")], "2026-03-24")).toEqual([]);
  });
});

describe("a day that is over", () => {
  it.each([
    ["nobody said anything of it: no claim", "planned", undefined, undefined, "2026-03-01", []],
    ["unpaid on its evening: overdue on day 1", "unpaid", "2026-03-31", undefined, "2026-03-31", ["2026-03-31"]],
    ["unpaid a week before says nothing of the day", "unpaid", "2026-03-24", undefined, "2026-03-31", []],
    ["unpaid, and the book of a later evening knows no overdue", "unpaid", "2026-03-31", undefined, "2026-04-01", []],
    ["the book has the loan overdue since the day", "planned", undefined, "2026-03-31", "2026-04-01", ["2026-03-31"]],
    ["the book counts from the day after", "planned", undefined, "2026-04-01", "2026-04-02", ["2026-03-31"]],
    ["paid on a later evening than the book is of", "paid", "2026-04-02", "2026-03-31", "2026-04-01", []],
    [
      "told paid, and the book of that evening has it overdue",
      "paid",
      "2026-04-01",
      "2026-03-31",
      "2026-04-01",
      ["2026-03-31"],
    ],
  ] as const)("%s", (_story, state, stateOn, since, toldOn, days) => {
    const of = loan({ pastDueSince: since === undefined ? undefined : isoDate(since), toldOn: isoDate(toldOn) });
    expect(told(of, [due("2026-03-31", state, stateOn)], "2026-04-03").map(([day]) => day)).toEqual(days);
  });

  it("is the book's where no instalment lies near it", () => {
    const of = loan({ pastDueSince: isoDate("2026-02-10"), toldOn: isoDate("2026-03-01") });
    expect(
      told(of, [due("2025-12-31", "paid", "2025-12-31"), due("2026-03-31")], "2026-03-02").map(([day]) => day),
    ).toEqual(["2026-02-10", "2026-03-31"]);
  });

  it("passes to the next one that is unpaid when the first was paid", () => {
    const of = loan({ pastDueSince: isoDate("2026-02-28"), toldOn: isoDate("2026-04-01") });
    const plan = [due("2026-02-28", "paid", "2026-04-02"), due("2026-03-31", "unpaid", "2026-04-02")];
    expect(told(of, plan, "2026-04-03").map(([day]) => day)).toEqual(["2026-03-31"]);
  });
});

describe("whatever plan and book say", () => {
  const start = isoDate("2026-01-01");
  const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays(start, days));
  const instalment = fc.record({
    dueOn: day,
    state: fc.constantFrom<InstalmentState>("planned", "unpaid", "paid", "cancelled"),
    stateOn: day,
  });
  const plans = fc
    .uniqueArray(instalment, { maxLength: 8, selector: ({ dueOn }) => dueOn })
    .map((plan) =>
      plan.map(({ dueOn, state, stateOn }) => due(dueOn, state, state === "planned" ? undefined : stateOn)),
    );
  const loans = fc
    .record({ pastDueSince: fc.option(day, { nil: undefined }), toldOn: day, maturesOn: day })
    .map((more) => loan(more));

  it("no day is told twice, at most one past day beside the maturity, and the order of the rows does not matter", () => {
    fc.assert(
      fc.property(plans, loans, day, fc.nat(), (plan, of, today, seed) => {
        const dates = repaymentDates(bank, of, plan, today);
        const days = dates.map(({ dueOn }) => dueOn);
        const past = days.filter((one) => compareDates(one, today) < 0 && one !== of.maturesOn);
        expect(past.length).toBeLessThanOrEqual(1);
        const coming = days.filter((one) => compareDates(one, today) > 0 && one !== of.pastDueSince);
        expect(new Set(coming).size).toBe(coming.length);
        const at = seed % (plan.length + 1);
        const mixed = [...plan.slice(at), ...plan.slice(0, at)].toReversed();
        expect(repaymentDates(bank, of, mixed, today)).toEqual(dates);
      }),
    );
  });

  const daysOf = (of: RepayingLoan, plan: readonly PlannedInstalment[], today: IsoDate) =>
    repaymentDates(bank, of, plan, today).map(({ dueOn }) => dueOn);

  it("every coming instalment that is owed is told", () => {
    fc.assert(
      fc.property(plans, loans, day, (plan, of, today) => {
        const owed = plan.filter(({ dueOn, state }) => state !== "paid" && state !== "cancelled" && dueOn >= today);
        expect(daysOf(of, plan, today)).toEqual(expect.arrayContaining(owed.map(({ dueOn }) => dueOn)));
      }),
    );
  });

  it("a loan that is overdue by the book is never silent, nor one that ends before its plan says so", () => {
    fc.assert(
      fc.property(plans, loans, day, (plan, of, today) => {
        const { pastDueSince, maturesOn, toldOn } = of;
        const days = daysOf(of, plan, today);
        const isPaidSince = plan.some(({ state, stateOn = toldOn }) => state === "paid" && stateOn > toldOn);
        const isReached = plan.some(({ dueOn, state }) => state !== "cancelled" && dueOn >= (maturesOn ?? dueOn));
        if (pastDueSince !== undefined) expect(days.length > 0 || isPaidSince).toBe(true);
        else expect(days.length > 0 || isReached).toBe(true);
      }),
    );
  });

  it("short overdue days of one loan never exceed the days of the period, nor those of its instalments", () => {
    const period = { from: isoDate("2026-03-01"), to: isoDate("2026-03-31") };
    const late = fc.record({ dueOn: day, metOn: fc.option(day, { nil: undefined }) }).map(
      ({ dueOn, metOn }): LapsedDate => ({
        kind: "repayment",
        subjectId: "loan",
        dueOn,
        metOn,
        amount: { minor: 100_000_000n, currency: "CNY" },
        tier: "normal",
      }),
    );
    fc.assert(
      fc.property(fc.array(late, { maxLength: 6 }), (dates) => {
        const { shortOverdueDays: days } = lapsedIn(bank, dates, period);
        const covered = Array.from({ length: 31 }, (_, at) => addDays(period.from, at)).filter((one) =>
          dates.some(
            ({ dueOn, metOn }) => one > dueOn && one <= addDays(dueOn, GRACE) && (metOn === undefined || one < metOn),
          ),
        );
        expect(days).toBe(covered.length);
      }),
    );
  });
});
