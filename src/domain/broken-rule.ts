/** What a policy, mapping or holiday file breaks, by code and values: the words for it are at the edge, in the reader's language. */
export interface BrokenRule {
  readonly code: BrokenRuleCode;
  /** Names and figures as the file has them. */
  readonly values: Readonly<Record<string, string>>;
}

/** Where in the file; the nearest holder of what is missing. */
export interface Contradiction extends BrokenRule {
  readonly path: readonly (string | number)[];
}

export type BrokenRuleCode = (typeof BROKEN_RULES)[number];

export function isBrokenRule(code: string): code is BrokenRuleCode {
  return BROKEN_RULES.some((known) => known === code);
}

/** A broken rule as a schema takes it. */
export type RuleIssue = Readonly<{ code: "custom"; message: BrokenRuleCode; params: BrokenRule["values"] }>;

/** For `regex`, `refine` and `addIssue` alike. The words may also name the `value` at fault; of a `regex` they know no other. */
export function breaks(code: BrokenRuleCode, values: BrokenRule["values"] = {}): RuleIssue {
  return { code: "custom", message: code, params: values };
}

export const BROKEN_RULES = [
  "source_not_listed",
  "bank_has_three_hands",
  "points_do_not_add_up",
  "shares_do_not_add_up",
  "very_late_costs_less",
  "tier_without_zone",
  "tier_in_zones",
  "measure_unknown",
  "measure_twice",
  "measure_in_no_set",
  "rows_without_bands",
  "bands_do_not_rise",
  "row_missing",
  "row_without_band",
  "default_not_offered",
  "not_asked_as",
  "least_over_most",
  "batch_tier_beyond_zone_1",
  "batch_product_not_asked",
  "batch_product_on_site",
  "batch_template_unused",
  "batch_without_conclusion",
  "too_much_rotates",
  "metric_unknown",
  "metric_has_no_order",
  "metric_is_number",
  "metric_is_flag",
  "metric_is_never",
  "units_differ",
  "levels_do_not_rise",
  "level_not_reached",
  "veto_is_red",
  "level_reached_before",
  "calendar_unknown",
  "calendar_exists",
  "not_a_source",
  "not_a_name",
  "not_a_word",
  "name_of_the_form",
  "not_an_id",
  "not_a_signal_code",
  "not_a_file_type",
  "not_a_currency",
  "not_a_decimal",
  "not_a_rate",
  "not_a_date",
  "not_a_date_format",
  "not_a_time",
  "not_a_quarter",
  "not_a_time_zone",
  "not_months",
  "day_not_in_month",
  "years_reversed",
  "years_too_many",
  "phrases_differ",
  "exactly_one_of",
  "at_most_one_of",
  "at_least_one_of",
  "needs",
  "stands_alone",
  "stands_twice",
  "asked_twice",
  "type_needs",
  "only_of_type",
  "derived_is_typed",
  "name_not_asked",
  "meaning_changed",
  "block_rotates",
  "row_too_wide",
  "not_in_a_row",
  "batch_has_no_rows",
  "batch_asks_once",
  "batch_asks_no_such_type",
  "batch_has_no_papers",
] as const;
