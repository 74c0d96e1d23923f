import { describe, expect, it } from "vitest";
import { HEAD_ANSWERS } from "../../../src/domain/check/answer-key.ts";
import { checkForm } from "../../../src/domain/check/check-form.ts";
import { stepTitle } from "../../../src/domain/check/spoken.ts";
import { hasRoom } from "../../../src/domain/check/step-room.ts";
import type { CheckForm } from "../../../src/domain/check/types.ts";
import { templatesSchema } from "../../../src/domain/templates/schema.ts";
import { PRODUCTS, VISIT_MODES } from "../../../src/domain/vocabulary.ts";
import { shippedTemplates } from "../templates/shipped-templates.ts";
import { aForm, aFormAsking, aLoan, aSubject, bankTemplates, itemAt, itemsOf, onBorrower, onLoan } from "./a-check.ts";

const microTemplates = shippedTemplates("cn-microloan");

const keysOf = (form: CheckForm) => itemsOf(form).map((item) => item.answerKey);
const blocksOf = (form: CheckForm) => [...new Set(form.steps.map((step) => `${step.subject} ${step.blockKey}`))];

describe("the form of a check", () => {
  it("asks the head once, then a block for each loan and each piece of collateral, the conclusion last", () => {
    const form = aForm({
      loans: [aLoan(), aLoan({ loanId: "L-2", number: "WC-2026-002" })],
      collateral: [{ collateralId: "C-1", name: "Warehouse", kind: "property" }],
      guarantors: [{ guarantorId: "G-1", name: "Hua" }],
    });

    expect(blocksOf(form)).toEqual([
      "borrower visit",
      "borrower wc_seen",
      "borrower wc_operations",
      "borrower wc_finances",
      "borrower oe_utilities",
      "borrower oe_staff",
      "loan:L-1 approval_conditions",
      "loan:L-1 wc_payees",
      "loan:L-1 wc_use",
      "loan:L-2 approval_conditions",
      "loan:L-2 wc_payees",
      "loan:L-2 wc_use",
      "borrower found_collateral",
      "collateral:C-1 collateral",
      "guarantor:G-1 guarantor",
      "borrower conclusion",
    ]);
  });

  const everyForm = PRODUCTS.flatMap((product) =>
    VISIT_MODES.flatMap((mode) => (["first", "routine", "special"] as const).map((kind) => ({ product, mode, kind }))),
  );

  it.each(everyForm)(
    "for $product, $kind, $mode, never asks more in a step than there is room for, files apart, each question once",
    (one) => {
      const form = checkForm(
        one.product === "microloan" ? microTemplates : bankTemplates,
        aSubject({
          ...one,
          loans: [aLoan({ product: one.product }), aLoan({ loanId: "L-2", product: one.product })],
          collateral: [{ collateralId: "C-1", name: "Receivables", kind: "receivables" }],
        }),
      );

      const keys = keysOf(form);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(form.steps.map((step) => step.id)).size).toBe(form.steps.length);
      for (const step of form.steps) {
        expect(step.items.length).toBeGreaterThan(0);
        expect(hasRoom(step.items)).toBe(true);
        expect(step.items.every((item) => (item.type === "evidence") === step.files)).toBe(true);
      }
      expect(keys).toContain("borrower/visited_on");
      expect(keys).toContain("borrower/conclusion");
    },
  );

  it("is the same when it is made again, and names its steps in the reader's language", () => {
    expect(aForm()).toEqual(aForm());
    const [step] = aForm().steps.filter((one) => one.blockKey === "wc_use");
    expect(step?.id).toBe("loan:L-1/wc_use/1");
    expect(step && stepTitle(step, "zh-Hans")).toBe("贷款用途 · WC-2026-001");
  });

  it("asks an as-of date once per section, before the figures it dates", () => {
    const finances = aForm().steps.filter((step) => step.blockKey === "wc_finances");
    const dates = finances.flatMap((step) => step.items).filter((item) => item.key === "wc_finances_as_of");

    expect(finances[0]?.items[0]?.key).toBe("wc_finances_as_of");
    expect(dates).toHaveLength(1);
    expect(itemAt(aForm(), onBorrower("quick_ratio")).asOfKey).toBe("borrower/wc_finances_as_of");
  });

  it("asks the documents of a section once, in its step of files", () => {
    const [files] = aForm().steps.filter((step) => step.blockKey === "wc_finances" && step.files);
    expect(files?.items.map((item) => item.key)).toEqual(["wc_finances_files"]);
  });

  it("off site, does not ask what only a visitor can see", () => {
    const keys = keysOf(aForm({ mode: "off_site" }));
    expect(keys).not.toContain("borrower/seen_not_told");
    expect(keys).not.toContain("borrower/photos");
    expect(keysOf(aForm())).toContain("borrower/seen_not_told");
  });

  it("needs two inspectors on site at a bank, one at a micro-loan company, and none is counted off site", () => {
    const inspectors = (form: CheckForm) => itemAt(form, onBorrower("inspectors")).atLeast;
    const micro = checkForm(microTemplates, aSubject({ loans: [aLoan({ product: "microloan" })] }));
    expect(inspectors(aForm())).toBe(2);
    expect(inspectors(aForm({ mode: "off_site" }))).toBeUndefined();
    expect(inspectors(micro)).toBe(1);
  });

  it("asks about the borrower once, however many products need the answer", () => {
    const loans = [aLoan({ product: "mortgage" }), aLoan({ loanId: "L-2", product: "personal_consumption" })];
    expect(keysOf(aForm({ loans })).filter((key) => key === "borrower/dsr")).toHaveLength(1);
  });

  it("asks a project in building about its works, and one in operation about its income only", () => {
    const building = keysOf(aForm({ loans: [aLoan({ product: "fixed_asset", phase: "building" })] }));
    const operating = keysOf(aForm({ loans: [aLoan({ product: "fixed_asset", phase: "operating" })] }));
    expect(building).toEqual(expect.arrayContaining([onLoan("progress_pct"), onLoan("dscr_forward_12m")]));
    expect(operating).toContain(onLoan("dscr_forward_12m"));
    expect(operating).not.toContain(onLoan("progress_pct"));
  });

  it("takes the cap of a loan to value from the kind of collateral", () => {
    const capOf = (kind: "land" | "stock" | "property") =>
      itemAt(aForm({ collateral: [{ collateralId: "C-1", name: "C", kind }] }), "collateral:C-1/ltv").thresholds
        ?.yellow;
    expect([capOf("property"), capOf("land"), capOf("stock")]).toEqual([
      [{ gt: "70" }],
      [{ gt: "60" }],
      [{ gt: "60" }],
    ]);
  });

  it("asks receivables about their debtor, and equipment about its age", () => {
    const keysFor = (kind: "receivables" | "equipment") =>
      keysOf(aForm({ collateral: [{ collateralId: "C-1", name: "C", kind }] }));
    expect(keysFor("receivables")).toContain("collateral:C-1/obligor_rating");
    expect(keysFor("receivables")).not.toContain("collateral:C-1/newness");
    expect(keysFor("equipment")).toContain("collateral:C-1/newness");
  });

  it("asks a piece of collateral what the loan that it secures needs", () => {
    const form = aForm({
      loans: [aLoan(), aLoan({ loanId: "L-2", product: "mortgage" })],
      collateral: [
        { collateralId: "C-1", name: "Warehouse", kind: "property", loanIds: ["L-1"] },
        { collateralId: "C-2", name: "Home", kind: "property", loanIds: ["L-2"] },
      ],
    });
    expect(keysOf(form)).toContain("collateral:C-1/ltv");
    expect(keysOf(form)).not.toContain("collateral:C-2/ltv");
    expect(keysOf(form)).toContain("loan:L-2/ltv_current");
  });

  it.each(["weekly_track", "contact_note"] as const)("of a %s is three lines", (kind) => {
    expect(keysOf(aForm({ kind }))).toEqual(["borrower/contact", "borrower/change", "borrower/next_step"]);
  });

  it("prefers the template that names the customer type, and the one for fewer products", () => {
    const words = { en: "Q", "zh-Hans": "问", "zh-Hant": "問" };
    const template = (id: string, products: string[], more: object = {}) => ({
      id,
      products,
      ...more,
      blocks: [
        {
          key: "shared",
          kind: "product",
          per: "borrower",
          title: words,
          items: [{ key: `from_${id}`, type: "text", label: words, why: words, required: true, source: ["D"] }],
        },
      ],
    });
    const templates = templatesSchema.parse([
      template("all", ["working_capital", "mortgage"]),
      template("one", ["working_capital"]),
      template("small", ["working_capital"], { customer_types: ["mse"] }),
    ]);

    expect(keysOf(aForm({ customerType: "mse" }, templates))).toEqual(["borrower/from_small"]);
    expect(keysOf(aForm({ customerType: "corporate" }, templates))).toEqual(["borrower/from_one"]);
    expect(keysOf(aForm({ loans: [aLoan({ product: "mortgage" })] }, templates))).toEqual(["borrower/from_all"]);
  });

  it("always asks the answers that other rules read", () => {
    expect(keysOf(aForm())).toEqual(expect.arrayContaining(Object.values(HEAD_ANSWERS)));
  });

  it("cuts ten fields into five and five rather than eight and two", () => {
    const texts = Array.from({ length: 10 }, (_, index) => ({ key: `t${index}`, type: "text" }));
    expect(aFormAsking(...texts).steps.map((step) => step.items.length)).toEqual([5, 5]);
  });
});
