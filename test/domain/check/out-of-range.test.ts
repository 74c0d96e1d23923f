/** The levels of the handbook's section 2.6, each at its border and one step beyond it; written by hand from the handbook. */
import { describe, expect, it } from "vitest";
import { highestLevel, outOfRange } from "../../../src/domain/check/out-of-range.ts";
import { thresholdText } from "../../../src/domain/check/spoken.ts";
import type { CheckSubject } from "../../../src/domain/check/types.ts";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import type { CollateralKind } from "../../../src/domain/templates/item.ts";
import type { Product } from "../../../src/domain/vocabulary.ts";
import { checks } from "../../../src/texts/checks.ts";
import { aForm, aFormAsking, aLoan, answered, itemAt, itemsOf, onLoan, today } from "./a-check.ts";

type Values = Readonly<Record<string, string>>;

interface Surroundings {
  readonly others?: Values;
  readonly last?: string;
  readonly daysSincePaidOut?: number;
  readonly collateral?: CollateralKind;
}

function levelOf(product: Product, key: string, value: string, around: Surroundings = {}): string {
  const form = aForm(aPortfolio(product, around));
  const item = itemsOf(form).find((one) => one.key === key);
  if (item === undefined) throw new Error(`${product} does not ask ${key}`);
  const beside = (name: string) => `${item.subject}/${name}`;
  const others = Object.entries({ ...around.others, [key]: value }).map(([name, other]) => [beside(name), other]);
  const last = around.last === undefined ? undefined : answered({ [item.answerKey]: around.last });
  const mark = outOfRange(item, { value }, answered(Object.fromEntries(others)), { today, last });
  return mark?.level ?? "in range";
}

function aPortfolio(product: Product, around: Surroundings): Partial<CheckSubject> {
  const kind = around.collateral ?? "property";
  return {
    loans: [aLoan({ product, disbursedOn: addDays(today, -(around.daysSincePaidOut ?? 365)) })],
    collateral: [{ collateralId: "C-1", name: "Collateral", kind }],
    guarantors: product === "working_capital" ? [{ guarantorId: "G-1", name: "Guarantor" }] : [],
  };
}

