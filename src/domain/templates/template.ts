/** A template, its blocks, and what each of them is about, as the policy file holds them. */
import { z } from "zod";
import { sentences } from "../policy/marks.ts";
import { CUSTOMER_TYPES, INSPECTION_KINDS, PRODUCTS, PROJECT_PHASES } from "../vocabulary.ts";
import { itemSchema, REPORT_KINDS } from "./item.ts";

/** In this order a form asks. */
export const BLOCK_KINDS = ["head", "product", "guarantee", "conclusion"] as const;
export const BLOCK_SUBJECTS = ["borrower", "loan", "collateral", "guarantor"] as const;

const blockSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/u),
  kind: z.enum(BLOCK_KINDS),
  /** Asked once for the borrower, or once for each live loan, piece of collateral or guarantor. */
  per: z.enum(BLOCK_SUBJECTS),
  title: sentences,
  phases: z.array(z.enum(PROJECT_PHASES)).min(1).optional(),
  kinds: z.array(z.enum(REPORT_KINDS)).min(1).optional(),
  items: z.array(itemSchema).min(1),
});
export type TemplateBlock = z.infer<typeof blockSchema>;

/**
 * Every template that fits a live loan gives its blocks. Where two give a block of the same key, the one for fewer products
 * wins, then the one that names the customer type (R62).
 */
export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/u),
  products: z.array(z.enum(PRODUCTS)).min(1),
  customer_types: z.array(z.enum(CUSTOMER_TYPES)).min(1).optional(),
  kinds: z.array(z.enum(INSPECTION_KINDS)).min(1).default(["first", "routine", "special"]),
  blocks: z.array(blockSchema).min(1),
});
export type Template = z.infer<typeof templateSchema>;
