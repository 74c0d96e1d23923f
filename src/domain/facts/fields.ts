/** What a field of a row of facts may hold. All of it is text, so that no float touches it; an error's message is a FactReason. */
import { z } from "zod";
import { daysBetween, isIsoDate, isoDate } from "../dates.ts";
import { readYearlyRate } from "../loan-rate.ts";
import type { FactReason } from "./reasons.ts";

function text(): z.ZodString {
  return z.string({
    error: ({ input }): FactReason => (input === undefined ? "missing" : "not_written_as_text"),
  });
}

export const reason = (word: FactReason): FactReason => word;

/** Control characters, which PostgreSQL cannot hold all, and halves of characters. */
const ODD_SIGNS = /[\p{Cc}\p{Cs}]/u;

/** A number, name or document: at most 200 characters. */
export const short = text()
  .trim()
  .min(1, reason("missing"))
  .max(200, reason("too_long"))
  .refine((written) => !ODD_SIGNS.test(written), reason("odd_signs"));

/** The formats by which a file's mapping knows what it may write in its own manner. */
export const DAY = "date";
export const AMOUNT = "amount";

export const day = text()
  .refine((written) => isIsoDate(written), reason("not_a_day"))
  .meta({ format: DAY });

/** Up to 18 digits before the point and 6 after it. */
export const DECIMAL = /^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/u;

/** Money: nothing below zero, two places. */
export const amount = text()
  .regex(/^(0|[1-9]\d{0,15})(\.\d{1,2})?$/u, reason("not_a_decimal"))
  .meta({ format: AMOUNT });

/** Percent a year: up to 100, four places. */
export const percent = text().refine((written) => readYearlyRate(written) !== undefined, reason("not_a_rate"));

/** Days, periods, queries: up to 99999. */
export const whole = text().regex(/^(0|[1-9]\d{0,4})$/u, reason("not_whole_days"));

export const key = text()
  .max(64, reason("too_long"))
  .regex(/^[a-z][a-z0-9_]*$/u, reason("not_a_key"));

export function word<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: ({ input }) => (input === undefined ? reason("missing") : undefined) });
}

export const yesNo = word(["yes", "no"]);

/** `1250000.00` and `1250000` are one value. */
export function plain(written: string): string {
  const bare = written.includes(".") ? written.replace(/\.?0+$/u, "") : written;
  return bare === "-0" ? "0" : bare;
}

/** From one day to the last one, below zero where that is over. */
export function daysLeft(asOf: string, lastDay: string): string {
  return String(daysBetween(isoDate(asOf), isoDate(lastDay)));
}
