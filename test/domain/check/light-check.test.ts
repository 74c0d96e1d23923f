/** The promise to the officer of a small borrower in good standing, counted for every product (issue: 12 typed and 4 that rotate). */
import { describe, expect, it } from "vitest";
import { isAsked } from "../../../src/domain/check/asked.ts";
import { checkForm } from "../../../src/domain/check/check-form.ts";
import { unaskedAfter } from "../../../src/domain/check/rotation.ts";
import type { CheckForm, CheckSubject, FormItem } from "../../../src/domain/check/types.ts";
import { type CustomerType, PRODUCTS, type Product } from "../../../src/domain/vocabulary.ts";
import { shippedTemplates } from "../templates/shipped-templates.ts";
import { aLoan, aSubject, circumstances, itemsOf } from "./a-check.ts";

const TYPED = 12;
const ROTATING = 4;
const LONGEST = 4;
const CUSTOMERS: Readonly<Record<Product, CustomerType>> = {
  working_capital: "mse",
  fixed_asset: "mse",
  personal_business: "sole_trader",
  personal_consumption: "individual",
  agricultural_household: "farm_household",
  agri_procurement: "corporate",
  mortgage: "individual",
  microloan: "sole_trader",
};

/** The keyboard is needed; a choice, a date or a tick is a tap. The inspectors stand there already. */
const isTyped = (item: FormItem) =>
  isAsked(item) && ["number", "text", "people"].includes(item.type) && item.key !== "inspectors";
const isTap = (item: FormItem) => isAsked(item) && !isTyped(item) && item.type !== "evidence";

const lastReport = {
  "collateral:C-1/registered_to": "2030-01-01",
  "collateral:C-1/lien_rank": "1",
  "borrower/turnover_applied_cny": "200000",
  "borrower/planted_applied_mu": "12",
  "borrower/herd_applied": "40",
  "loan:L-1/capital_agreed_pct": "30",
  "loan:L-1/project_budget_cny": "900000",
  "loan:L-1/permits_total": "4",
  "loan:L-1/joint_guarantors_total": "3",
};

const templates = { bank: shippedTemplates("cn-bank"), microloan: shippedTemplates("cn-microloan") };

function smallCheck(product: Product, mode: "on_site" | "off_site", unaskedFor: Record<string, number>): CheckForm {
  const value = { collateral_value_cny: "1500000.00" };
  const facts = {
    "loan:L-1": { drawn_cny: "800000.00", limit_cny: "1000000.00", ...value },
    "collateral:C-1": { ...value, secured_cny: "800000.00", valued_on: "2026-01-31", insured_until: "2027-01-31" },
  };
  const subject: CheckSubject = aSubject({
    mode,
    customerType: CUSTOMERS[product],
    loans: [aLoan({ product, phase: "building" })],
    collateral: [{ collateralId: "C-1", name: "Hall", kind: "property", loanIds: ["L-1"] }],
    guarantors: [{ guarantorId: "G-1", name: "Hua" }],
    circumstances: circumstances({ light: true, unaskedFor, facts, carried: lastReport }),
  });
  return checkForm(product === "microloan" ? templates.microloan : templates.bank, subject);
}

describe.each(PRODUCTS)("a small routine check of %s", (product) => {
  it.each(["on_site", "off_site"] as const)("%s: at most 12 typed answers, and 4 that rotate", (mode) => {
    let unaskedFor: Record<string, number> = {};
    for (let check = 0; check < 12; check += 1) {
      const form = smallCheck(product, mode, unaskedFor);
      const asked = itemsOf(form);
      const rotating = asked.filter(({ rotates }) => rotates !== undefined);
      const always = asked.filter((item) => item.rotates === undefined && isTyped(item));
      expect(always.map(({ key }) => key).slice(TYPED)).toEqual([]);
      expect(rotating.map(({ key }) => key).slice(ROTATING)).toEqual([]);
      unaskedFor = unaskedAfter(unaskedFor, rotating, form.passedOver);
      expect(Object.entries(unaskedFor).filter(([, checks]) => checks > LONGEST)).toEqual([]);
    }
  });

  it("asks what the counts say, on site: fields, taps and steps", () => {
    const form = smallCheck(product, "on_site", {});
    const asked = itemsOf(form);
    const always = asked.filter((item) => item.rotates === undefined);
    const counts = [always.filter(isTyped).length, asked.filter(isTap).length, form.steps.length];
    expect(counts).toEqual(COUNTS[product]);
  });
});

/** Typed always, taps, steps. Written down so that a change of a template shows what it costs the officer. */
const COUNTS: Readonly<Record<Product, readonly number[]>> = {
  working_capital: [9, 10, 9],
  fixed_asset: [9, 11, 9],
  personal_business: [9, 13, 9],
  personal_consumption: [11, 11, 8],
  agricultural_household: [11, 16, 8],
  agri_procurement: [10, 10, 8],
  mortgage: [9, 15, 8],
  microloan: [9, 13, 8],
};
