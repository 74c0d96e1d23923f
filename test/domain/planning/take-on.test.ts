import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import type { BorrowerFacts, LoanFacts } from "../../../src/domain/loan.ts";
import { planTakeOn, spreadTakeOn } from "../../../src/domain/planning/index.ts";
import { aBorrower, aLoan, bank, china, million, on } from "./builders.ts";

const takeOnOn = on("2024-03-04");

function old(id: string, loan: Partial<LoanFacts> = {}, facts: Partial<BorrowerFacts> = {}): BorrowerFacts {
  const loans = [aLoan({ borrowerId: id, id: `loan-of-${id}`, disbursedOn: on("2021-05-10"), ...loan })];
  return aBorrower({ id, number: id, loans, takeOnOn, lastVisitOn: undefined, lastOnSiteOn: undefined, ...facts });
}

const named = (index: number) => `b-${String(index).padStart(3, "0")}`;
const book = (size: number, officerId: string) =>
  Array.from({ length: size }, (_, index) => ({ borrower: old(`${officerId}-${named(index)}`), officerId }));

describe("a book taken on on 2024-03-04, with no inspection on record", () => {
  it("is spread over one quarter of working days, from the fifth one after take-on", () => {
    const dates = [...planTakeOn(bank, china, book(200, "li"), takeOnOn).values()].map((plan) => plan.dueOn).sort();
    expect([dates[0], dates.at(-1)! <= "2024-06-04", dates.at(-1)! >= "2024-05-31"]).toEqual([
      "2024-03-11",
      true,
      true,
    ]);
    expect(dates.every((day) => isWorkingDay(china, day))).toBe(true);
  });

  it("gives each officer an even load: no day has more than one visit over another", () => {
    for (const officerId of ["li", "wang"]) {
      const both = [...book(150, "li"), ...book(37, "wang")];
      const dates = spreadTakeOn(bank, china, both, takeOnOn);
      const perDay = new Map<string, number>();
      for (const [id, day] of dates) if (id.startsWith(officerId)) perDay.set(day, (perDay.get(day) ?? 0) + 1);
      const loads = [...perDay.values()];
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }
  });

  it("takes the weakest first, then the largest", () => {
    const taken = [
      old("small", { drawn: million(1) }),
      old("large", { drawn: million(9) }),
      old("weak", { drawn: million(0.1), product: "personal_consumption", tier: "special_mention" }),
      old("medium", { drawn: million(4) }),
    ].map((borrower) => ({ borrower, officerId: "li" }));
    const dates = spreadTakeOn(bank, china, taken, takeOnOn);
    const order = ["large", "medium", "small"].map((id) => dates.get(id)!);
    expect([...order].sort()).toEqual(order);
    expect(dates.get("weak")).toBe("2024-03-11");
  });

  it("gives the same dates whatever the order of the file", () => {
    const taken = book(60, "li");
    expect(new Map([...planTakeOn(bank, china, [...taken].reverse(), takeOnOn)].sort())).toEqual(
      new Map([...planTakeOn(bank, china, taken, takeOnOn)].sort()),
    );
  });

  it("asks nothing for a settled loan, and explains the rest by the take-on", () => {
    const plans = planTakeOn(
      bank,
      china,
      [{ borrower: old("gone", { state: "settled" }) }, { borrower: old("here") }],
      takeOnOn,
    );
    expect([...plans.keys()]).toEqual(["here"]);
    expect(plans.get("here")).toMatchObject({
      occasion: "take_on",
      because: [{ code: "planning.because.take_on" }, {}, {}],
    });
  });
});

describe("a borrower with an inspection on the bank's record", () => {
  const dueOf = (lastInspectedOn: string, loan: Partial<LoanFacts> = {}) =>
    planTakeOn(
      bank,
      china,
      [{ borrower: old("b", loan, { lastInspectedOn: on(lastInspectedOn) }), officerId: "li" }],
      takeOnOn,
    ).get("b");

  it("is due when that interval ends", () => {
    expect(dueOf("2024-02-01")).toMatchObject({ dueOn: "2024-04-30", occasion: "interval" });
  });

  it.each(["2022-01-05", "2023-11-20", "2023-12-08"])(
    "but never before five working days after take-on: %s",
    (last) => {
      expect(dueOf(last)?.dueOn).toBe("2024-03-11");
    },
  );

  it("not even where the interval is a week", () => {
    const grain = { product: "agri_procurement", tier: "substandard" } as const;
    expect(dueOf("2024-03-01", grain)?.dueOn).toBe("2024-03-11");
  });
});
