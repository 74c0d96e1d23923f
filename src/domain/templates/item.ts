/** One question of a check form, as the policy file holds it (its keys are the file's words, snake_case). */
import { z } from "zod";
import { sentences, sourceCode } from "../policy/marks.ts";
import { PROJECT_PHASES, VISIT_MODES } from "../vocabulary.ts";
import { situationSchema } from "./asking.ts";
import { decimalText, guardSchema, itemKey, thresholdsSchema } from "./condition.ts";
import { derivedSchema, RECORD_FACTS } from "./derived.ts";
import { REPORT_KINDS } from "./report-kinds.ts";
import { disorderedLevels } from "./threshold-problems.ts";
import { ITEM_UNITS } from "./units.ts";

export const ITEM_TYPES = ["number", "choice", "multi_choice", "date", "text", "people", "evidence", "yes_no"] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export const COLLATERAL_KINDS = ["property", "land", "equipment", "receivables", "stock", "other"] as const;
export type CollateralKind = (typeof COLLATERAL_KINDS)[number];

const optionSchema = z.strictObject({ value: z.string().regex(/^[a-z0-9_]+$/u), label: sentences });

const itemShape = z.strictObject({
  /** Never reused with another meaning. The same key in two blocks is the same question. */
  key: itemKey,
  type: z.enum(ITEM_TYPES),
  label: sentences,
  /** In place of `label` on the sheet that the borrower signs, where that speaks to the officer. */
  borrower_label: sentences.optional(),
  /** One line: why it is asked. */
  why: sentences,
  unit: z.enum(ITEM_UNITS).optional(),
  /** Decimals kept. */
  scale: z.int().min(0).max(6).optional(),
  min: decimalText.optional(),
  max: decimalText.optional(),
  max_length: z.int().min(1).max(3000).optional(),
  required: z.boolean().default(false),
  required_when: guardSchema.optional(),
  options: z.array(optionSchema).min(2).max(100).optional(),
  thresholds: thresholdsSchema.optional(),
  /** In place of `thresholds` for collateral of that kind (a cap per kind). */
  thresholds_by_kind: z.partialRecord(z.enum(COLLATERAL_KINDS), thresholdsSchema).optional(),
  /** Not above the answer to this item. */
  not_above: itemKey.optional(),
  /** A date that cannot lie ahead. */
  not_after: z.literal("today").optional(),
  not_before: z.enum(["disbursement", "last_visit"]).optional(),
  /** How many people, files or choices at least, by mode of visit. */
  at_least: z.partialRecord(z.enum(VISIT_MODES), z.int().min(1)).optional(),
  /** Needs an as-of date, which the form asks once per section. */
  as_of: z.boolean().default(false),
  evidence: z.enum(["none", "optional", "required"]).default("none"),
  modes: z.array(z.enum(VISIT_MODES)).min(1).optional(),
  kinds: z.array(z.enum(REPORT_KINDS)).min(1).optional(),
  phases: z.array(z.enum(PROJECT_PHASES)).min(1).optional(),
  collateral_kinds: z.array(z.enum(COLLATERAL_KINDS)).min(1).optional(),
  /** Computed, never typed. */
  derived: derivedSchema.optional(),
  /** Counted on site: the last figure is shown only once this one is given. */
  blind: z.literal(true).optional(),
  /** Taken from the record or the last report, and confirmed with one tick in place of typing. */
  known: z.enum(["last_report", ...RECORD_FACTS]).optional(),
  /** In a light check it is asked in its turn, and never goes unasked for more than so many checks (R19, R20). */
  rotates: z.int().min(1).max(24).optional(),
  /** Not asked in a light check at all. */
  full_only: z.literal(true).optional(),
  /** Asked only where one of these situations holds (R63, R64). */
  only_when: z.array(situationSchema).min(1).optional(),
  /** Codes of the policy's `sources` section. */
  source: z.array(sourceCode).min(1),
  needs_legal_review: z.boolean().default(false),
});
export type CheckItem = z.infer<typeof itemShape>;

export const itemSchema = itemShape.superRefine((item, ctx) => {
  for (const problem of itemProblems(item)) ctx.addIssue({ code: "custom", message: `${item.key}: ${problem}` });
});

const HOLDS_OPTIONS: readonly ItemType[] = ["choice", "multi_choice"];

/** What is wrong with an item beyond its shape, one sentence each. */
function itemProblems(item: CheckItem): string[] {
  const levels = [item.thresholds, ...Object.values(item.thresholds_by_kind ?? {})].flatMap(disorderedLevels);
  const problems = [...typeProblems(item), ...askingProblems(item)];
  return [...problems.filter((problem) => problem !== false), ...levels];
}

function typeProblems(item: CheckItem): (string | false)[] {
  const isNumber = item.type === "number";
  const hasOptions = item.options !== undefined;
  return [
    isNumber && item.unit === undefined && "a number needs a unit",
    isNumber && item.scale === undefined && "a number needs a scale",
    !isNumber &&
      (item.unit ?? item.scale ?? item.min ?? item.max) !== undefined &&
      "only a number has unit, scale, min, max",
    HOLDS_OPTIONS.includes(item.type) !== hasOptions && "a choice has options, and nothing else has",
    hasDoubles((item.options ?? []).map((option) => option.value)) && "two options have one value",
    item.type !== "date" &&
      (item.not_after ?? item.not_before) !== undefined &&
      "only a date has not_after, not_before",
    item.type !== "text" && item.max_length !== undefined && "only a text has max_length",
  ];
}

function askingProblems({ type, required, derived, blind, known, rotates, full_only }: CheckItem): (string | false)[] {
  const isSet = (...settings: unknown[]) => settings.some((setting) => setting !== undefined);
  return [
    type !== "number" && isSet(derived, blind) && "only a number is derived or counted blind",
    isSet(derived) &&
      (required || isSet(blind, known, rotates)) &&
      "a derived figure is never required, blind, known or rotating",
    isSet(full_only) && isSet(rotates) && "what a light check never asks has no turn in it",
    isSet(blind) && isSet(known) && "what is counted blind is not shown as known",
  ];
}

export function hasDoubles(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
