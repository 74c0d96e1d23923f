/** The promise to the officer of a small borrower in good standing, counted for every product (issue: 12 typed and 4 that rotate). */
import { describe, expect, it } from "vitest";
import { isAsked } from "../../../src/domain/check/asked.ts";
import { pagesOf } from "../../../src/domain/check/pages.ts";
import { unaskedAfter } from "../../../src/domain/check/rotation.ts";
import type { FormItem } from "../../../src/domain/check/types.ts";
import { PRODUCTS, type Product } from "../../../src/domain/vocabulary.ts";
import { itemsOf } from "./a-check.ts";
import { aWholeCheck } from "./whole-check.ts";

const TYPED = 12;
const ROTATING = 4;
const LONGEST = 4;
/** The keyboard is needed; a choice, a date or a tick is a tap. The inspectors stand there already. */
const isTyped = (item: FormItem) =>
  isAsked(item) && ["number", "text", "people"].includes(item.type) && item.key !== "inspectors";
const isTap = (item: FormItem) => isAsked(item) && !isTyped(item) && item.type !== "evidence";

const smallCheck = (product: Product, mode: "on_site" | "off_site", unaskedFor: Record<string, number>) =>
  aWholeCheck(product, { mode }, { light: true, unaskedFor });

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
    const counts = [always.filter(isTyped).length, asked.filter(isTap).length, pagesOf(form).length];
    expect(counts).toEqual(COUNTS[product]);
  });
});

/** Typed always, taps, steps. Written down so that a change of a template shows what it costs the officer. */
const COUNTS: Readonly<Record<Product, readonly number[]>> = {
  working_capital: [9, 10, 5],
  fixed_asset: [9, 11, 5],
  personal_business: [9, 13, 5],
  personal_consumption: [11, 11, 6],
  agricultural_household: [11, 16, 6],
  agri_procurement: [10, 10, 6],
  mortgage: [9, 15, 6],
  microloan: [9, 13, 5],
};
