/** The handbook's golden tests of section 2.1, and its rules one by one. */
import { describe, expect, it } from "vitest";
import type { ClaimFacts } from "../../../src/domain/classification/index.ts";
import { classify, tableOf } from "../../../src/domain/classification/index.ts";
import type { RiskTier } from "../../../src/domain/vocabulary.ts";
import { bank, microloanCompany, on } from "../planning/builders.ts";
import { aClaim, aDebtor, floorOf, floorsOf, rulesOf, three } from "./builders.ts";

const BY_DAYS: [number, RiskTier][] = [
  [0, "normal"],
  [1, "special_mention"],
  [90, "special_mention"],
  [91, "substandard"],
  [270, "substandard"],
  [271, "doubtful"],
  [360, "doubtful"],
  [361, "loss"],
];

describe("days past due, nothing else", () => {
  it.each(BY_DAYS)("%i days: %s", (daysPastDue, tier) => {
    expect(floorOf({ daysPastDue })).toBe(tier);
    expect(floorOf({ daysPastDue }, { retail: true })).toBe(tier);
    expect(floorOf({ daysPastDue }, {}, microloanCompany)).toBe(tier);
  });

  it.each<[number, RiskTier]>([
    [0, "normal"],
    [1, "special_mention"],
    [90, "special_mention"],
    [91, "substandard"],
    [120, "substandard"],
    [121, "doubtful"],
    [180, "doubtful"],
    [181, "loss"],
  ])("by the table of credit cards, %i days: %s", (daysPastDue, tier) => {
    expect(floorOf({ daysPastDue }, { retail: true }, tableOf(bank, "credit_card"))).toBe(tier);
  });

  it("there is no table that the policy does not have", () => {
    expect([tableOf(bank, "no_such"), tableOf(bank, "constructor")]).toEqual([undefined, undefined]);
  });

  it("says which line of days it was, and where it comes from", () => {
    expect(classify(aDebtor({ claims: [aClaim({ daysPastDue: 300 })] }), bank).get("A")?.because).toMatchObject([
      { rule: "dpd_floor", overDays: 270, tier: "doubtful", marks: { source: ["S1"], article: { number: "12" } } },
    ]);
  });

  it("and that nothing fired", () => {
    expect(rulesOf(aDebtor())).toEqual(["no_floor"]);
  });
});

describe("a short technical overdue, its reason agreed by a reviewer", () => {
  it.each([1, 2, 3, 4, 5, 6, 7])("%i days may stay normal", (daysPastDue) => {
    expect(floorOf({ daysPastDue, technicalOverdueApproved: true })).toBe("normal");
  });

  it.each<[number, RiskTier]>([
    [8, "special_mention"],
    [91, "substandard"],
    [361, "loss"],
  ])("%i days: %s all the same", (daysPastDue, tier) => {
    expect(floorOf({ daysPastDue, technicalOverdueApproved: true })).toBe(tier);
  });
});

describe("a non-performing claim of a firm", () => {
  const npl = { daysPastDue: 91 };

  it("of 6.25 % makes the other two special mention at least", () => {
    const debtor = aDebtor({ claims: three([10, 100, 50], npl) });
    expect(floorsOf(debtor)).toEqual({ A: "substandard", B: "special_mention", C: "special_mention" });
    expect(rulesOf(debtor, "B")).toEqual(["npl_here_or_elsewhere"]);
  });

  it("of 11.8 % makes all substandard at least", () => {
    const debtor = aDebtor({ claims: three([20, 100, 50], npl) });
    expect(floorsOf(debtor)).toEqual({ A: "substandard", B: "substandard", C: "substandard" });
    expect(rulesOf(debtor, "C")).toEqual(["same_bank_npl"]);
    expect(rulesOf(debtor)).toEqual(["dpd_floor", "same_bank_npl"]);
  });

  it("of exactly 10 % does not, for the rule says more than", () => {
    const debtor = aDebtor({ claims: three([10, 40, 50], npl) });
    expect(floorsOf(debtor)).toEqual({ A: "substandard", B: "special_mention", C: "special_mention" });
  });

  it("of a unit more than 10 % of a large book does", () => {
    const debtor = aDebtor({ claims: three([1_000_000_001, 4_000_000_000, 5_000_000_000], npl) });
    expect(floorsOf(debtor).B).toBe("substandard");
  });

  it("keeps its own, worse tier", () => {
    expect(floorsOf(aDebtor({ claims: three([20, 100, 50], { daysPastDue: 361 }) }))).toEqual({
      A: "loss",
      B: "substandard",
      C: "substandard",
    });
  });

  it("means nothing for a person's other loans", () => {
    expect(floorsOf(aDebtor({ retail: true, claims: three([20, 100, 50], npl) }))).toEqual({
      A: "substandard",
      B: "normal",
      C: "normal",
    });
  });
});

