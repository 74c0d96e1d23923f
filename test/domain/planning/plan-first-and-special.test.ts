import { describe, expect, it } from "vitest";
import type { LoanFacts } from "../../../src/domain/loan.ts";
import { overdueTrigger, planFirst, planSpecial, type Trigger } from "../../../src/domain/planning/index.ts";
import { aBorrower, aLoan, bank, china, inShort, microloanCompany, on } from "./builders.ts";

const disbursed = (facts: Partial<LoanFacts>, policy = bank) =>
  inShort(planFirst(policy, china, aBorrower(), aLoan(facts)));

describe("money paid out on Wednesday 2024-01-10 is checked first", () => {
  it.each<[Partial<LoanFacts>, string]>([
    [{ product: "working_capital" }, "first on_site 2024-01-25 inspections.working_capital.first"],
    [{ product: "fixed_asset", phase: "building" }, "first on_site 2024-01-25 inspections.fixed_asset.building.first"],
    [{ product: "fixed_asset", phase: "operating" }, "nothing"],
    [{ product: "personal_business" }, "first off_site 2024-02-09 inspections.personal_business.first"],
    [{ product: "personal_consumption" }, "first off_site 2024-02-09 inspections.personal_consumption.first"],
    [{ product: "agricultural_household" }, "first off_site 2024-02-09 inspections.agricultural_household.first"],
    [{ product: "agri_procurement" }, "first on_site 2024-01-25 inspections.agri_procurement.first"],
    [{ product: "mortgage" }, "first off_site 2024-04-09 inspections.mortgage.first"],
    [{ product: "microloan" }, "nothing"],
  ])("%j: %s", (loan, expected) => {
    expect(disbursed(loan)).toBe(expected);
  });

  it("by a micro-loan company within 15 days", () => {
    expect(disbursed({ product: "microloan" }, microloanCompany)).toBe(
      "first off_site 2024-01-25 inspections.microloan.first",
    );
  });

  it("and not at all where it was paid out before take-on, or is settled", () => {
    expect(disbursed({ disbursedOn: on("2023-12-28") })).toBe("nothing");
    expect(disbursed({ disbursedOn: on("2023-12-29") })).toContain("first");
    expect(disbursed({ state: "settled" })).toBe("nothing");
  });

  it("each disbursement by itself, on the working day before where the fifteenth day is a holiday", () => {
    const plan = planFirst(bank, china, aBorrower(), aLoan({ id: "x", disbursedOn: on("2020-09-20") }));
    expect(plan).toBeUndefined();
    const early = aBorrower({ takeOnOn: on("2020-01-01") });
    expect(planFirst(bank, china, early, aLoan({ id: "x", disbursedOn: on("2020-09-20") }))).toMatchObject({
      dueOn: "2020-09-30",
      loanIds: ["x"],
    });
  });
});

const special = (code: Trigger["code"], knownOn: string, loans = [aLoan()]) =>
  inShort(planSpecial(bank, china, aBorrower({ loans }), { code, knownOn: on(knownOn) }));

describe("a special inspection, from the day its reason was known", () => {
  it.each<[Trigger["code"], string, string]>([
    ["red_signal", "2024-03-04", "2024-03-06 inspections.special.triggers.red_signal"],
    ["red_signal", "2020-09-30", "2020-10-10 inspections.special.triggers.red_signal"],
    ["two_oranges", "2024-03-04", "2024-03-11 inspections.special.triggers.two_oranges"],
    ["overdue_not_cured", "2024-03-04", "2024-03-11 inspections.special.triggers.overdue_not_cured"],
    ["interest_arrears", "2024-03-04", "2024-03-11 inspections.special.triggers.interest_arrears"],
    ["collateral_seized", "2024-03-01", "2024-03-05 inspections.special.triggers.collateral_seized"],
    ["owner_unreachable", "2024-03-02", "2024-03-05 inspections.special.triggers.owner_unreachable"],
    ["instruction", "2024-03-04", "2024-03-18 inspections.special.triggers.instruction"],
    ["re_inspection", "2024-03-04", "2024-03-11 review.re_inspect_working_days"],
  ])("%s on %s", (code, knownOn, expected) => {
    expect(special(code, knownOn)).toBe(`special on_site ${expected}`);
  });

  it("becomes a contact note where only consumer loans and mortgages are overdue", () => {
    const mortgage = aLoan({ product: "mortgage" });
    expect(special("overdue_not_cured", "2024-03-04", [mortgage])).toBe(
      "contact_note off_site 2024-03-11 inspections.mortgage.overdue",
    );
    expect(special("red_signal", "2024-03-04", [mortgage])).toContain("special on_site");
    expect(special("overdue_not_cured", "2024-03-04", [mortgage, aLoan({ id: "w" })])).toContain("special on_site");
  });

  it.each([
    ["2024-03-11", undefined],
    ["2024-03-12", ["loan-1"]],
  ])("opens for an overdue since 2024-03-04 that is not cured in 7 days: on %s", (today, loanIds) => {
    const borrower = aBorrower({ loans: [aLoan({ pastDueSince: on("2024-03-04") }), aLoan({ id: "fine" })] });
    expect(overdueTrigger(bank, borrower, on(today))?.loanIds).toEqual(loanIds);
  });
});
