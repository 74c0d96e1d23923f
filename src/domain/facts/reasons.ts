/** Why a row of facts is not taken: one word for files and pushes, said in the reader's language. */
export const FACT_REASONS = [
  "missing",
  "not_written_as_text",
  "odd_signs",
  "not_a_day",
  "not_whole_days",
  "not_a_decimal",
  "not_a_rate",
  "not_a_key",
  "not_a_value",
  "too_long",
  "unknown_word",
  "one_subject",
  "nothing_told",
  "contradicts",
  "not_in_book",
  "name_not_alone",
  "in_the_future",
  "other_unit",
  "not_of_unit",
  "told_twice",
] as const;
export type FactReason = (typeof FACT_REASONS)[number];

export function isFactReason(word: string): word is FactReason {
  return FACT_REASONS.some((reason) => reason === word);
}
