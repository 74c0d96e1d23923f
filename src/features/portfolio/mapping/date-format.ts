/** Date formats as people write them: `M/D/YYYY`, `D-Mon-YY`, `YYYYMMDD`. */
import { isIsoDate } from "../../../domain/dates.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";

const PARTS: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  YY: "(?<short>\\d{2})",
  Mon: "(?<name>[A-Za-z]{3})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
};
const PART = /YYYY|YY|Mon|MM|M|DD|D/gu;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export function isDateFormat(format: string): boolean {
  const kinds = (format.match(PART) ?? []).map((part) => (part === "Mon" ? "M" : part.slice(0, 1))).sort();
  return kinds.join("") === "DMY";
}

export type ReadDate = (text: string) => IsoDate | undefined;

/** Reads the first format that fits. Two-digit years lie in the hundred years that begin with `twoDigitYearsFrom`. */
export function dateReader(formats: readonly string[], twoDigitYearsFrom: number): ReadDate {
  const patterns = formats.map(patternOf);
  return (text) => {
    for (const pattern of patterns) {
      const found = pattern.exec(text)?.groups;
      const date = found && dateFrom(found, twoDigitYearsFrom);
      if (date !== undefined) return date;
    }
    return undefined;
  };
}

function patternOf(format: string): RegExp {
  const between = format.split(PART).map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&"));
  const parts = format.match(PART) ?? [];
  const pattern = between.map((piece, index) => piece + (PARTS[parts[index] ?? ""] ?? "")).join("");
  return new RegExp(`^${pattern}$`, "u");
}

function dateFrom(found: Readonly<Record<string, string | undefined>>, twoDigitYearsFrom: number): IsoDate | undefined {
  const year = found.year ?? fullYear(Number(found.short), twoDigitYearsFrom);
  const month = found.month ?? String(MONTHS.indexOf((found.name ?? "").toLowerCase()) + 1);
  const date = `${year}-${month.padStart(2, "0")}-${(found.day ?? "").padStart(2, "0")}`;
  return isIsoDate(date) ? date : undefined;
}

function fullYear(short: number, from: number): string {
  return String(from + ((((short - from) % 100) + 100) % 100));
}
