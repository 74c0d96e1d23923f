import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import { addDays } from "../../../src/domain/dates.ts";
import type { LoanFacts } from "../../../src/domain/loan.ts";
import { planFirst, planNote, planRoutine, planSpecial } from "../../../src/domain/planning/index.ts";
import { PRODUCTS, RISK_TIERS } from "../../../src/domain/vocabulary.ts";
import { aBorrower, aLoan, bank, china, million, on } from "./builders.ts";

const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(on("2020-01-01"), days));
const anyLoan: fc.Arbitrary<Partial<LoanFacts>> = fc.record({
  product: fc.constantFrom(...PRODUCTS.filter((product) => product !== "microloan")),
  phase: fc.constantFrom("building", "operating", undefined),
  tier: fc.constantFrom(...RISK_TIERS),
  drawn: fc.integer({ min: 0, max: 90 }).map(million),
  seasonKey: fc.constantFrom("rice_south", "winter_wheat", undefined),
});
const visited = (loan: Partial<LoanFacts>, visit: ReturnType<typeof on>, onSite = visit) =>
  aBorrower({
    takeOnOn: on("2019-06-03"),
    lastVisitOn: visit,
    lastOnSiteOn: onSite,
    lastNoteOn: visit,
    loans: [aLoan(loan)],
  });
const inOrder = (a: ReturnType<typeof on>, b: ReturnType<typeof on>) =>
  a <= b ? ([a, b] as const) : ([b, a] as const);

describe("for every product, size, tier and season", () => {
  it("a later visit, disbursement, note or reason never makes the next date earlier", () => {
    fc.assert(
      fc.property(day, day, anyLoan, (a, b, loan) => {
        const [earlier, later] = inOrder(a, b).map((date) => {
          const borrower = visited(loan, date);
          const plans = [
            planRoutine(bank, china, borrower),
            planNote(bank, china, borrower, date),
            planFirst(bank, china, borrower, aLoan({ ...loan, disbursedOn: date })),
            planSpecial(bank, china, borrower, { code: "red_signal", knownOn: date }),
          ];
          return plans.map((plan) => plan?.dueOn ?? "");
        });
        expect(earlier!.map((dueOn, index) => dueOn <= later![index]!)).toEqual([true, true, true, true]);
      }),
      { numRuns: 600 },
    );
  });

  it("every date is a working day after the one that it counts from", () => {
    fc.assert(
      fc.property(day, anyLoan, (date, loan) => {
        const borrower = visited(loan, date);
        const plans = [
          planRoutine(bank, china, borrower),
          planNote(bank, china, borrower, date),
          planFirst(bank, china, borrower, aLoan({ ...loan, disbursedOn: date })),
        ];
        for (const plan of plans.flatMap((found) => found ?? [])) {
          expect([isWorkingDay(china, plan.dueOn), plan.dueOn > date]).toEqual([true, true]);
        }
      }),
    );
  });

  it("a worse tier never gives more time", () => {
    fc.assert(
      fc.property(day, anyLoan, (date, loan) => {
        const dates = (["normal", "special_mention", "substandard"] as const).flatMap(
          (tier) => planRoutine(bank, china, visited({ ...loan, seasonKey: undefined, tier }, date))?.dueOn ?? [],
        );
        expect([...dates].sort().reverse()).toEqual(dates);
      }),
    );
  });

  it("planning again gives the same plan, sampled ones too", () => {
    fc.assert(
      fc.property(day, anyLoan, (date, loan) => {
        expect(planRoutine(bank, china, visited(loan, date))).toEqual(planRoutine(bank, china, visited(loan, date)));
      }),
    );
  });
});

describe("about five in a hundred small consumers", () => {
  it("are drawn for a visit on site", () => {
    const consumer = { product: "personal_consumption", drawn: million(0.1) } as const;
    const modes = Array.from({ length: 4_000 }, (_, index) => {
      const borrower = { ...visited(consumer, on("2024-03-04")), id: `0190a1b2-${index}` };
      return planRoutine(bank, china, borrower)?.mode;
    });
    const share = modes.filter((mode) => mode === "on_site").length / modes.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.07);
  });
});

/** The same rules said otherwise: list the ends of both intervals, then walk day by day to the last working day in time. */
function oracle(visit: string, onSite: string, drawn: number, tier: string): string {
  const [from, cadence] = [DateTime.fromISO(visit, { zone: "utc" }), DateTime.fromISO(onSite, { zone: "utc" })];
  const limits = () => {
    if (tier === "substandard") return [from.plus({ days: 15 }), cadence.plus({ days: 15 })];
    const monthly = tier === "special_mention" || drawn >= 50;
    return monthly
      ? [from.plus({ months: 1 }), cadence.plus({ months: 1 })]
      : [from.plus({ months: 3 }), cadence.plus({ months: 6 })];
  };
  const limit = limits().map(iso).sort()[0]!;
  let walk = from.plus({ days: 1 });
  let found: string | undefined;
  while (found === undefined || iso(walk) <= limit) {
    if (works(walk)) found = iso(walk);
    walk = walk.plus({ days: 1 });
  }
  return found;
}

const iso = (day: DateTime) => day.toFormat("yyyy-MM-dd");
const works = (day: DateTime) =>
  china.makeUpWorkdays.has(iso(day)) || (!china.holidays.has(iso(day)) && day.weekday <= 5);

describe("working capital", () => {
  it("agrees with a walk day by day, written differently", () => {
    const anyTier = fc.constantFrom("normal", "special_mention", "substandard" as const);
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 90 }),
        anyTier,
        (visit, before, size, tier) => {
          const onSite = addDays(visit, -before);
          const plan = planRoutine(bank, china, visited({ tier, drawn: million(size) }, visit, onSite));
          expect(plan?.dueOn).toBe(oracle(visit, onSite, size, tier));
        },
      ),
      { numRuns: 600 },
    );
  });
});
