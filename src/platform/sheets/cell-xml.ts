/** A cell of a workbook's sheet as XML. */
import { decimalMoney, digitsOf } from "../../domain/decimal-money.ts";
import { neutralText } from "./neutral-text.ts";
import type { Cell, Column } from "./sheet.ts";
import { STYLE } from "./styles.ts";
import { typedCell } from "./typed-cell.ts";

/** What Excel takes in one cell; what is longer ends with an ellipsis. */
const LONGEST_TEXT = 32_767;
/** Excel keeps 15 digits of a number: longer ones are written as text, whole. */
const KEPT_DIGITS = 15;
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Excel believes in 29 February 1900: a date before this is text. */
const FIRST_DAY = 61;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these at all
const NOT_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
const ENTITY: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text inside an element or an attribute; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replaceAll(NOT_IN_XML, "\ufffd").replaceAll(/[&<>"]/gu, (sign) => ENTITY[sign] ?? sign);
}

/** `place` is the cell's address: B7. Empty for an empty cell. */
export type CellWriter = (column: Column, cell: Cell, place: string) => string;

/** `toWallClock`: see wall-clock.ts. */
export function cellWriter(toWallClock: (moment: Date) => number): CellWriter {
  return (column, cell, place) => {
    const typed = typedCell(column, cell);
    switch (typed.kind) {
      case "empty":
        return "";
      case "text":
        return textCell(place, typed.text);
      case "date":
        return dateCell(place, typed.text);
      case "number":
        return numberCell(place, typed.digits, STYLE.number);
      case "money":
        return numberCell(
          place,
          decimalMoney(typed.money),
          digitsOf(typed.money.currency) === 0 ? STYLE.wholeMoney : STYLE.money,
        );
      case "datetime": {
        const seconds = Math.round((toWallClock(typed.moment) - DAY_ZERO) / 1000);
        return `<c r="${place}" s="${STYLE.datetime}"><v>${seconds / 86_400}</v></c>`;
      }
    }
  };
}

export function textCell(place: string, text: string, style: number = STYLE.text): string {
  const neutral = neutralText(text);
  const fitting = neutral.length > LONGEST_TEXT ? `${neutral.slice(0, LONGEST_TEXT - 1)}…` : neutral;
  // _x0041_ means A to Excel: an underscore that begins such a thing is written as one itself.
  const escaped = xmlText(fitting.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_"));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

function dateCell(place: string, text: string): string {
  const day = DATE.test(text) ? (Date.parse(`${text}T00:00:00Z`) - DAY_ZERO) / DAY_MS : Number.NaN;
  return day >= FIRST_DAY ? `<c r="${place}" s="${STYLE.date}"><v>${day}</v></c>` : textCell(place, text);
}

function numberCell(place: string, digits: string, style: number): string {
  return digits.length > KEPT_DIGITS && isLong(digits, style)
    ? textCell(place, digits)
    : `<c r="${place}" s="${style}"><v>${digits}</v></c>`;
}

/** A fraction of a plain number loses nothing that it ever held; money and whole numbers are told to the last digit. */
function isLong(digits: string, style: number): boolean {
  return digits.replaceAll(/\D/gu, "").length > KEPT_DIGITS && (style !== STYLE.number || /^-?\d+$/u.test(digits));
}
