import { describe, expect, it } from "vitest";
import type { LoanFacts } from "../../../src/domain/loan.ts";
import { loansWithoutLine, planNote, planRoutine } from "../../../src/domain/planning/index.ts";
import { aBorrower, aLoan, bank, china, inShort, microloanCompany, million, on, yuan } from "./builders.ts";

const routineOf = (loan: Partial<LoanFacts>, policy = bank) => {
  const borrower = aBorrower({ loans: [aLoan(loan)] });
  return inShort(planRoutine(policy, china, borrower) ?? planNote(policy, china, borrower, on("2024-03-04")));
};

describe("after a visit on site on Monday 2024-03-04, the next is due", () => {
  it.each<[string, Partial<LoanFacts>, string]>([
    [
      "working capital, just under 10 million",
      { drawn: yuan(9_999_999.99) },
      "off_site 2024-06-04 working_capital.zone_1_small",
    ],
    ["working capital of 10 million", { drawn: million(10) }, "off_site 2024-06-04 working_capital.zone_1_medium"],
    [
      "working capital, just under 50 million",
      { drawn: yuan(49_999_999.99) },
      "off_site 2024-06-04 working_capital.zone_1_medium",
    ],
    ["working capital of 50 million", { drawn: million(50) }, "on_site 2024-04-03 working_capital.zone_1_large"],
    ["working capital in 关注", { tier: "special_mention" }, "on_site 2024-04-03 working_capital.zone_2"],
    ["working capital in 次级", { tier: "substandard" }, "on_site 2024-03-19 working_capital.substandard"],
    [
      "a small project being built",
      { product: "fixed_asset", phase: "building" },
      "on_site 2024-06-04 fixed_asset.building.zone_1_small",
    ],
    [
      "a project of exactly 10 million",
      { product: "fixed_asset", phase: "building", drawn: million(10) },
      "on_site 2024-06-04 fixed_asset.building.zone_1_small",
    ],
    [
      "a large project being built",
      { product: "fixed_asset", phase: "building", drawn: million(11) },
      "on_site 2024-04-03 fixed_asset.building.zone_1_large",
    ],
    [
      "a project of unknown phase, taken for one being built",
      { product: "fixed_asset", drawn: million(11) },
      "on_site 2024-04-03 fixed_asset.building.zone_1_large",
    ],
    [
      "a small plant in operation",
      { product: "fixed_asset", phase: "operating" },
      "off_site 2024-09-04 fixed_asset.operating.zone_1_small",
    ],
    [
      "a large plant in operation",
      { product: "fixed_asset", phase: "operating", drawn: million(11) },
      "on_site 2024-06-04 fixed_asset.operating.zone_1_large",
    ],
    [
      "a shop, 1 million",
      { product: "personal_business", drawn: million(1) },
      "off_site 2024-09-04 personal_business.zone_1_small",
    ],
    [
      "a shop, over 1 million",
      { product: "personal_business", drawn: million(1.1) },
      "off_site 2024-06-04 personal_business.zone_1_large",
    ],
    [
      "a shop in 关注",
      { product: "personal_business", tier: "special_mention" },
      "on_site 2024-04-03 personal_business.zone_2",
    ],
    [
      "a shop in 次级",
      { product: "personal_business", tier: "substandard" },
      "off_site 2024-03-19 personal_business.substandard",
    ],
    [
      "a consumer, over 0.3 million",
      { product: "personal_consumption", drawn: million(0.4) },
      "off_site 2024-09-04 personal_consumption.zone_1_large",
    ],
    [
      "a consumer in 关注",
      { product: "personal_consumption", tier: "special_mention" },
      "off_site 2024-04-03 personal_consumption.zone_2",
    ],
    [
      "a farm without a season, 0.3 million",
      { product: "agricultural_household", drawn: million(0.3) },
      "off_site 2024-09-04 agricultural_household.zone_1_small",
    ],
    [
      "a rice farm: in July, not September",
      { product: "agricultural_household", drawn: million(0.3), seasonKey: "rice_south" },
      "off_site 2024-07-31 agricultural_household.zone_1_small",
    ],
    [
      "a large farm",
      { product: "agricultural_household", drawn: million(0.4) },
      "on_site 2024-06-04 agricultural_household.zone_1_large",
    ],
    ["a grain buyer", { product: "agri_procurement" }, "on_site 2024-04-03 agri_procurement.zone_1_small"],
    [
      "a grain buyer in 关注",
      { product: "agri_procurement", tier: "special_mention" },
      "on_site 2024-03-19 agri_procurement.zone_2",
    ],
    [
      "a grain buyer in 次级",
      { product: "agri_procurement", tier: "substandard" },
      "on_site 2024-03-11 agri_procurement.substandard",
    ],
    ["a mortgage that is current", { product: "mortgage" }, "off_site 2025-03-04 mortgage.zone_1_small"],
    ["a mortgage in 关注", { product: "mortgage", tier: "special_mention" }, "off_site 2024-06-04 mortgage.zone_2"],
  ])("%s", (_who, loan, expected) => {
    const [mode, due, line] = expected.split(" ");
    expect(routineOf(loan)).toBe(`routine ${mode} ${due} inspections.${line}`);
  });

  it.each<[string, Partial<LoanFacts>, string]>([
    ["1 million", { drawn: million(1) }, "off_site 2024-06-04 microloan.zone_1_small"],
    ["1 to 3 million", { drawn: million(3) }, "off_site 2024-04-30 microloan.zone_1_medium"],
    ["over 3 million", { drawn: million(3.1) }, "off_site 2024-04-03 microloan.zone_1_large"],
    ["in 关注", { tier: "special_mention" }, "on_site 2024-04-03 microloan.zone_2"],
    ["in 次级", { tier: "substandard" }, "on_site 2024-03-19 microloan.substandard"],
  ])("a micro-loan company's customer, %s", (_who, loan, expected) => {
    const [mode, due, line] = expected.split(" ");
    expect(routineOf({ product: "microloan", ...loan }, microloanCompany)).toBe(
      `routine ${mode} ${due} inspections.${line}`,
    );
  });

  it.each<[string, Partial<LoanFacts>, string]>([
    [
      "working capital in 可疑: a weekly track",
      { tier: "doubtful" },
      "weekly_track off_site 2024-03-11 inspections.working_capital.doubtful",
    ],
    [
      "a written-off loan is still pursued",
      { state: "written_off" },
      "weekly_track off_site 2024-03-11 inspections.working_capital.loss",
    ],
    [
      "a consumer in 次级: the collection path",
      { product: "personal_consumption", tier: "substandard" },
      "contact_note off_site 2024-04-03 inspections.personal_consumption.substandard",
    ],
    [
      "a mortgage in 损失: the collection path",
      { product: "mortgage", tier: "loss" },
      "contact_note off_site 2024-04-03 inspections.mortgage.loss",
    ],
    ["a settled loan: nothing", { state: "settled" }, "nothing"],
    ["a transferred loan: nothing", { state: "transferred" }, "nothing"],
  ])("%s", (_who, loan, expected) => {
    expect(routineOf(loan)).toBe(expected);
  });
});