describe("debts at all banks", () => {
  it.each<[bigint, RiskTier, string]>([
    [0n, "normal", "no_floor"],
    [1n, "special_mention", "npl_here_or_elsewhere"],
    [200n, "special_mention", "npl_here_or_elsewhere"],
    [201n, "substandard", "all_bank_dpd_over_90"],
  ])("%s of 1000 more than 90 days overdue: %s", (over90, tier, rule) => {
    const debtor = aDebtor({ allBanks: { debt: 1000n, over90 } });
    expect([floorsOf(debtor), rulesOf(debtor)]).toEqual([{ A: tier }, [rule]]);
    expect(floorsOf({ ...debtor, retail: true })).toEqual({ A: "normal" });
  });

  it("of nothing are no share", () => {
    expect(floorOf({}, { allBanks: { debt: 0n, over90: 0n } })).toBe("normal");
  });
});

describe("what was done with the money", () => {
  it.each<[Partial<ClaimFacts>, RiskTier]>([
    [{ refinanced: "none" }, "normal"],
    [{ refinanced: "exempt" }, "normal"],
    [{ refinanced: "yes" }, "special_mention"],
    [{ misuse: true }, "special_mention"],
  ])("%o: %s", (facts, tier) => {
    expect([floorOf(facts), floorOf(facts, { retail: true })]).toEqual([tier, tier]);
  });
});

describe("a restructured claim, its first repayment agreed after the change for 31 March 2025", () => {
  const restructured = { restructuredOn: on("2025-03-31"), restructuredCount: 1 };
  const onDay = (day: string, facts: Partial<ClaimFacts> = {}) =>
    floorOf({ ...restructured, ...facts }, { asOf: on(day) });

  it.each<[string, Partial<ClaimFacts>, RiskTier]>([
    ["2025-03-01", {}, "special_mention"],
    ["2025-09-30", {}, "special_mention"],
    ["2025-10-01", { cleanPeriods: 6 }, "special_mention"],
    ["2026-03-30", { cleanPeriods: 12, cleanMonths: 12 }, "special_mention"],
    ["2026-03-31", {}, "normal"],
    ["2026-03-31", { cleanPeriods: 2 }, "normal"],
    ["2026-03-31", { cleanPeriods: 1 }, "special_mention"],
    ["2026-06-30", { cleanPeriods: 2, cleanMonths: 11 }, "special_mention"],
    ["2026-06-30", { cleanPeriods: 2, cleanMonths: 12 }, "normal"],
  ])("on %s, %o: %s", (day, facts, tier) => {
    expect(onDay(day, facts)).toBe(tier);
  });

  it("changed a second time within that year is substandard at least, until it ends", () => {
    expect(onDay("2025-10-01", { restructuredCount: 2 })).toBe("substandard");
    expect(onDay("2026-04-01", { restructuredCount: 2 })).toBe("normal");
  });

  it("counts in its debtor's share where it is substandard", () => {
    const claims = three([20, 100, 50], { restructuredOn: on("2026-01-31"), restructuredCount: 2 });
    expect(floorsOf(aDebtor({ claims }))).toEqual({ A: "substandard", B: "substandard", C: "substandard" });
  });
});

describe("a claim that is non-performing now", () => {
  const shown = { cleanPeriods: 2, cleanMonths: 6, costsPaid: true, abilityConfirmed: true };
  const now = (facts: Partial<ClaimFacts>) => floorOf({ currentTier: "doubtful", ...facts });

  it("stays so where nobody has told why not, and counts in its debtor's share", () => {
    expect(now({})).toBe("substandard");
    expect(floorsOf(aDebtor({ claims: three([20, 100, 50], { currentTier: "loss" }) }))).toEqual({
      A: "substandard",
      B: "substandard",
      C: "substandard",
    });
  });

  it("may be called performing after all four checks", () => {
    expect(now(shown)).toBe("normal");
    expect(floorOf({ currentTier: "substandard", ...shown }, { retail: true })).toBe("normal");
  });

  it.each<Partial<ClaimFacts>>([
    { cleanPeriods: 1 },
    { cleanMonths: 5 },
    { cleanPeriods: undefined },
    { cleanMonths: undefined },
    { costsPaid: false },
    { costsPaid: undefined },
    { abilityConfirmed: false },
    { abilityConfirmed: undefined },
    { daysPastDue: 1, technicalOverdueApproved: true },
  ])("but not with %o", (missing) => {
    expect(now({ ...shown, ...missing })).toBe("substandard");
  });

  it("nor while another claim of its debtor is impaired, of a person as of a firm", () => {
    const claims = three([10, 1000, 1000], { currentTier: "substandard", ...shown });
    const other = (facts: Partial<ClaimFacts>) =>
      claims.map((claim, at) => (at === 1 ? { ...claim, ...facts } : claim));
    expect(floorsOf(aDebtor({ retail: true, claims: other({ daysPastDue: 95 }) })).A).toBe("substandard");
    expect(floorsOf(aDebtor({ retail: true, claims: other({ daysPastDue: 20 }) })).A).toBe("normal");
    expect(floorsOf(aDebtor({ claims: other({ currentTier: "substandard" }) })).A).toBe("substandard");
  });

  it("rises together with another that shows as much", () => {
    const claims = ["A", "B"].map((id) => aClaim({ id, currentTier: "substandard", ...shown }));
    expect(floorsOf(aDebtor({ claims }))).toEqual({ A: "normal", B: "normal" });
  });

  it("rises to special mention where it was restructured less than a year ago", () => {
    expect(now({ ...shown, restructuredOn: on("2025-09-01"), restructuredCount: 1 })).toBe("special_mention");
  });
});
