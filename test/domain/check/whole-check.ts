/** A check with everything a customer may have: one loan, a piece of collateral and a guarantor, and an earlier report. */
import { checkForm } from "../../../src/domain/check/check-form.ts";
import type { Circumstances } from "../../../src/domain/check/circumstances.ts";
import type { CheckForm, CheckSubject } from "../../../src/domain/check/types.ts";
import type { CustomerType, Product } from "../../../src/domain/vocabulary.ts";
import { shippedTemplates } from "../templates/shipped-templates.ts";
import { aLoan, aSubject, circumstances } from "./a-check.ts";

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

export function aWholeCheck(
  product: Product,
  differences: Partial<CheckSubject> = {},
  known: Partial<Circumstances> = {},
): CheckForm {
  const value = { collateral_value_cny: "1500000.00" };
  const facts = {
    "loan:L-1": { drawn_cny: "800000.00", limit_cny: "1000000.00", ...value },
    "collateral:C-1": { ...value, secured_cny: "800000.00", valued_on: "2026-01-31", insured_until: "2027-01-31" },
  };
  const subject = aSubject({
    customerType: CUSTOMERS[product],
    loans: [aLoan({ product, phase: "building" })],
    collateral: [{ collateralId: "C-1", name: "Hall", kind: "property", loanIds: ["L-1"] }],
    guarantors: [{ guarantorId: "G-1", name: "Hua" }],
    circumstances: circumstances({ facts, carried: lastReport, ...known }),
    ...differences,
  });
  return checkForm(product === "microloan" ? templates.microloan : templates.bank, subject);
}
