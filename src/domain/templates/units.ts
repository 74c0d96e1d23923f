/** What a number on a check form counts. Amounts of money are whole yuan or yuan with fen, never ten-thousand yuan. */
export const ITEM_UNITS = [
  "yuan",
  "percent",
  "times",
  "days",
  "months",
  "tonnes",
  "kwh",
  "persons",
  "mu",
  "heads",
  "count",
] as const;
export type ItemUnit = (typeof ITEM_UNITS)[number];