const plainBorders: readonly (readonly [Product, string, readonly (readonly [string, string])[]])[] = [
  [
    "working_capital",
    "use_verified_pct",
    [
      ["95", "in range"],
      ["94.99", "yellow"],
      ["80", "yellow"],
      ["79.99", "orange"],
    ],
  ],
  [
    "working_capital",
    "backflow_pct_7d",
    [
      ["9.99", "in range"],
      ["10", "yellow"],
      ["29.99", "yellow"],
      ["30", "orange"],
    ],
  ],
  [
    "working_capital",
    "payee_related_no_trade",
    [
      ["no", "in range"],
      ["yes", "orange"],
    ],
  ],
  [
    "working_capital",
    "inventory_days_delta",
    [
      ["19", "in range"],
      ["20", "yellow"],
      ["29", "yellow"],
      ["30", "orange"],
    ],
  ],
  [
    "working_capital",
    "ar_days_vs_industry",
    [
      ["19.99", "in range"],
      ["20", "yellow"],
      ["49.99", "yellow"],
      ["50", "orange"],
    ],
  ],
  [
    "working_capital",
    "ar_over_90d_pct",
    [
      ["10", "in range"],
      ["10.01", "yellow"],
      ["25", "yellow"],
      ["25.01", "orange"],
    ],
  ],
  [
    "working_capital",
    "debt_asset_ratio",
    [
      ["60", "in range"],
      ["60.01", "yellow"],
      ["70", "yellow"],
      ["70.01", "orange"],
    ],
  ],
  [
    "working_capital",
    "current_ratio",
    [
      ["1.5", "in range"],
      ["1.49", "yellow"],
      ["1", "yellow"],
      ["0.99", "orange"],
    ],
  ],
  [
    "working_capital",
    "quick_ratio",
    [
      ["1", "in range"],
      ["0.99", "yellow"],
      ["0.7", "yellow"],
      ["0.69", "orange"],
    ],
  ],
  [
    "working_capital",
    "interest_cover",
    [
      ["3", "in range"],
      ["2.99", "yellow"],
      ["1.5", "yellow"],
      ["1.49", "orange"],
      ["-2", "orange"],
    ],
  ],
  [
    "working_capital",
    "power_kwh_yoy",
    [
      ["-19.99", "in range"],
      ["-20", "yellow"],
      ["-39.99", "yellow"],
      ["-40", "orange"],
    ],
  ],
  [
    "working_capital",
    "vat_sales_gap",
    [
      ["10", "in range"],
      ["10.01", "yellow"],
      ["20", "yellow"],
      ["20.01", "orange"],
    ],
  ],
  [
    "working_capital",
    "headcount_delta",
    [
      ["-9.99", "in range"],
      ["-10", "yellow"],
      ["-19.99", "yellow"],
      ["-20", "orange"],
    ],
  ],
  [
    "working_capital",
    "wage_paid_pct",
    [
      ["100", "in range"],
      ["99.99", "yellow"],
      ["90", "yellow"],
      ["89.99", "orange"],
    ],
  ],
  [
    "working_capital",
    "other_lender_balance_delta",
    [
      ["29.99", "in range"],
      ["30", "yellow"],
      ["59.99", "yellow"],
      ["60", "orange"],
    ],
  ],
  [
    "working_capital",
    "need_vs_limit",
    [
      ["0.8", "in range"],
      ["0.79", "yellow"],
      ["0.5", "yellow"],
      ["0.49", "orange"],
      ["1.2", "in range"],
      ["1.21", "yellow"],
    ],
  ],
  [
    "working_capital",
    "guarantees_given_to_net_assets",
    [
      ["50", "in range"],
      ["50.01", "orange"],
    ],
  ],
  [
    "fixed_asset",
    "cost_vs_budget",
    [
      ["105", "in range"],
      ["105.01", "yellow"],
      ["110", "yellow"],
      ["110.01", "orange"],
    ],
  ],
  [
    "fixed_asset",
    "delay_days",
    [
      ["60", "in range"],
      ["61", "yellow"],
      ["180", "yellow"],
      ["181", "orange"],
    ],
  ],
  [
    "fixed_asset",
    "permits_expiring_90d",
    [
      ["0", "in range"],
      ["1", "yellow"],
    ],
  ],
  [
    "fixed_asset",
    "income_account_inflow",
    [
      ["80", "in range"],
      ["79.99", "yellow"],
      ["50", "yellow"],
      ["49.99", "orange"],
    ],
  ],
  [
    "fixed_asset",
    "dscr_forward_12m",
    [
      ["1.2", "in range"],
      ["1.19", "yellow"],
      ["1", "yellow"],
      ["0.99", "orange"],
    ],
  ],
  [
    "fixed_asset",
    "entrusted_pay_evidence_pct",
    [
      ["100", "in range"],
      ["99.99", "yellow"],
      ["90", "yellow"],
      ["89.99", "orange"],
    ],
  ],
  [
    "fixed_asset",
    "insurance_cover",
    [
      ["1.1", "in range"],
      ["1.09", "yellow"],
      ["1", "yellow"],
      ["0.99", "orange"],
    ],
  ],
  [
    "personal_business",
    "property_or_stock_flow_hits",
    [
      ["0", "in range"],
      ["1", "red"],
    ],
  ],
  [
    "personal_business",
    "shop_open",
    [
      ["yes", "in range"],
      ["no", "orange"],
    ],
  ],
  [
    "personal_business",
    "licence_valid",
    [
      ["valid", "in range"],
      ["expires_60d", "yellow"],
      ["expired", "orange"],
      ["revoked", "red"],
    ],
  ],
  [
    "personal_business",
    "owner_debt_service_ratio",
    [
      ["50", "in range"],
      ["50.01", "yellow"],
      ["70", "yellow"],
      ["70.01", "orange"],
    ],
  ],
  [
    "personal_business",
    "bureau_queries_6m",
    [
      ["6", "in range"],
      ["7", "yellow"],
    ],
  ],
  [
    "personal_business",
    "ltv",
    [
      ["70", "in range"],
      ["70.01", "yellow"],
      ["80", "yellow"],
      ["80.01", "orange"],
    ],
  ],
  [
    "personal_consumption",
    "forbidden_use",
    [
      ["no", "in range"],
      ["yes", "orange"],
    ],
  ],
  [
    "personal_consumption",
    "dsr",
    [
      ["50", "in range"],
      ["50.01", "yellow"],
      ["55", "yellow"],
      ["55.01", "orange"],
    ],
  ],
  [
    "personal_consumption",
    "employment_changed",
    [
      ["no", "in range"],
      ["yes", "yellow"],
    ],
  ],
  [
    "personal_consumption",
    "payroll_stopped",
    [
      ["1", "in range"],
      ["2", "orange"],
    ],
  ],
  [
    "personal_consumption",
    "dpd_max_12m",
    [
      ["0", "in range"],
      ["1", "yellow"],
      ["30", "yellow"],
      ["31", "orange"],
    ],
  ],
  [
    "personal_consumption",
    "dpd_1_7_count",
    [
      ["2", "in range"],
      ["3", "yellow"],
    ],
  ],
  [
    "personal_consumption",
    "bureau_new_loans_90d",
    [
      ["1", "in range"],
      ["2", "yellow"],
      ["3", "yellow"],
      ["4", "orange"],
    ],
  ],
  [
    "agricultural_household",
    "borrower_seen",
    [
      ["yes", "in range"],
      ["no", "yellow"],
    ],
  ],
  [
    "agricultural_household",
    "id_matches_user_of_funds",
    [
      ["yes", "in range"],
      ["no", "red"],
    ],
  ],
  [
    "agricultural_household",
    "disaster_loss_pct",
    [
      ["30", "in range"],
      ["30.01", "yellow"],
      ["50", "yellow"],
      ["50.01", "orange"],
    ],
  ],
  [
    "agricultural_household",
    "price_delta",
    [
      ["-19.99", "in range"],
      ["-20", "yellow"],
      ["-39.99", "yellow"],
      ["-40", "orange"],
    ],
  ],
  [
    "agricultural_household",
    "insurance_in_force",
    [
      ["in_force", "in range"],
      ["lapses_30d", "yellow"],
      ["lapsed", "orange"],
    ],
  ],
  [
    "agri_procurement",
    "stock_value_to_loan",
    [
      ["1.05", "in range"],
      ["1.04", "yellow"],
      ["1", "yellow"],
      ["0.99", "orange"],
    ],
  ],
  [
    "mortgage",
    "registration_done_days",
    [
      ["90", "in range"],
      ["91", "yellow"],
      ["180", "yellow"],
      ["181", "orange"],
    ],
  ],
  [
    "mortgage",
    "ltv_current",
    [
      ["70", "in range"],
      ["70.01", "yellow"],
      ["80", "yellow"],
      ["80.01", "orange"],
    ],
  ],
  [
    "mortgage",
    "value_delta",
    [
      ["-14.99", "in range"],
      ["-15", "yellow"],
      ["-24.99", "yellow"],
      ["-25", "orange"],
    ],
  ],
  [
    "mortgage",
    "dpd",
    [
      ["0", "in range"],
      ["1", "yellow"],
      ["30", "yellow"],
      ["31", "orange"],
    ],
  ],
  [
    "mortgage",
    "missed_instalments_12m",
    [
      ["1", "in range"],
      ["2", "yellow"],
      ["3", "orange"],
    ],
  ],
  [
    "mortgage",
    "dsr",
    [
      ["50", "in range"],
      ["50.01", "yellow"],
      ["55", "yellow"],
      ["55.01", "orange"],
    ],
  ],
  [
    "mortgage",
    "developer_status",
    [
      ["building", "in range"],
      ["stopped", "orange"],
    ],
  ],
  [
    "mortgage",
    "completion_delay_days",
    [
      ["90", "in range"],
      ["91", "yellow"],
      ["180", "yellow"],
      ["181", "orange"],
    ],
  ],
  [
    "mortgage",
    "occupancy",
    [
      ["own", "in range"],
      ["let_out", "yellow"],
    ],
  ],
  [
    "mortgage",
    "seizure",
    [
      ["no", "in range"],
      ["yes", "red"],
    ],
  ],
];

