import { describe, expect, it } from "vitest";
import { checkStep, parseStep } from "../../../src/domain/check/check-answers.ts";
import { withDerived } from "../../../src/domain/check/derive.ts";
import { outOfRange } from "../../../src/domain/check/out-of-range.ts";
import type { CheckSubject } from "../../../src/domain/check/types.ts";
import { aForm, aLoan, answered, circumstances, itemAt, itemsOf, onBorrower, onLoan, today } from "./a-check.ts";

const facts = {
  borrower: { drawn_cny: "3000000.00", limit_cny: "5000000.00" },
  "loan:L-1": { drawn_cny: "3000000.00", limit_cny: "5000000.00", collateral_value_cny: "6000000.00" },
  "collateral:C-1": { secured_cny: "3000000.00", collateral_value_cny: "4000000.00", valued_on: "2026-01-31" },
};
const formOf = (differences: Partial<CheckSubject> = {}) =>
  aForm({ circumstances: circumstances({ facts, exposure: "3000000" }), ...differences });
const computed = (key: string, values: Record<string, string>, differences: Partial<CheckSubject> = {}, last = {}) =>
  withDerived(formOf(differences), answered(values), answered(last))[key]?.value;

const rows = (...payees: [string, string, string][]) => ({
  said: { [onLoan("wc_payees_rows")]: payees.map((_, at) => String(at + 1)) },
  values: Object.fromEntries(
    payees.flatMap(([amount, evidenced, matches], at) => [
      [onLoan(`payee_name#${at + 1}`), `Payee ${at + 1}`],
      [onLoan(`payee_amount_cny#${at + 1}`), amount],
      [onLoan(`payee_evidenced#${at + 1}`), evidenced],
      [onLoan(`payee_matches#${at + 1}`), matches],
    ]),
  ),
});

describe("figures that are computed", () => {
  it("use verified: the evidenced payments in percent of what was drawn", () => {
    const { said, values } = rows(["2000000.00", "yes", "yes"], ["500000.00", "no", "no"], ["400000.00", "yes", "no"]);
    const at = (key: string) => computed(onLoan(key), values, { said });
    expect(at("use_verified_pct")).toBe("80.00");
    expect(at("payee_total")).toBe("3");
    expect(at("payee_match_count")).toBe("1");
  });

  it.each([
    [
      "debt ratio",
      onBorrower("debt_asset_ratio"),
      { total_debt_cny: "6200000", total_assets_cny: "10000000" },
      "62.00",
    ],
    [
      "days of inventory",
      onBorrower("inventory_days"),
      { inventory_cny: "2400000", cost_of_sales_month_cny: "1600000" },
      "45",
    ],
    [
      "inflow against sales",
      onBorrower("inflow_share_of_sales"),
      { inflow_month_cny: "700000", sales_month_cny: "900000" },
      "77.78",
    ],
  ])("%s", (_, key, values, figure) => {
    const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [onBorrower(name), value]));
    expect(computed(key, given)).toBe(figure);
  });

  it("days of inventory against the last report, and heads in percent of the last count", () => {
    const now = {
      [onBorrower("inventory_cny")]: "2400000",
      [onBorrower("cost_of_sales_month_cny")]: "1600000",
      [onBorrower("headcount")]: "90",
    };
    const last = { [onBorrower("inventory_days")]: "20", [onBorrower("headcount")]: "120" };
    expect(computed(onBorrower("inventory_days_delta"), now, {}, last)).toBe("25");
    expect(computed(onBorrower("headcount_delta"), now, {}, last)).toBe("-25.00");
    expect(computed(onBorrower("headcount_delta"), now)).toBeUndefined();
  });

  it("backflow, and need against the limit", () => {
    expect(computed(onLoan("backflow_pct_7d"), { [onLoan("backflow_cny_7d")]: "900000" })).toBe("30.00");
    expect(computed(onLoan("need_vs_limit"), { [onLoan("need_cny")]: "4000000" })).toBe("0.80");
  });

  it("loan to value, of the value that is known or a new one", () => {
    const collateral = [{ collateralId: "C-1", name: "Hall", kind: "property" as const }];
    const key = "collateral:C-1/ltv";
    const form = formOf({ collateral });
    const { answers } = parseStep(
      form.steps.find(({ subject }) => subject === "collateral:C-1") ?? form.steps[0]!,
      {},
      { today },
    );
    expect(withDerived(form, answers, undefined)[key]?.value).toBe("75.00");
    expect(outOfRange(itemAt(form, key), { value: "75.00" }, {}, { today })?.level).toBe("yellow");
    const said = { "collateral:C-1/collateral_known": "no" };
    expect(computed(key, { "collateral:C-1/value_cny": "2500000" }, { collateral, said })).toBe("120.00");
  });

  it("debt service cover", () => {
    const loans = [aLoan({ product: "fixed_asset", phase: "operating" })];
    const values = { [onLoan("cash_for_debt_12m_cny")]: "1150000", [onLoan("debt_service_12m_cny")]: "1000000" };
    expect(computed(onLoan("dscr_forward_12m"), values, { loans })).toBe("1.15");
  });

  it("is nothing while a part is not answered, or would be divided by nothing", () => {
    expect(computed(onBorrower("debt_asset_ratio"), { [onBorrower("total_debt_cny")]: "1" })).toBeUndefined();
    const none = { [onBorrower("total_debt_cny")]: "1", [onBorrower("total_assets_cny")]: "0" };
    expect(computed(onBorrower("debt_asset_ratio"), none)).toBeUndefined();
  });

  it("cannot be typed: what somebody sends for it is not read, and it is never asked for", () => {
    const form = formOf();
    const step = form.steps.find(({ items }) => items.some(({ key }) => key === "debt_asset_ratio"));
    if (step === undefined) throw new Error("not asked");
    const key = onBorrower("debt_asset_ratio");
    expect(parseStep(step, { [key]: "12" }, { today }).answers[key]).toBeUndefined();
    expect(checkStep(step, {}, { today }).map(({ field }) => field)).not.toContain(key);
    expect(withDerived(form, answered({ [key]: "12" }), undefined)[key]).toBeUndefined();
  });
});

