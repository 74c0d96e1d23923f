/** What is wrong between the rules of a batch, the matrix and the templates: a batch that could never be, or would conclude nothing. */

import type { BrokenRule, Contradiction } from "../broken-rule.ts";
import type { Template } from "../templates/template.ts";
import { PRODUCTS, type Product } from "../vocabulary.ts";
import type { Sections } from "./contradictions.ts";
import { type Inspections, rowsOf } from "./inspections.ts";
import type { OffSiteBatchRules } from "./off-site-batch.ts";

const SECTION = "off_site_batch";

export function batchProblems({
  off_site_batch: rules,
  templates,
  inspections,
  zones,
  gate,
}: Sections): Contradiction[] {
  if (rules === undefined || templates === undefined) return [];
  const asked = templates.filter(({ batch }) => batch === true);
  const products = PRODUCTS.filter((product) => rules.products[product] !== undefined);
  return [
    ...(rules.at_least > rules.most ? [problem(["at_least"], "least_over_most", {})] : []),
    ...rules.tiers.flatMap((tier, at) =>
      zones === undefined || zones.z1.tiers.includes(tier)
        ? []
        : [problem(["tiers", at], "batch_tier_beyond_zone_1", { tier })],
    ),
    ...products.flatMap((product) => productProblems(product, { rules, asked, inspections })),
    ...templates.flatMap((template, at) =>
      template.batch === true ? templateProblems(template, at, { products, concludes: gate?.concludes ?? [] }) : [],
    ),
  ];
}

interface Held {
  readonly rules: OffSiteBatchRules;
  readonly asked: readonly Template[];
  readonly inspections: Inspections | undefined;
}

function productProblems(product: Product, { rules, asked, inspections }: Held): Contradiction[] {
  const isAsked = asked.some(
    ({ products, kinds }) => products.includes(product) && rules.kinds.some((kind) => kinds.includes(kind)),
  );
  return [
    ...(isAsked ? [] : [problem(["products", product], "batch_product_not_asked", { product })]),
    ...(inspections === undefined || isEverOffSite(inspections, product)
      ? []
      : [problem(["products", product], "batch_product_on_site", { product })]),
  ];
}

function isEverOffSite(inspections: Inspections, product: Product): boolean {
  const phases = product === "fixed_asset" ? (["building", "operating"] as const) : ([undefined] as const);
  return phases.some((phase) => {
    const rows = rowsOf(inspections, product, phase)?.rows;
    const ofZoneOne = [rows?.zone_1_small, rows?.zone_1_medium, rows?.zone_1_large];
    return ofZoneOne.some((row) => row !== undefined && "mode" in row && row.mode === "off_site");
  });
}

function templateProblems(
  { id, products, blocks }: Template,
  at: number,
  batched: { readonly products: readonly Product[]; readonly concludes: readonly string[] },
): Contradiction[] {
  const { concludes } = batched;
  const items = blocks.flatMap((block) => block.items);
  const ends = items.some(({ key, type, required }) => type === "text" && required && concludes.includes(key));
  const path = ["templates", at];
  return [
    ...(products.some((product) => batched.products.includes(product))
      ? []
      : [{ path, code: "batch_template_unused" as const, values: { template: id } }]),
    ...(ends || concludes.length === 0
      ? []
      : [{ path, code: "batch_without_conclusion" as const, values: { template: id } }]),
  ];
}

function problem(path: Contradiction["path"], code: BrokenRule["code"], values: BrokenRule["values"]): Contradiction {
  return { path: [SECTION, ...path], code, values };
}
