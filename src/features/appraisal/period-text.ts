/** A month or a quarter as people write it. */
import { isQuarter, type ScoredPeriod } from "../../domain/appraisal/period.ts";
import { partsOf } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { monthText } from "../../texts/dates.ts";
import { translator } from "../../texts/index.ts";

export function periodText(language: Language, period: ScoredPeriod): string {
  const { year, month } = partsOf(period.from);
  return isQuarter(period)
    ? translator(language)("score.quarter", { year: String(year), quarter: (month + 2) / 3 })
    : monthText(language, period.from);
}
