/** The handbook's section 2.4, line by line: both sides of every threshold of the shipped bank catalogue. */
import { describe, expect, it } from "vitest";
import type { Observed } from "../../../src/domain/signals/observed.ts";
import { fact, judged, said, shippedPolicy } from "./facts.ts";

const bank = shippedPolicy("cn-bank");
const microloan = shippedPolicy("cn-microloan");

type Line = readonly [facts: readonly Observed[], expected: string, sinceDays?: number];

const one = (key: string, ...values: readonly (readonly [number | boolean | string, string])[]): Line[] =>
  values.map(([value, expected]) => [[fact(key, value)], expected]);
const two = (key: string, then: number, now: number, daysAgo: number): Observed[] => [
  fact(key, then, daysAgo),
  fact(key, now),
];
const pair = (key: string, value: number, other: string, otherValue: number): Observed[] => [
  fact(key, value),
  fact(other, otherValue),
];
const payments = (count: number, yuan: number, daysApart: number, payee = "payee A"): Observed[] =>
  Array.from({ length: count }, (_, at) => fact("payment_to_payee_cny", yuan, at * daysApart, { reference: payee }));
const episodes = (...daysAgo: number[]): Observed[] => daysAgo.map((ago) => fact("overdue_episode_days", 3, ago));

const CATALOGUE: Readonly<Record<string, readonly Line[]>> = {
  "FIN-01": [
    ...one("sales_yoy", [-14.99, "none"], [-15, "watch"], [-19.99, "watch"], [-20, "yellow"], [-39.99, "yellow"]),
    ...one("sales_yoy", [-40, "orange"]),
    [two("sales_yoy", -1, -1, 91), "yellow"],
    [two("sales_yoy", 0, -1, 91), "none"],
    // A quarter between the two without a figure.
    [two("sales_yoy", -1, -1, 182), "none"],
  ],
  "FIN-02": [
    [two("operating_cash_flow_cny", -1, -1, 91), "orange"],
    [two("operating_cash_flow_cny", -1, 0, 91), "none"],
    [[fact("operating_cash_flow_cny", -1)], "none"],
  ],
  "FIN-03": [
    ...one("debt_asset_ratio", [60, "none"], [60.01, "watch"], [70, "watch"], [70.01, "yellow"]),
    [two("debt_asset_ratio", 70, 70.01, 91), "orange"],
    [two("debt_asset_ratio", 71, 70.01, 91), "yellow"],
    [two("debt_asset_ratio", 70.01, 70.01, 91), "yellow"],
  ],
  "FIN-04": [
    ...one("interest_cover", [1.5, "none"], [1.49, "orange"]),
    [two("interest_cover", 0.99, 0.99, 91), "red"],
    [two("interest_cover", 1, 0.99, 91), "orange"],
  ],
  "FIN-05": [
    ...one("current_ratio", [1.5, "none"], [1.49, "watch"], [1, "watch"], [0.99, "yellow"]),
    ...one("quick_ratio", [1, "none"], [0.99, "watch"], [0.7, "watch"], [0.69, "yellow"]),
  ],
  "FIN-06": one("ar_days_vs_industry", [19.9, "none"], [20, "watch"], [49.9, "watch"], [50, "orange"]),
  "FIN-07": one("inventory_days_delta", [19, "none"], [20, "watch"], [29, "watch"], [30, "yellow"]),
  "FIN-08": one("vat_sales_gap", [20, "none"], [20.1, "orange"], [50, "orange"], [50.1, "red"]),
  "FIN-09": one("dscr_forward_12m", [1.2, "none"], [1.19, "yellow"], [1, "yellow"], [0.99, "orange"]),
  "FIN-10": one("statement_late_days", [30, "none"], [31, "yellow"]),
  "FIN-11": [
    [two("short_term_debt_cny", 1000, 1299, 92), "none"],
    [two("short_term_debt_cny", 1000, 1300, 92), "yellow"],
    // A year before is no quarter before.
    [two("short_term_debt_cny", 1000, 1300, 365), "none"],
  ],
  "OPS-01": [
    [two("orders_month_cny", 1000, 801, 365), "none"],
    [two("orders_month_cny", 1000, 800, 365), "yellow"],
    [two("orders_month_cny", 1000, 701, 365), "yellow"],
    [two("orders_month_cny", 1000, 700, 365), "orange"],
  ],
  "OPS-02": one("utilisation_pct", [70, "none"], [69.9, "yellow"], [50, "yellow"], [49.9, "orange"]),
  "OPS-03": one("top5_customers_changed", [1, "none"], [2, "watch"], [3, "yellow"]),
  "OPS-04": [
    ...one("headcount_delta", [-9.9, "none"], [-10, "yellow"], [-19.9, "yellow"], [-20, "orange"]),
    ...one("key_executive_gone", [false, "none"], [true, "orange"]),
  ],
  "OPS-05": one("power_kwh_yoy", [-19.9, "none"], [-20, "yellow"], [-39.9, "yellow"], [-40, "orange"]),
  "OPS-06": [
    ...one("tax_paid_yoy", [-29.9, "none"], [-30, "yellow"]),
    ...one("tax_arrears_notice", [false, "none"], [true, "orange"]),
  ],
  "OPS-07": [
    [pair("wages_paid_cny", 90, "wages_payable_cny", 100), "none"],
    [pair("wages_paid_cny", 89.9, "wages_payable_cny", 100), "yellow"],
    [pair("wages_paid_cny", 0, "wages_payable_cny", 0), "none"],
    ...one("wages_late_months", [1, "none"], [2, "orange"]),
  ],
  "OPS-08": one("site_abnormal", [false, "none"], [true, "orange"]),
  "OPS-09": one("main_line_stopped_days", [30, "none"], [31, "orange"], [90, "orange"], [91, "red"]),
  "OPS-10": one("licence_revoked", [false, "none"], [true, "red"]),
  "OPS-11": [...one("safety_penalty", [false, "none"], [true, "yellow"]), ...one("stop_order", [true, "orange"])],
  "FND-01": [
    ...one("use_differs", [false, "none"], [true, "orange"]),
    ...one("use_correction_refused", [false, "none"], [true, "red"]),
  ],
  "FND-02": [
    ...one("backflow_pct_7d", [29.9, "none"], [30, "orange"]),
    ...one("repaid_by_own_loan", [false, "none"], [true, "red"]),
  ],
  "FND-03": [
    ...one("forbidden_use", [false, "none"], [true, "red"]),
    ...one("property_or_stock_flow_hits", [0, "none"], [1, "red"]),
  ],
  "FND-04": [
    [payments(3, 4_000_000, 29), "orange"],
    [payments(2, 9_000_000, 29), "none"],
    // Together not more than the limit.
    [payments(2, 3_000_000, 1).concat(payments(1, 4_000_000, 1)), "none"],
    // The third is 60 days back.
    [payments(3, 4_000_000, 30), "none"],
    // Not to one payee.
    [payments(2, 6_000_000, 1).concat(payments(1, 6_000_000, 1, "payee B")), "none"],
    // Above the limit a payment goes the entrusted way anyway.
    [payments(3, 11_000_000, 1), "none"],
  ],
  "FND-05": [
    [[fact("use_verified_pct", 95)], "none"],
    [[fact("use_verified_pct", 94.9)], "yellow", 59],
    [[fact("use_verified_pct", 94.9)], "orange", 60],
  ],
  "FND-06": [
    [pair("drawn_pct", 60, "progress_pct", 50), "none"],
    [pair("drawn_pct", 60.1, "progress_pct", 50), "orange"],
  ],
  "FND-07": [
    [pair("capital_agreed_pct", 30, "capital_paid_pct", 30), "none"],
    [pair("capital_agreed_pct", 30, "capital_paid_pct", 29.9), "orange"],
  ],
  "ACC-01": [
    [pair("inflow_month_cny", 700, "inflow_mean_3m_cny", 1000), "none"],
    [pair("inflow_month_cny", 699, "inflow_mean_3m_cny", 1000), "yellow"],
    [pair("inflow_share_of_sales", 40, "loan_share_pct", 40), "none"],
    [pair("inflow_share_of_sales", 39.9, "loan_share_pct", 40), "yellow"],
  ],
  "ACC-02": one("account_frozen", [false, "none"], [true, "red"]),
  "BHV-01": one(
    "days_past_due",
    [0, "none"],
    [1, "yellow"],
    [30, "yellow"],
    [31, "orange"],
    [90, "orange"],
    [91, "red"],
  ),
  "BHV-02": [
    [episodes(1, 100, 364), "yellow"],
    [episodes(1, 100), "none"],
    [episodes(1, 100, 365), "none"],
    [[fact("overdue_episode_days", 8, 1), ...episodes(100, 200)], "none"],
    ...one("dpd_1_7_count", [2, "none"], [3, "yellow"]),
  ],
  "BHV-03": [
    ...one("cooperation", ["partial", "none"], ["none", "yellow"]),
    [[fact("cooperation", "none", 90), fact("cooperation", "none")], "orange"],
    [[fact("cooperation", "none", 90), fact("cooperation", "full", 30), fact("cooperation", "none")], "yellow"],
  ],
  "BHV-04": one("covenant_uncured_days", [30, "none"], [31, "orange"]),
  "CRD-01": [
    ...one("other_lender_overdue_days", [90, "none"], [91, "red"]),
    ...one("bureau_overdue_in_a_row", [2, "none"], [3, "red"]),
  ],
  "CRD-02": one("bureau_queries_6m", [6, "none"], [7, "yellow"]),
  "CRD-03": [
    ...one("enforced_debtor", [false, "none"], [true, "yellow"]),
    ...one("enforced_amount_cny", [1_000_000, "none"], ["1000000.01", "orange"]),
  ],
  "CRD-04": one("dishonest_list", [false, "none"], [true, "red"]),
  "CRD-05": [
    [pair("lawsuits_defendant_cny", 30, "net_assets_cny", 100), "none"],
    [pair("lawsuits_defendant_cny", 30.1, "net_assets_cny", 100), "orange"],
    [pair("lawsuits_defendant_cny", 50, "net_assets_cny", 100), "orange"],
    [pair("lawsuits_defendant_cny", 50.1, "net_assets_cny", 100), "red"],
  ],
  "CRD-06": one("shares_frozen_pct", [50, "none"], [50.1, "orange"]),
  "CRD-07": [
    ...one("default_elsewhere", [false, "none"], [true, "orange"]),
    ...one("default_amount_cny", [5_000_000, "none"], ["5000000.01", "red"]),
  ],
  "CRD-08": one("rating_days_left", [31, "none"], [30, "yellow"], [0, "yellow"], [-1, "orange"]),
  "GUA-01": [
    [two("value_cny", 1000, 901, 365), "none"],
    [two("value_cny", 1000, 900, 365), "watch"],
    [two("value_cny", 1000, 851, 365), "watch"],
    [two("value_cny", 1000, 850, 365), "yellow"],
    [two("value_cny", 1000, 751, 365), "yellow"],
    [two("value_cny", 1000, 750, 365), "red"],
  ],
  "GUA-02": [
    [pair("ltv", 70, "ltv_cap_pct", 70), "none"],
    [pair("ltv", 70.1, "ltv_cap_pct", 70), "yellow"],
    [pair("ltv", 80, "ltv_cap_pct", 70), "yellow"],
    [pair("ltv", 80.1, "ltv_cap_pct", 70), "orange"],
  ],
  "GUA-03": one("collateral_seized", [false, "none"], [true, "red"]),
  "GUA-04": [
    ...one("debt_asset_ratio", [70, "none"], [70.1, "orange"]),
    ...one("dpd", [0, "none"], [1, "orange"]),
    ...one("rating_change", ["same", "none"], ["down", "orange"]),
  ],
  "GUA-05": one("guarantees_given_to_net_assets", [50, "none"], [50.1, "orange"]),
  "GUA-06": [
    ...one("insurance_days_left", [31, "none"], [30, "yellow"]).map(([facts, expected]): Line => [facts, expected, 1]),
    [[fact("value_cny", 1, 365)], "none"],
    [[fact("value_cny", 1, 366)], "yellow"],
  ],
  "GUA-07": [
    ...one("cover_ratio", [1.2, "none"], [1.19, "yellow"]),
    ...one("disposal_months", [12, "none"], [13, "yellow"]),
  ],
  "EXT-01": one("industry_restricted", [false, "none"], [true, "orange"]),
  "EXT-02": [
    ...one("abnormal_operation", [false, "none"], [true, "yellow"]),
    ...one("abnormal_operation_months", [6, "none"], [7, "orange"]),
  ],
  "EXT-03": one("press", ["minor", "yellow"], ["major", "orange"]),
  "EXT-04": [
    ...one("disaster_loss_pct", [30, "none"], [30.1, "yellow"], [50, "yellow"], [50.1, "orange"]),
    ...one("price_delta", [-19.9, "none"], [-20, "yellow"]),
  ],
  "INT-01": [
    ...one("controller_changed", [false, "none"], [true, "orange"]),
    ...one("controller_unreachable", [true, "orange"]),
    ...one("controller_unreachable_days", [15, "none"], [16, "red"]),
  ],
  "INT-02": one("criminal_case", [false, "none"], [true, "red"]),
  "INT-03": one("false_documents", ["suspected", "orange"], ["proven", "red"]),
  "INT-04": one("private_borrowing", [false, "none"], [true, "orange"]),
  "INT-05": one("illegal_fund_raising", [false, "none"], [true, "red"]),
  "INT-06": one("nominee_loan", [false, "none"], [true, "red"]),
  "PRC-01": one("inspection_late_working_days", [3, "none"], [4, "yellow"], [10, "yellow"], [11, "orange"]),
  "PRC-02": one("confirmed_copy", [false, "none"], [true, "yellow"]),
  "PRC-03": [
    ...one("evidence_reused", [false, "none"], [true, "orange"]),
    ...one("confirmation_before_visit", [true, "orange"]),
  ],
  "PRC-05": one("audit_finding", ["closed", "none"], ["minor", "yellow"], ["major", "orange"]),
  "PRC-04": [
    [[fact("action", true, 89)], "none"],
    [[fact("action", true, 90)], "yellow"],
    [[fact("action", true, 179)], "yellow"],
    [[fact("action", true, 180)], "orange"],
    // Nothing was ever recorded: counted from when the loan was taken on.
    [[], "none", 89],
    [[], "yellow", 90],
  ],
};

