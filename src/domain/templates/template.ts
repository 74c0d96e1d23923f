/** A template, its blocks, and what each of them is about, as the policy file holds them. */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { sentences, slug } from "../policy/marks.ts";
import { CUSTOMER_TYPES, INSPECTION_KINDS, PRODUCTS, PROJECT_PHASES } from "../vocabulary.ts";
import { situationSchema } from "./asking.ts";
import { snakeCase } from "./condition.ts";
import { type CheckItem, itemSchema } from "./item.ts";
import { REPORT_KINDS } from "./report-kinds.ts";

/** In this order a form asks. */
export const BLOCK_KINDS = ["head", "product", "guarantee", "conclusion"] as const;
export const BLOCK_SUBJECTS = ["borrower", "loan", "collateral", "guarantor"] as const;

/** What a step of the form has room for. */
const ROW_ITEMS = 8;

const blockSchema = z
  .strictObject({
    key: snakeCase,
    kind: z.enum(BLOCK_KINDS),
    /** Asked once for the borrower, or once for each live loan, piece of collateral or guarantor. */
    per: z.enum(BLOCK_SUBJECTS),
    title: sentences,
    phases: z.array(z.enum(PROJECT_PHASES)).min(1).optional(),
    kinds: z.array(z.enum(REPORT_KINDS)).min(1).optional(),
    /** The items are asked of each row, and rows are added and removed in the form; `row` names one of them. */
    repeats: z
      .strictObject({ at_least: z.int().min(0).default(0), most: z.int().min(1).max(30), row: sentences })
      .optional(),
    /** A repeating block has its turn as a whole. */
    rotates: z.int().min(1).max(24).optional(),
    full_only: z.literal(true).optional(),
    only_when: z.array(situationSchema).min(1).optional(),
    items: z.array(itemSchema).min(1),
  })
  .superRefine(({ key, repeats, rotates, items }, ctx) => {
    if (repeats === undefined) {
      if (rotates !== undefined) ctx.addIssue(breaks("block_rotates", { key }));
      return;
    }
    const outOfPlace = items.filter(isForSections).map((item) => item.key);
    if (items.length > ROW_ITEMS) ctx.addIssue(breaks("row_too_wide", { key, most: String(ROW_ITEMS) }));
    if (repeats.at_least > repeats.most) ctx.addIssue(breaks("least_over_most"));
    if (outOfPlace.length > 0) ctx.addIssue(breaks("not_in_a_row", { key, items: outOfPlace.join(", ") }));
  });

/** What is asked once per section cannot be asked in a row. */
function isForSections({ as_of, evidence, type, derived, known, blind, rotates }: CheckItem): boolean {
  return as_of || evidence !== "none" || type === "evidence" || [derived, known, blind, rotates].some(Boolean);
}
export type TemplateBlock = z.infer<typeof blockSchema>;

/**
 * Every template that fits a live loan gives its blocks. Where two give a block of the same key, the one for fewer products
 * wins, then the one that names the customer type (R62).
 */
export const templateSchema = z.strictObject({
  id: slug,
  products: z.array(z.enum(PRODUCTS)).min(1),
  customer_types: z.array(z.enum(CUSTOMER_TYPES)).min(1).optional(),
  kinds: z.array(z.enum(INSPECTION_KINDS)).min(1).default(["first", "routine", "special"]),
  /** Asked of what is checked in a batch, and then alone; never otherwise (R70, R139). */
  batch: z.literal(true).optional(),
  blocks: z.array(blockSchema).min(1),
});
export type Template = z.infer<typeof templateSchema>;
