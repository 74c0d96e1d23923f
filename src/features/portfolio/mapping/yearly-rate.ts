/** What a loan bears in a year, from a row. */
import { readYearlyRate } from "../../../domain/loan-rate.ts";
import type { LoanFacts } from "../facts.ts";
import { optionalDate, optionalText } from "./read-fact.ts";
import type { Mapping, Source } from "./schema.ts";
import { type Columns, compileSource, type RowInHand, refuseCell } from "./source.ts";

type RateFacts = Pick<LoanFacts, "yearlyRatePpm" | "yearlyRateFrom">;

/** Answers no facts where the file lacks the column: what was told stays, and the row is what it was. */
export function compileYearlyRate(columns: Columns, { loan }: Mapping): (row: RowInHand) => RateFacts {
  const { yearly_rate: rate, yearly_rate_from: from } = loan;
  if (rate === undefined || !isInFile(columns, rate)) {
    return () => ({});
  }
  const percent = compileSource(columns, "loan.yearly_rate", rate);
  const since = from === undefined ? undefined : compileSource(columns, "loan.yearly_rate_from", from);
  return (row) => {
    const yearlyRateFrom = optionalDate(row, since, columns.readDate);
    const text = optionalText(row, percent);
    const ppm = text === null ? null : readYearlyRate(text);
    if (ppm === undefined) refuseCell(row, percent.place, text ?? "", "not_a_rate");
    // A rate that begins after the day whose evening the file describes is not seen yet.
    const isSeen = ppm !== null && ppm !== undefined && (yearlyRateFrom === null || yearlyRateFrom <= columns.asOf);
    return isSeen ? { yearlyRatePpm: String(ppm), yearlyRateFrom } : { yearlyRatePpm: null, yearlyRateFrom: null };
  };
}

function isInFile({ header }: Columns, source: Source): boolean {
  const isOptional = typeof source === "object" && "column" in source && source.optional;
  return !isOptional || header.includes(source.column);
}
