import type { Contradiction } from "../broken-rule.ts";
import { blocksOf } from "../check/chosen-blocks.ts";
import type { CheckedLoan, CheckSubject } from "../check/types.ts";
import type { Templates } from "../templates/schema.ts";
import { BLOCK_SUBJECTS, type TemplateBlock } from "../templates/template.ts";
import { CUSTOMER_TYPES, PRODUCTS, type Product } from "../vocabulary.ts";

/** A sum of fifths and sevenths is not exact. */
const NEARLY = 1e-9;

/**
 * Products of which too much rotates: an item takes one place in `rotates` + 1 checks, and with one loan, one piece of collateral
 * and one guarantor there must be places for all.
 */
export function rotationProblems(templates: Templates, perCheck: number): Contradiction[] {
  return PRODUCTS.flatMap((product) => {
    const rotating = Math.max(...CUSTOMER_TYPES.map((type) => placesTaken(templates, product, type)));
    if (rotating <= perCheck + NEARLY) return [];
    const values = { product, rotating: rotating.toFixed(1), most: String(perCheck) };
    return [{ path: ["form", "rotating_per_check"], code: "too_much_rotates", values }];
  });
}

function placesTaken(templates: Templates, product: Product, customerType: CheckSubject["customerType"]): number {
  const loan: CheckedLoan = { loanId: "", number: "", product };
  const subject: CheckSubject = { kind: "routine", mode: "on_site", customerType, loans: [loan] };
  const turns = BLOCK_SUBJECTS.flatMap((per) =>
    blocksOf(templates, subject, [loan], per).flatMap((block) => turnsOf(block).map((turn) => ({ ...turn, per }))),
  );
  // The same key in two blocks of one subject is the same question.
  const places = new Map(turns.map(({ per, key, rotates }) => [`${per} ${key}`, 1 / (rotates + 1)]));
  return [...places.values()].reduce((sum, place) => sum + place, 0);
}

function turnsOf({ key, rotates, items }: TemplateBlock): { readonly key: string; readonly rotates: number }[] {
  const all = rotates === undefined ? items : [{ key, rotates }];
  return all.flatMap((one) => (one.rotates === undefined ? [] : [{ key: one.key, rotates: one.rotates }]));
}