describe("the on-site interval", () => {
  it("makes every second quarterly visit one on site", () => {
    const nextAfter = (lastVisitOn: string) =>
      planRoutine(bank, china, aBorrower({ lastVisitOn: on(lastVisitOn), lastOnSiteOn: on("2024-03-04") }))!;
    expect(inShort(nextAfter("2024-03-04"))).toContain("off_site 2024-06-04");
    expect(inShort(nextAfter("2024-06-04"))).toContain("on_site 2024-09-04");
    expect(nextAfter("2024-06-04").because).toContainEqual({
      code: "planning.because.on_site",
      values: { months: 6, lastOnSiteOn: "2024-03-04" },
    });
  });

  it("is due by itself where a visit off site came late", () => {
    const late = aBorrower({ lastVisitOn: on("2024-06-20"), lastOnSiteOn: on("2024-03-04") });
    expect(inShort(planRoutine(bank, china, late))).toContain("on_site 2024-09-04");
  });

  it("that has run out asks for the next working day after the last visit, not for a day that has passed", () => {
    const overrun = aBorrower({ lastVisitOn: on("2024-06-20"), lastOnSiteOn: on("2023-11-01") });
    expect(inShort(planRoutine(bank, china, overrun))).toContain("on_site 2024-06-21");
  });

  it("of one loan is kept when another loan asks for visits more often but off site", () => {
    const both = aBorrower({
      loans: [
        aLoan({ id: "a", product: "personal_consumption", tier: "special_mention", drawn: million(0.1) }),
        aLoan({ id: "b", product: "fixed_asset", phase: "building" }),
      ],
      lastVisitOn: on("2024-05-06"),
      lastOnSiteOn: on("2024-03-04"),
    });
    expect(inShort(planRoutine(bank, china, both))).toContain(
      "on_site 2024-06-04 inspections.fixed_asset.building.zone_1_small",
    );
  });
});