it("has both sides of every code of the catalogue here", () => {
  expect(Object.keys(CATALOGUE).sort()).toEqual(Object.keys(bank.signals.catalogue).sort());
});

describe.each(Object.entries(CATALOGUE))("%s", (code, lines) => {
  it.each(lines.map((line, at) => [at + 1, ...line] as const))("line %i", (_at, facts, expected, sinceDays) => {
    expect(said(judged(bank, code, facts, sinceDays))).toBe(expected);
  });
});

it("fires every trigger of the catalogue somewhere above", () => {
  const fired = Object.entries(CATALOGUE).flatMap(([code, lines]) =>
    lines.flatMap(([facts, , sinceDays]) =>
      judged(bank, code, facts, sinceDays)
        .triggers.filter((one) => one.fired)
        .map(({ trigger }) => `${code} ${JSON.stringify(trigger)}`),
    ),
  );
  const all = Object.entries(bank.signals.catalogue).flatMap(([code, { triggers }]) =>
    triggers.map((trigger) => `${code} ${JSON.stringify(trigger)}`),
  );
  expect(all.filter((one) => !fired.includes(one))).toEqual([]);
});

describe("veto conditions P1 to P6", () => {
  it.each([
    ["P1 money not corrected", "FND-01", [fact("use_correction_refused", true)], true],
    ["P1 forbidden field", "FND-03", [fact("forbidden_use", true)], true],
    ["P2 lawsuits", "CRD-05", [fact("lawsuits_defendant_cny", 51), fact("net_assets_cny", 100)], true],
    ["P3 controller lost", "INT-01", [fact("controller_unreachable_days", 16)], true],
    ["P3 jailed", "INT-02", [fact("criminal_case", true)], true],
    ["P4 collateral seized", "GUA-03", [fact("collateral_seized", true)], true],
    ["P5 cross default", "CRD-01", [fact("other_lender_overdue_days", 91)], true],
    ["P6 business stopped", "OPS-09", [fact("main_line_stopped_days", 91)], true],
    ["not yet stopped for good", "OPS-09", [fact("main_line_stopped_days", 31)], false],
    ["red without a veto", "ACC-02", [fact("account_frozen", true)], false],
  ])("%s", (_name, code, facts, isVeto) => {
    expect(judged(bank, code, facts).isVeto).toBe(isVeto);
  });
});

it("is the same rule in the micro-loan profile, where it has the code", () => {
  const differs = Object.entries(microloan.signals.catalogue).filter(
    ([code, rule]) => JSON.stringify(rule) !== JSON.stringify(bank.signals.catalogue[code]),
  );
  expect(differs.map(([code]) => code)).toEqual([]);
  expect(Object.keys(microloan.signals.catalogue)).toHaveLength(56);
});