describe("an answer against the handbook's thresholds", () => {
  const rows = plainBorders.flatMap(([product, key, borders]) =>
    borders.map(([value, level]) => ({ product, key, value, level })),
  );

  it.each(rows)("$product: $key $value is $level", ({ product, key, value, level }) => {
    expect(levelOf(product, key, value)).toBe(level);
  });

  it.each([
    ["working_capital", "payee_match_count", "10", { payee_total: "10" }, "in range"],
    ["working_capital", "payee_match_count", "9", { payee_total: "10" }, "yellow"],
    ["working_capital", "inflow_month_cny", "700", { inflow_mean_3m_cny: "1000" }, "in range"],
    ["working_capital", "inflow_month_cny", "699.99", { inflow_mean_3m_cny: "1000" }, "yellow"],
    ["working_capital", "inflow_month_cny", "500", { inflow_mean_3m_cny: "1000" }, "yellow"],
    ["working_capital", "inflow_month_cny", "499.99", { inflow_mean_3m_cny: "1000" }, "orange"],
    ["fixed_asset", "drawn_pct", "40", { progress_pct: "40" }, "in range"],
    ["fixed_asset", "drawn_pct", "40.01", { progress_pct: "40" }, "yellow"],
    ["fixed_asset", "drawn_pct", "50", { progress_pct: "40" }, "yellow"],
    ["fixed_asset", "drawn_pct", "50.01", { progress_pct: "40" }, "orange"],
    ["fixed_asset", "capital_paid_pct", "30", { capital_agreed_pct: "30" }, "in range"],
    ["fixed_asset", "capital_paid_pct", "29.99", { capital_agreed_pct: "30" }, "yellow"],
    ["fixed_asset", "capital_paid_pct", "20", { capital_agreed_pct: "30" }, "orange"],
    ["fixed_asset", "permits_valid", "4", { permits_total: "4" }, "in range"],
    ["fixed_asset", "permits_valid", "3", { permits_total: "4" }, "orange"],
    ["fixed_asset", "contractor_claims_cny", "0", { project_cost_cny: "1000" }, "in range"],
    ["fixed_asset", "contractor_claims_cny", "0.01", { project_cost_cny: "1000" }, "yellow"],
    ["fixed_asset", "contractor_claims_cny", "20", { project_cost_cny: "1000" }, "yellow"],
    ["fixed_asset", "contractor_claims_cny", "20.01", { project_cost_cny: "1000" }, "orange"],
    ["personal_business", "monthly_turnover_cny", "80", { turnover_applied_cny: "100" }, "in range"],
    ["personal_business", "monthly_turnover_cny", "79.99", { turnover_applied_cny: "100" }, "yellow"],
    ["personal_business", "monthly_turnover_cny", "49.99", { turnover_applied_cny: "100" }, "orange"],
    ["agricultural_household", "planted_mu", "9", { planted_applied_mu: "10" }, "in range"],
    ["agricultural_household", "planted_mu", "8.99", { planted_applied_mu: "10" }, "yellow"],
    ["agricultural_household", "planted_mu", "6.99", { planted_applied_mu: "10" }, "orange"],
    ["agricultural_household", "herd_count", "69", { herd_applied: "100" }, "orange"],
    ["agricultural_household", "joint_guarantors_ok", "4", { joint_guarantors_total: "5" }, "yellow"],
    ["agricultural_household", "joint_guarantors_ok", "3", { joint_guarantors_total: "5" }, "orange"],
    ["agri_procurement", "stock_qty_tonnes", "990", { book_qty: "1000" }, "in range"],
    ["agri_procurement", "stock_qty_tonnes", "989.999", { book_qty: "1000" }, "yellow"],
    ["agri_procurement", "stock_qty_tonnes", "969.999", { book_qty: "1000" }, "orange"],
    ["agri_procurement", "stock_qty_tonnes", "1010.001", { book_qty: "1000" }, "yellow"],
    ["agri_procurement", "stock_qty_tonnes", "1030.001", { book_qty: "1000" }, "orange"],
    ["agri_procurement", "sale_proceeds_returned_pct", "99", { sale_proceeds_days: "10" }, "in range"],
    ["agri_procurement", "sale_proceeds_returned_pct", "99", { sale_proceeds_days: "11" }, "yellow"],
    ["agri_procurement", "sale_proceeds_returned_pct", "89", { sale_proceeds_days: "20" }, "yellow"],
    ["agri_procurement", "sale_proceeds_returned_pct", "89", { sale_proceeds_days: "21" }, "orange"],
  ] as const)("%s: %s %s with %j is %s", (product, key, value, others, level) => {
    expect(levelOf(product, key, value, { others })).toBe(level);
  });

  it.each([
    ["working_capital", "sales_yoy", "-14.99", undefined, "in range"],
    ["working_capital", "sales_yoy", "-15", undefined, "yellow"],
    ["working_capital", "sales_yoy", "-20", undefined, "yellow"],
    ["working_capital", "sales_yoy", "-20", "-19.99", "yellow"],
    ["working_capital", "sales_yoy", "-20", "-20", "orange"],
    ["working_capital", "value_cny", "85.01", "100", "in range"],
    ["working_capital", "value_cny", "85", "100", "yellow"],
    ["working_capital", "value_cny", "75", "100", "red"],
    ["working_capital", "cooperation", "none", "full", "yellow"],
    ["working_capital", "cooperation", "none", "none", "orange"],
    ["personal_business", "other_loans_n", "3", "2", "in range"],
    ["personal_business", "other_loans_n", "4", "2", "yellow"],
    ["personal_business", "other_loans_n", "6", "2", "orange"],
    ["personal_business", "inventory_cny", "70.01", "100", "in range"],
    ["personal_business", "inventory_cny", "70", "100", "yellow"],
    ["personal_business", "inventory_cny", "40", "100", "orange"],
    ["personal_business", "inventory_cny", "40", undefined, "in range"],
  ] as const)("%s: %s %s after %s in the last report is %s", (product, key, value, last, level) => {
    expect(levelOf(product, key, value, { last })).toBe(level);
  });

  it.each([
    ["personal_business", "use_verified_pct", "94.99", 89, "in range"],
    ["personal_business", "use_verified_pct", "94.99", 90, "yellow"],
    ["personal_business", "use_verified_pct", "79.99", 90, "orange"],
    ["personal_consumption", "use_evidence", "99.99", 59, "in range"],
    ["personal_consumption", "use_evidence", "99.99", 60, "yellow"],
    ["personal_consumption", "use_evidence", "100", 60, "in range"],
  ] as const)(
    "%s: %s %s, %i days after the money was paid out, is %s",
    (product, key, value, daysSincePaidOut, level) => {
      expect(levelOf(product, key, value, { daysSincePaidOut })).toBe(level);
    },
  );

  it.each([
    ["personal_business", "rent_paid_to", -59, "in range"],
    ["personal_business", "rent_paid_to", -60, "orange"],
    ["working_capital", "insured_to", 31, "in range"],
    ["working_capital", "insured_to", 30, "yellow"],
    ["working_capital", "valued_at", -365, "in range"],
    ["working_capital", "valued_at", -366, "yellow"],
  ] as const)("%s: %s %i days from today is %s", (product, key, days, level) => {
    expect(levelOf(product, key, addDays(today, days))).toBe(level);
  });

  it.each([
    ["property", "70", "80"],
    ["land", "60", "70"],
    ["equipment", "50", "60"],
    ["receivables", "80", "90"],
    ["stock", "60", "70"],
  ] as const)("loan to value of %s is yellow above %s and orange above %s", (collateral, cap, plusTen) => {
    expect(levelOf("working_capital", "ltv", cap, { collateral })).toBe("in range");
    expect(levelOf("working_capital", "ltv", `${cap}.01`, { collateral })).toBe("yellow");
    expect(levelOf("working_capital", "ltv", plusTen, { collateral })).toBe("yellow");
    expect(levelOf("working_capital", "ltv", `${plusTen}.01`, { collateral })).toBe("orange");
  });

  it.each([
    ["equipment", "newness", "50", "in range"],
    ["equipment", "newness", "49.99", "yellow"],
    ["equipment", "newness", "39.99", "orange"],
  ] as const)("%s of %s %s is %s", (collateral, key, value, level) => {
    expect(levelOf("working_capital", key, value, { collateral })).toBe(level);
  });

  it("a guarantor's debts weigh from 65 %, the borrower's own from 60 %", () => {
    const form = aForm(aPortfolio("working_capital", {}));
    const levels = ["60.01", "65", "65.01", "70.01"].map(
      (value) => outOfRange(itemAt(form, "guarantor:G-1/debt_asset_ratio"), { value }, {}, { today })?.level,
    );
    expect(levels).toEqual([undefined, undefined, "yellow", "orange"]);
  });

  it("a threshold that compares with what nobody answered stays silent", () => {
    expect(levelOf("fixed_asset", "drawn_pct", "90")).toBe("in range");
    expect(levelOf("working_capital", "inflow_month_cny", "1", { others: { inflow_mean_3m_cny: "0" } })).toBe(
      "in range",
    );
  });
});