describe("a borrower with several loans", () => {
  it("is inspected once, by its strictest row, and with all its live loans", () => {
    const borrower = aBorrower({
      loans: [
        aLoan({ id: "a" }),
        aLoan({ id: "b", product: "mortgage" }),
        aLoan({ id: "c", state: "settled", tier: "loss" }),
      ],
    });
    const plan = planRoutine(bank, china, borrower)!;
    expect([plan.policyLine, plan.loanIds]).toEqual(["inspections.working_capital.zone_1_medium", ["a", "b"]]);
  });

  it("counts its balances together: six and five million are eleven", () => {
    const borrower = aBorrower({
      loans: [aLoan({ id: "a", drawn: million(6) }), aLoan({ id: "b", drawn: million(5) })],
    });
    expect(planRoutine(bank, china, borrower)?.policyLine).toBe("inspections.working_capital.zone_1_medium");
  });

  it("counts what is drawn, not what was granted, and nothing of a settled loan", () => {
    const borrower = aBorrower({
      loans: [
        aLoan({ id: "a", principal: million(90), drawn: million(2) }),
        aLoan({ id: "b", drawn: million(90), state: "settled" }),
      ],
    });
    expect(planRoutine(bank, china, borrower)?.policyLine).toBe("inspections.working_capital.zone_1_small");
  });

  it("keeps its routine inspection beside the weekly track of a doubtful loan", () => {
    const borrower = aBorrower({ loans: [aLoan({ id: "a" }), aLoan({ id: "b", tier: "doubtful" })] });
    expect(planRoutine(bank, china, borrower)?.policyLine).toBe("inspections.working_capital.zone_1_medium");
    expect(planNote(bank, china, borrower, on("2024-03-04"))).toMatchObject({ kind: "weekly_track", loanIds: ["b"] });
  });

  it("in dollars is put in a band at the policy's rate, and in an unknown currency in the largest", () => {
    const dollars = (currency: string) => aBorrower({ loans: [aLoan({ drawn: { minor: 800_000_000n, currency } })] });
    expect(planRoutine(bank, china, dollars("USD"))?.policyLine).toBe("inspections.working_capital.zone_1_large");
    expect(planRoutine(bank, china, dollars("HKD"))?.policyLine).toBe("inspections.working_capital.zone_1_small");
    expect(planRoutine(bank, china, dollars("XXX"))?.policyLine).toBe("inspections.working_capital.zone_1_large");
  });

  it("is not forgotten where the policy has no row for its product", () => {
    const borrower = aBorrower({ loans: [aLoan({ product: "mortgage" })] });
    expect(planRoutine(microloanCompany, china, borrower)).toBeUndefined();
    expect(loansWithoutLine(microloanCompany, borrower).map((loan) => loan.number)).toEqual(["L-1"]);
  });
});

describe("an open signal", () => {
  it.each([
    [undefined, "zone_1_small"],
    ["yellow", "zone_1_small"],
    ["orange", "zone_2"],
    ["red", "zone_2"],
  ] as const)("of level %s puts a normal loan in %s", (openSignalLevel, line) => {
    expect(planRoutine(bank, china, aBorrower({ openSignalLevel }))?.policyLine).toBe(
      `inspections.working_capital.${line}`,
    );
  });

  it("makes no bad loan better", () => {
    const borrower = aBorrower({ openSignalLevel: "red", loans: [aLoan({ tier: "substandard" })] });
    expect(planRoutine(bank, china, borrower)?.policyLine).toBe("inspections.working_capital.substandard");
  });
});

describe("without a visit of ours", () => {
  it("a new loan counts from its disbursement, and its on-site interval too", () => {
    const borrower = aBorrower({ lastVisitOn: undefined, lastOnSiteOn: undefined });
    expect(inShort(planRoutine(bank, china, borrower))).toContain("off_site 2024-04-10");
  });

  it("the bank's own last inspection counts", () => {
    const borrower = aBorrower({ lastVisitOn: undefined, lastOnSiteOn: undefined, lastInspectedOn: on("2023-12-20") });
    expect(planRoutine(bank, china, borrower)).toMatchObject({
      dueOn: "2024-03-20",
      because: [{ code: "planning.because.last_inspected" }, {}, {}],
    });
  });

  it("a date given at take-on holds, but not past the interval", () => {
    const old = aBorrower({
      lastVisitOn: undefined,
      lastOnSiteOn: undefined,
      loans: [aLoan({ disbursedOn: on("2020-01-01") })],
    });
    const spreadTo = (day: string) => ({ on: on(day), from: old.takeOnOn });
    expect(planRoutine(bank, china, old, spreadTo("2024-02-06"))).toMatchObject({
      occasion: "take_on",
      dueOn: "2024-02-06",
    });
    expect(planRoutine(bank, china, old, spreadTo("2024-09-06"))?.dueOn).toBe("2024-03-29");
  });
});

describe("the calendar", () => {
  it.each([
    ["a Sunday goes back to the Friday", "2024-03-15", "2024-06-14"],
    ["the National Day week of 2020 goes back to its eve", "2020-07-05", "2020-09-30"],
    ["a make-up Sunday is worked", "2020-06-27", "2020-09-27"],
    ["the end of November", "2023-11-30", "2024-02-29"],
    ["29 February", "2024-02-29", "2024-05-29"],
  ])("%s", (_what, lastVisit, due) => {
    const borrower = aBorrower({ takeOnOn: on("2019-01-01"), lastVisitOn: on(lastVisit), lastOnSiteOn: on(lastVisit) });
    expect(planRoutine(bank, china, borrower)).toMatchObject({ dueOn: due, provisional: false });
  });

  it("says that a date after the last announced year is provisional", () => {
    const borrower = aBorrower({ lastVisitOn: on("2026-11-02"), lastOnSiteOn: on("2026-11-02") });
    expect(planRoutine(bank, china, borrower)).toMatchObject({ dueOn: "2027-02-02", provisional: true });
  });
});
