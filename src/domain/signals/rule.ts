/** One entry of the catalogue of signals, as the policy file writes it (handbook 2.4). */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { marks, positive, sentences } from "../policy/marks.ts";
import { PRODUCTS, ROLES, SIGNAL_LEVELS } from "../vocabulary.ts";
import { triggerSchema } from "./trigger.ts";

/** Of whom or what it is. `officer`: of our own work, kept apart from the customer. */
export const SIGNAL_SUBJECTS = ["borrower", "loan", "collateral", "guarantor", "officer"] as const;
export type SignalSubject = (typeof SIGNAL_SUBJECTS)[number];

/** `quiet` is said by its own word. */
const RULE_PATHS = ["full", "light", "contact_note"] as const;

const otherPath = z
  .strictObject({
    path: z.enum(RULE_PATHS),
    products: z.array(z.enum(PRODUCTS)).min(1).optional(),
    /** The fact was gone again after so many calendar days at most. */
    cured_within_days: positive.optional(),
  })
  .refine(
    ({ products, cured_within_days }) => (products ?? cured_within_days) !== undefined,
    breaks("at_least_one_of", { names: "products, cured_within_days" }),
  );

export const signalRuleSchema = z.strictObject({
  title: sentences,
  /** The first level; a raised signal without figures has this one. */
  level: z.enum(SIGNAL_LEVELS),
  worsens_to: z.array(z.enum(SIGNAL_LEVELS)).optional(),
  triggers: z.array(triggerSchema).min(1),
  about: z.enum(SIGNAL_SUBJECTS).default("borrower"),
  /** Which figures of a report it reads: as the officer claims them, or once a second person has approved them. */
  reads: z.enum(["claimed", "confirmed"]).default("confirmed"),
  /** Only these roles may know of it. */
  restricted_to: z.array(z.enum(ROLES)).min(1).optional(),
  /** The reminder ladder is the signal: no message or plan of its own. */
  quiet: z.boolean().optional(),
  /** A red trigger of it is a veto condition: red at once, whatever else is said. */
  veto: z.boolean().optional(),
  path: z.enum(RULE_PATHS).default("full"),
  /** In place of `path`; the first that fits. */
  paths: z.array(otherPath).optional(),
  ...marks,
});
export type SignalRule = z.infer<typeof signalRuleSchema>;
export type Catalogue = Readonly<Record<string, SignalRule>>;
