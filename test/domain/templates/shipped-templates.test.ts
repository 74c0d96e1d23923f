import * as OpenCC from "opencc-js";
import { describe, expect, it } from "vitest";
import type { Template } from "../../../src/domain/templates/template.ts";
import { LANGUAGES, PRODUCTS, type Sentences } from "../../../src/domain/vocabulary.ts";
import { shippedTemplates } from "./shipped-templates.ts";

const bank = shippedTemplates("cn-bank");
const micro = shippedTemplates("cn-microloan");
const itemsOf = (template: Template) => template.blocks.flatMap((block) => block.items);
const everyItem = [...bank, ...micro].flatMap((template) =>
  itemsOf(template).map((item) => ({ ...item, where: `${template.id}/${item.key}`, item })),
);

/** Copied by hand from the handbook's section 2.6; risks and measures are steps of their own, opened by `risks_found`. */
const HANDBOOK: Readonly<Record<string, readonly string[]>> = {
  working_capital:
    `use_verified_pct payee_match_count payee_total backflow_pct_7d inflow_month_cny inflow_share_of_sales
    sales_yoy inventory_cny inventory_days_delta receivables_cny ar_days_vs_industry ar_over_90d_pct debt_asset_ratio
    current_ratio quick_ratio interest_cover power_kwh_yoy vat_sales_gap headcount_delta wage_paid_pct
    other_lender_balance_delta need_vs_limit`.split(/\s+/u),
  fixed_asset: `progress_pct drawn_pct capital_paid_pct cost_vs_budget delay_days permits_valid income_account_inflow
    dscr_forward_12m entrusted_pay_evidence_pct contractor_claims_cny insurance_cover`.split(/\s+/u),
  personal_business: `use_verified_pct purpose_evidence property_or_stock_flow_hits shop_open licence_valid
    monthly_turnover_cny owner_debt_service_ratio bureau_queries_6m other_loans_n inventory_cny rent_paid_to`.split(
    /\s+/u,
  ),
  personal_consumption: `use_evidence income_month_cny dsr employment_changed payroll_stopped dpd_max_12m dpd_1_7_count
    bureau_new_loans_90d`.split(/\s+/u),
  agricultural_household: `borrower_seen id_matches_user_of_funds planted_mu herd_count crop_stage disaster_loss_pct
    price_delta insurance_in_force subsidy_received household_income_est joint_guarantors_ok`.split(/\s+/u),
  agri_procurement: "stock_qty_tonnes book_qty stock_value_to_loan sale_proceeds_returned_pct sale_proceeds_days".split(
    " ",
  ),
  mortgage: `registration_done_days ltv_current value_delta dpd missed_instalments_12m dsr developer_status
    completion_delay_days occupancy second_charge seizure`.split(/\s+/u),
  every_report: `visit_mode visited_on inspectors met_person cooperation photos borrower_statement seen_not_told
    previous_fixes_done previous_fixes_total customer_need risks_found no_risk_because proposed_tier conclusion value_cny valued_at ltv
    insured_to registered_to condition lien_rank obligor_rating ageing newness debt_asset_ratio
    guarantees_given_to_net_assets dpd rating_change`.split(/\s+/u),
  weekly_track: ["contact", "change", "next_step"],
  contact_note: ["contact", "change", "next_step"],
};

describe("the templates that ship for a bank", () => {
  it.each(Object.entries(HANDBOOK))("%s asks everything the handbook asks", (id, keys) => {
    const asked = bank.filter((template) => template.id === id).flatMap(itemsOf);
    expect(asked.map((item) => item.key)).toEqual(expect.arrayContaining([...keys]));
  });

  it("leave no product of the bank without questions of its own", () => {
    for (const product of PRODUCTS.filter((one) => one !== "microloan")) {
      expect(
        bank.filter((template) => template.products.length === 1 && template.products[0] === product),
      ).toHaveLength(1);
    }
  });
});

describe("the templates that ship for a micro-loan company", () => {
  it("ask about the business what a bank asks of a sole trader", () => {
    const personal = bank.find((template) => template.id === "personal_business");
    const microloan = micro.find((template) => template.id === "microloan");
    expect(microloan?.products).toEqual(["microloan"]);
    expect(microloan?.blocks).toEqual(personal?.blocks);
  });
});

describe("each question that ships", () => {
  it.each(everyItem)("$where says what and why in three languages, with a unit where it is a number", ({ item }) => {
    const sentences: Sentences[] = [item.label, item.why, ...(item.options ?? []).map((option) => option.label)];
    for (const sentence of sentences) {
      for (const language of LANGUAGES) expect(sentence[language].trim()).not.toBe("");
      expect(sentence["zh-Hans"]).toMatch(/\p{Script=Han}/u);
      expect(sentence.en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(item.why.en).not.toMatch(/\n/u);
    expect(item.why.en.length).toBeLessThanOrEqual(120);
    expect(item.unit !== undefined).toBe(item.type === "number");
  });

  it.each(everyItem)(
    "$where waits for legal review exactly where only general knowledge stands behind it",
    ({ item }) => {
      expect(item.needs_legal_review).toBe(item.source.includes("G"));
    },
  );

  it("waits for legal review where the handbook marks it [G]", () => {
    const waiting = new Set(everyItem.filter((one) => one.needs_legal_review).map((one) => one.key));
    expect([...waiting].sort()).toEqual([
      "borrower_seen",
      "dsr",
      "id_matches_user_of_funds",
      "owner_debt_service_ratio",
      "stock_value_to_loan",
    ]);
  });

  it("holds no simplified-only character in its traditional words", () => {
    const toTraditional = OpenCC.Converter({ from: "cn", to: "t" });
    const toSimplified = OpenCC.Converter({ from: "t", to: "cn" });
    const isSimplifiedOnly = (sign: string) => toTraditional(sign) !== sign && toSimplified(sign) === sign;
    const words = everyItem.flatMap(({ item }) => [
      item.label,
      item.why,
      ...(item.options ?? []).map((one) => one.label),
    ]);
    const titles = [...bank, ...micro].flatMap((template) => template.blocks.map((block) => block.title));
    const found = [...words, ...titles]
      .map((sentence) => sentence["zh-Hant"])
      .filter((text) => [...text].some((sign) => isSimplifiedOnly(sign)));
    expect(found).toEqual([]);
  });
});
