/** A view as plain terminal text. Buttons have no place here; what they open has a command. */

import { chartLines } from "../plain-pieces.ts";
import { cleanText } from "../slack/mrkdwn.ts";
import { type Line, type Piece, plainText, type View } from "../view.ts";

export function terminalText(view: View): string {
  return [cleanText(view.title), "", ...view.pieces.flatMap(pieceLines)].join("\n").trimEnd();
}

function pieceLines(piece: Piece): string[] {
  switch (piece.kind) {
    case "heading":
      return ["", cleanText(piece.text), "-".repeat(width(cleanText(piece.text)))];
    case "line":
      return [words(piece.text)];
    case "note":
      return [`  ${words(piece.text)}`];
    case "item":
      return [`- ${words(piece.text)}`, ...(piece.detail === undefined ? [] : [`  ${words(piece.detail)}`])];
    case "facts":
      return piece.facts.map(([label, value]) => `${cleanText(label)}: ${cleanText(value)}`);
    case "table":
      return tableLines([piece.columns, ...piece.rows.map((row) => row.map(String))]);
    case "chart":
      return [cleanText(piece.title), ...chartLines(piece.chart).map((one) => `  ${cleanText(one)}`)];
    case "divider":
      return [""];
    case "buttons":
    case "menus":
      return [];
  }
}

const words = (text: Line) => cleanText(plainText(text));

/** Cells stand on one line each, and under one another whatever they are written in. */
function tableLines(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => cleanText(cell).replace(/\s+/gu, " ")));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ""))));
  return cells.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max((widths[column] ?? 0) - width(cell), 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** East Asian characters and pictures take two columns on a terminal, marks on another character none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\p{Mn}\p{Cf}]/u;

function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + columnsOf(letter), 0);
}

function columnsOf(letter: string): number {
  if (NO_WIDTH.test(letter)) {
    return 0;
  }
  return WIDE.test(letter) ? 2 : 1;
}
