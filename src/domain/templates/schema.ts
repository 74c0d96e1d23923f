/**
 * The `templates:` section of a policy file: what a check asks. The steps of a form are not in the file; `checkForm` makes
 * them from the templates of the borrower's live loans.
 */
import { z } from "zod";
import { CUSTOMER_TYPES, INSPECTION_KINDS, PRODUCTS, PROJECT_PHASES } from "../vocabulary.ts";
import { itemSchema, REPORT_KINDS, sentences } from "./item.ts";
import { templateProblems } from "./template-problems.ts";

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
const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/u),
  products: z.array(z.enum(PRODUCTS)).min(1),
  customer_types: z.array(z.enum(CUSTOMER_TYPES)).min(1).optional(),
  kinds: z.array(z.enum(INSPECTION_KINDS)).min(1).default(["first", "routine", "special"]),
  blocks: z.array(blockSchema).min(1),
});
export type Template = z.infer<typeof templateSchema>;

/** Parsing what was parsed gives the same again. An empty list is a policy that has no templates yet. */
export const templatesSchema = z.array(templateSchema).superRefine((templates, ctx) => {
  for (const problem of templateProblems(templates)) ctx.addIssue({ code: "custom", ...problem });
});
export type Templates = z.infer<typeof templatesSchema>;
