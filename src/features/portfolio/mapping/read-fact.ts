/** From what a source says to a fact of the right kind, or a refusal at its place. */
import type { IsoDate } from "../../../domain/vocabulary.ts";
import type { ReadDate } from "./date-format.ts";
import { type CompiledSource, type RowInHand, refuseCell } from "./source.ts";

/** Long enough for any name; a cell beyond it is a sign of a lost quote. */
const LONGEST_TEXT = 2_000;

export function requiredText(row: RowInHand, source: CompiledSource): string {
  const text = optionalText(row, source);
  if (text === null) {
    refuseCell(row, source.place, "", "missing");
  }
  return text ?? "";
}

export function optionalText(row: RowInHand, source: CompiledSource | undefined): string | null {
  const text = source?.say(row) ?? "";
  if (source !== undefined && text.length > LONGEST_TEXT) {
    refuseCell(row, source.place, text, "too_long");
  }
  return text === "" ? null : text;
}

/** Answers the first word where there is none that fits, after refusing the row. */
export function requiredWord<const Words extends readonly [string, ...string[]]>(
  row: RowInHand,
  source: CompiledSource,
  words: Words,
): Words[number] {
  const refusalsBefore = row.refusals.length;
  const word = optionalWord(row, source, words);
  if (word === null && row.refusals.length === refusalsBefore) {
    refuseCell(row, source.place, "", "missing");
  }
  return word ?? words[0];
}

export function optionalWord<const Words extends readonly string[]>(
  row: RowInHand,
  source: CompiledSource | undefined,
  words: Words,
): Words[number] | null {
  const text = source?.say(row) ?? "";
  const word = words.find((one) => one === text);
  if (source !== undefined && word === undefined && text !== "") {
    refuseCell(row, source.place, text, "unknown_word", words);
  }
  return word ?? null;
}

export function optionalDate(row: RowInHand, source: CompiledSource | undefined, readDate: ReadDate): IsoDate | null {
  const text = source?.say(row) ?? "";
  if (source === undefined || text === "") {
    return null;
  }
  const date = readDate(text);
  if (date === undefined) {
    refuseCell(row, source.place, text, "not_a_date");
  }
  return date ?? null;
}

export function requiredDate(row: RowInHand, source: CompiledSource, readDate: ReadDate): IsoDate | null {
  const refusalsBefore = row.refusals.length;
  const date = optionalDate(row, source, readDate);
  if (date === null && row.refusals.length === refusalsBefore) {
    refuseCell(row, source.place, "", "missing");
  }
  return date;
}
