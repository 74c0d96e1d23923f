/** One question of a check form, as the policy file holds it (its keys are the file's words, snake_case). */
import { z } from "zod";
import { breaks, type RuleIssue } from "../broken-rule.ts";
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

const optionSchema = z.strictObject({
  value: z.string().regex(/^[a-z0-9_]+$/u, breaks("not_a_word")),
  label: sentences,
});

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
  for (const problem of [...typeProblems(item), ...askingProblems(item)]) {
    if (problem !== false) ctx.addIssue(problem);
  }
  const thresholds = [item.thresholds, ...Object.values(item.thresholds_by_kind ?? {})];
  for (const levels of thresholds.flatMap(disorderedLevels)) {
    ctx.addIssue(breaks("level_reached_before", { metric: item.key, ...levels }));
  }
});

/** What is wrong with an item beyond its shape. */
type Problem = RuleIssue | false;

const HOLDS_OPTIONS: readonly ItemType[] = ["choice", "multi_choice"];

function typeProblems(item: CheckItem): Problem[] {
  const { key, type, options } = item;
  const needs = (types: readonly ItemType[], setting: keyof CheckItem) =>
    types.includes(type) && item[setting] === undefined && breaks("type_needs", { key, type, setting });
  return [
    needs(["number"], "unit"),
    needs(["number"], "scale"),
    needs(HOLDS_OPTIONS, "options"),
    onlyOf(item, ["number"], ["unit", "scale", "min", "max"]),
    onlyOf(item, HOLDS_OPTIONS, ["options"]),
    onlyOf(item, ["date"], ["not_after", "not_before"]),
    onlyOf(item, ["text"], ["max_length"]),
    onlyOf(item, ["number"], ["derived", "blind"]),
    ...doubles((options ?? []).map((option) => option.value)).map((name) => breaks("stands_twice", { name })),
  ];
}

function onlyOf(item: CheckItem, types: readonly ItemType[], settings: readonly (keyof CheckItem)[]): Problem {
  const { key, type } = item;
  const wrong = types.includes(type) ? [] : settings.filter((setting) => item[setting] !== undefined);
  return wrong.length > 0 && breaks("only_of_type", { key, types: types.join(" / "), settings: wrong.join(", ") });
}

function askingProblems({ key, required, derived, blind, known, rotates, full_only }: CheckItem): Problem[] {
  const isSet = (...settings: unknown[]) => settings.some((setting) => setting !== undefined);
  return [
    isSet(derived) && (required || isSet(blind, known, rotates)) && breaks("derived_is_typed", { key }),
    isSet(full_only) && isSet(rotates) && breaks("at_most_one_of", { names: "full_only, rotates" }),
    isSet(blind) && isSet(known) && breaks("at_most_one_of", { names: "blind, known" }),
  ];
}

/** Each value that stands more than once, named once. */
export function doubles(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
