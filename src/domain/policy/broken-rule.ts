/** What a policy breaks beyond its shape, by code and values: the words for it are at the edge, in the reader's language. */
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

export const BROKEN_RULES = [
  "source_not_listed",
  "bank_has_three_hands",
  "tier_without_zone",
  "tier_in_zones",
  "rows_without_bands",
  "bands_do_not_rise",
  "row_missing",
  "row_without_band",
  "default_not_offered",
  "not_asked_as",
  "batch_least_over_most",
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
] as const;
