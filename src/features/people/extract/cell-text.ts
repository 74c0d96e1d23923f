/** What a workbook's cell says, as the text that a mapping reads: a date as YYYY-MM-DD, a number in plain digits. */
import type { SharedTexts } from "./shared-texts.ts";
import type { DateStyles } from "./workbook-parts.ts";

export interface Cell {
  /** `s` shared, `inlineStr`, `str` of a formula, `b`, `e`, `d`, `n` or nothing for a number. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
}

/** `undefined`: a number that the workbook itself no longer holds in full. */
export type ReadCell = (cell: Cell) => string | undefined;

/** Excel keeps 15 digits of a number and writes zeros for the rest: a card or identity number is lost so. */
const KEPT_DIGITS = 15;
const DAY_MS = 24 * 60 * 60 * 1000;
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);

export function cellReader({ texts, dates, is1904 }: DateStyles & { readonly texts: SharedTexts }): ReadCell {
  const epoch = is1904 ? FROM_1904 : FROM_1900;
  return ({ type, style, value }) => {
    switch (type) {
      case "s":
        return texts.at(Number(value));
      case "b":
        return value === "1" ? "TRUE" : "FALSE";
      case "d":
        return value.slice(0, 10);
      case "n":
      case "":
        return dates[style] === true ? dateText(value, epoch) : numberText(value);
      default:
        return value;
    }
  };
}

/** The hour is left away. Days before March 1900, which Excel counts wrongly, are far from any loan. */
function dateText(stored: string, epoch: number): string {
  const date = new Date(epoch + Math.floor(Number(stored)) * DAY_MS);
  return stored === "" || Number.isNaN(date.getTime()) ? stored : date.toISOString().slice(0, 10);
}

/** Without the noise of binary fractions: 0.1 + 0.2 is stored as 0.30000000000000004. */
function numberText(stored: string): string | undefined {
  const number = Number(stored);
  if (stored === "" || !Number.isFinite(number)) return stored;
  if (Math.abs(number) >= 10 ** KEPT_DIGITS) return undefined;
  const [digits = "0", exponent = "0"] = number.toPrecision(KEPT_DIGITS).split("e");
  return plainDecimal(digits, Number(exponent));
}

function plainDecimal(digits: string, exponent: number): string {
  const sign = digits.startsWith("-") ? "-" : "";
  const [whole = "0", part = ""] = digits.replace("-", "").split(".");
  const moved = exponent < 0 ? `${"0".repeat(-exponent)}${whole}` : whole;
  const point = moved.length + Math.min(exponent, 0);
  const all = `${moved}${part}`;
  const text = `${all.slice(0, point)}.${all.slice(point)}`.replace(/0+$/u, "").replace(/\.$/u, "");
  return `${sign}${text.replace(/^0+(?=\d)/u, "")}`;
}