describe("what is known already", () => {
  const collateral = [{ collateralId: "C-1", name: "Hall", kind: "property" as const }];
  const known = "collateral:C-1/collateral_known";
  const at = (key: string, said = {}) => itemAt(formOf({ collateral, said }), `collateral:C-1/${key}`);

  it("is confirmed with one tick for the section, and counts as the answer", () => {
    expect(at("value_cny").given).toBe("4000000.00");
    expect(at("valued_at").given).toBe("2026-01-31");
    expect(itemsOf(formOf({ collateral })).filter(({ answerKey }) => answerKey === known)).toHaveLength(1);
  });

  it("is asked, with what was known, where it changed", () => {
    expect(at("value_cny", { [known]: "no" }).given).toBeUndefined();
    expect(at("value_cny", { [known]: "no" }).knownBefore).toBe("4000000.00");
  });

  it("is asked plainly where nothing is known", () => {
    expect(at("insured_to").given).toBeUndefined();
    expect(at("lien_rank").given).toBeUndefined();
    const carried = { "collateral:C-1/lien_rank": "1" };
    const form = aForm({ collateral, circumstances: circumstances({ carried }) });
    expect(itemAt(form, "collateral:C-1/lien_rank").given).toBe("1");
  });
});

describe("a repeating group", () => {
  const stepsOf = (said: Record<string, string[]> = {}) =>
    formOf({ said }).steps.filter(({ blockKey }) => blockKey === "wc_payees");

  it("begins without a row, and asks each row that was added once", () => {
    expect(stepsOf().map(({ items }) => items.length)).toEqual([1]);
    const steps = stepsOf({ [onLoan("wc_payees_rows")]: ["1", "3", "4"] });
    const keys = steps.flatMap(({ items }) => items.map(({ answerKey }) => answerKey));
    expect(keys.filter((key) => key.includes("payee_name"))).toEqual(
      ["#1", "#3", "#4"].map((row) => onLoan(`payee_name${row}`)),
    );
    expect(steps).toHaveLength(2);
    expect(steps[0]?.groups?.[0]).toMatchObject({ rows: [1, 3, 4], most: 20 });
  });

  it("wants each row filled in", () => {
    const [step] = stepsOf({ [onLoan("wc_payees_rows")]: ["1"] });
    if (step === undefined) throw new Error("not asked");
    expect(checkStep(step, {}, { today }).map(({ field }) => field)).toContain(onLoan("payee_name#1"));
  });
});
