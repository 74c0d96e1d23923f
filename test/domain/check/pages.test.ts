/** How the steps of a check are joined into what a person turns over: no page for one field, and nothing given away. */
import { describe, expect, it } from "vitest";
import { checkForm } from "../../../src/domain/check/check-form.ts";
import { pageOfItem, pagesOf } from "../../../src/domain/check/pages.ts";
import { withRiskSteps } from "../../../src/domain/check/risks.ts";
import { hasRoom } from "../../../src/domain/check/step-room.ts";
import type { CheckForm } from "../../../src/domain/check/types.ts";
import { templatesSchema } from "../../../src/domain/templates/schema.ts";
import {
  CUSTOMER_TYPES,
  INSPECTION_KINDS,
  PRODUCTS,
  type Product,
  VISIT_MODES,
} from "../../../src/domain/vocabulary.ts";
import { aForm, aLoan, aSubject, circumstances, onBorrower } from "./a-check.ts";
import { aWholeCheck } from "./whole-check.ts";

const words = { en: "A question", "zh-Hans": "问题", "zh-Hant": "問題" };
const titles = (form: CheckForm) => pagesOf(form).map(({ steps }) => steps.map(({ blockKey }) => blockKey));

/** A section of the borrower for each list of items. */
function aFormOf(...sections: readonly (readonly Record<string, unknown>[])[]): CheckForm {
  const blocks = sections.map((items, at) => ({
    key: `s${at + 1}`,
    kind: "product",
    per: "borrower",
    title: words,
    items: items.map((item, place) => ({
      key: `s${at + 1}_i${place + 1}`,
      label: words,
      why: words,
      source: ["D"],
      ...item,
    })),
  }));
  const carried = { "borrower/s1_i1": "12", "borrower/s2_i1": "12" };
  return checkForm(
    templatesSchema.parse([{ id: "test", products: ["working_capital"], blocks }]),
    aSubject({ circumstances: circumstances({ carried }) }),
  );
}

const text = { type: "text" };
const tick = { type: "yes_no" };
const number = { type: "number", unit: "count", scale: 0 };
const many = (count: number, item: object) => Array.from({ length: count }, () => ({ ...item }));

describe("neighbouring sections", () => {
  it("of one and two fields stand in one step, in the order of the form", () => {
    expect(titles(aFormOf([text], [text, text], [tick]))).toEqual([["s1", "s2", "s3"]]);
  });

  it("are joined up to eight fields to type, and ten in all", () => {
    expect(titles(aFormOf(many(4, text), many(4, text), [text]))).toEqual([["s1", "s2"], ["s3"]]);
    expect(titles(aFormOf(many(4, text), many(6, tick), [tick]))).toEqual([["s1", "s2"], ["s3"]]);
  });

  it("keep a count on site away from what is known already or computed, before it and after it", () => {
    const counted = { ...number, blind: true };
    const known = { ...number, known: "last_report" };
    expect(titles(aFormOf([counted], [known]))).toEqual([["s1"], ["s2"]]);
    expect(titles(aFormOf([known], [counted]))).toEqual([["s1"], ["s2"]]);
    expect(titles(aFormOf([counted], [number]))).toEqual([["s1", "s2"]]);
  });

  it("have their files in one step after all other questions, and the conclusion after that", () => {
    const form = aForm();
    const pages = pagesOf(form);
    const files = pages.findIndex(({ steps }) => steps.some((step) => step.files));
    expect(pages[files]?.items.map(({ key }) => key)).toEqual([
      "photos",
      "wc_operations_files",
      "wc_finances_files",
      "purpose_evidence",
    ]);
    expect(pages[files]?.steps.map(({ part }) => part)).toEqual(
      Array.from({ length: 4 }, () => ({ number: 1, of: 1 })),
    );
    expect(files).toBe(pages.length - 2);
    expect(pages.at(-1)?.steps.map(({ blockKey }) => blockKey)).toEqual(["conclusion"]);
  });

  it("are left by the conclusion and by each risk, which stand by themselves", () => {
    const form = withRiskSteps(aForm(), 2, { people: [], marked: [] });
    expect(titles(form).slice(-3)).toEqual([["conclusion"], ["risk_1"], ["risk_2"]]);
    expect(pageOfItem(pagesOf(form), onBorrower("risk#2"))).toBe(pagesOf(form).length - 1);
    expect(pageOfItem(pagesOf(form), "borrower/no_such")).toBe(-1);
  });
});

describe.each(PRODUCTS)("every check of %s", (product) => {
  const everyWay = INSPECTION_KINDS.flatMap((kind) =>
    VISIT_MODES.flatMap((mode) =>
      CUSTOMER_TYPES.flatMap((customerType) => [true, false].map((light) => ({ kind, mode, customerType, light }))),
    ),
  );

  it("shows each step once, and never more than there is room for", () => {
    for (const { light, ...way } of everyWay) {
      const loans = ["L-1", "L-2"].map((loanId) => aLoan({ loanId, product, phase: "building" }));
      const form = aWholeCheck(product, { ...way, loans }, { light });
      const pages = pagesOf(form);
      const shown = pages.flatMap(({ steps }) => steps.map(({ id }) => id));
      expect(shown.toSorted()).toEqual(form.steps.map(({ id }) => id).toSorted());
      for (const { steps, items } of pages) {
        const waiting = steps.flatMap(({ groups = [] }) => groups).filter(({ rows }) => rows.length === 0);
        expect(hasRoom(items, waiting.length)).toBe(true);
        expect(new Set(steps.map(({ files }) => files)).size).toBe(1);
      }
    }
  });

  it("is as long as is written down here where everything is asked, on site", () => {
    expect(pagesOf(aWholeCheck(product))).toHaveLength(FULL[product]);
  });
});

/** Steps of a full routine check. Written down so that a change of a template shows what it costs the officer. */
const FULL: Readonly<Record<Product, number>> = {
  working_capital: 11,
  fixed_asset: 8,
  personal_business: 8,
  personal_consumption: 7,
  agricultural_household: 8,
  agri_procurement: 8,
  mortgage: 7,
  microloan: 9,
};