describe("the highest level of a report", () => {
  const form = aFormAsking(
    { key: "a", type: "number", unit: "count", scale: 0, thresholds: { yellow: { gt: "1" }, orange: { gt: "5" } } },
    { key: "b", type: "yes_no", thresholds: { red: { in: ["yes"] } } },
  );

  it.each([
    ["1", "no", undefined],
    ["2", "no", "yellow"],
    ["6", "no", "orange"],
    ["2", "yes", "red"],
  ])("with %s and %s is %s", (a, b, level) => {
    expect(highestLevel(form, answered({ [onLoan("a")]: a, [onLoan("b")]: b }), { today })).toBe(level);
  });
});

describe("the threshold that was crossed, in words", () => {
  const say = (key: string, values: Readonly<Record<string, string | number>>) => {
    const text = Object.entries(checks.en).find(([name]) => name === key)?.[1] ?? key;
    return Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, String(value)), text);
  };

  it.each([
    ["borrower/debt_asset_ratio", "71", {}, "> 70%"],
    ["borrower/sales_yoy", "-16", {}, "≤ -15%"],
    [
      "borrower/inflow_month_cny",
      "1",
      { "borrower/inflow_mean_3m_cny": "10" },
      "< 50% of: Mean monthly inflow of the last 3 months",
    ],
    [onLoan("payee_match_count"), "1", { [onLoan("payee_total")]: "2" }, "< 0 against: Payees in total"],
    [onLoan("payee_related_no_trade"), "yes", {}, "Yes"],
    ["borrower/cooperation", "none", {}, "None"],
    ["collateral:C-1/insured_to", "2026-07-10", {}, "≤ 30 d from today"],
  ])("%s %s reads well", (key, value, others, words) => {
    const form = aForm({ collateral: [{ collateralId: "C-1", name: "C", kind: "property" }] });
    const item = itemAt(form, key);
    const mark = outOfRange(item, { value }, answered(others), { today: isoDate("2026-06-30") });
    expect(mark && thresholdText(mark, item, form, "en", say)).toBe(words);
  });
});
