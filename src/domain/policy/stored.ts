/**
 * A policy version is kept for as long as reports that were made under it, and outlives the release that wrote it. What that
 * release did not know yet is read as the rule that there was: none.
 */
import { WORD_KINDS } from "../gate/words.ts";

type Section = Readonly<Record<string, unknown>>;

const NO_WORDS = Object.fromEntries(WORD_KINDS.map((kind) => [kind, { en: [], "zh-Hans": [], "zh-Hant": [] }]));

/** Sections and rules that came later, as they were before. */
const LATER: readonly { readonly section: string; readonly rules: Section }[] = [
  {
    section: "confirmation",
    rules: { kinds: [], modes: [], customer_types: [], words: [], leave_out: [] },
  },
  { section: "measure_sets", rules: { measures: {}, sets: {} } },
  { section: "zones", rules: { override: { max_days: 92 } } },
  { section: "appraisal", rules: { league_table: false } },
  { section: "limits", rules: { borrower: {}, quotas: {} } },
  {
    section: "gate",
    rules: {
      concludes: [],
      // What was refused before a policy could say so.
      refuses: ["empty_conclusion", "used_before"],
      copied: { similarity_at_least: 1, least_characters: 1, reports_of_borrower: 0, reports_of_officer: 0 },
      numbers: { jump_factor: 1_000_000, same_figures_from: 1_000_000 },
      single_use_files: [],
      alike_pictures: { signs_differ_at_most: 0 },
      words: NO_WORDS,
    },
  },
  {
    section: "off_site_batch",
    rules: { kinds: [], customer_types: [], tiers: [], products: {}, at_least: 2, most: 2, in_a_row: 1, changed: [] },
  },
  {
    section: "documents",
    rules: { customer_file: { due_within_days: 30, asked_from: "9999-12-31", documents: {} } },
  },
  {
    section: "signals",
    rules: { ltv_caps: { percent: {} }, metrics: {}, worth: { late_from_days_past_due: 1, least_cases: 5 } },
  },
  { section: "form", rules: { light: { kinds: [], zones: [], exposure_up_to: 0 }, rotating_per_check: 0 } },
  {
    section: "reminders",
    rules: {
      snooze: { max_days: 3 },
      extend: { max_working_days: 10, times: 1 },
      could_not_visit: { again_within_working_days: 5 },
      handover: { answer_working_days: 1 },
      longest_quiet: { working_hours: 4 },
      measure_result: { working_days: 2, to: "post_loan_officer", escalate: [] },
      override: { working_days: 1, to: "unit_manager", escalate: [] },
      key_dates: {},
      digests: { day: [], week: [], month: [] },
    },
  },
];

/** A stored policy in the shape of this release, to be parsed with `policySchema`. */
export function policyOfThen(stored: unknown): unknown {
  if (!isSection(stored)) return stored;
  const later = LATER.map(({ section, rules }) => [section, { ...rules, ...sectionOf(stored, section) }] as const);
  return { ...stored, ...Object.fromEntries(later) };
}

function sectionOf(stored: Section, name: string): Section {
  const section = stored[name];
  return isSection(section) ? section : {};
}

function isSection(value: unknown): value is Section {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
