/** A view as plain terminal text. Buttons have no place here; what they open has a command. */

import { cleanText } from "../slack/mrkdwn.ts";
import { type Piece, plainText, type View } from "../view.ts";

export function terminalText(view: View): string {
  return [view.title, "", ...view.pieces.flatMap(pieceLines)].map(cleanText).join("\n").trimEnd();
}

function pieceLines(piece: Piece): string[] {
  switch (piece.kind) {
    case "heading":
      return ["", piece.text, "-".repeat(width(piece.text))];
    case "line":
      return [plainText(piece.text)];
    case "note":
      return [`  ${plainText(piece.text)}`];
    case "item":
      return [`- ${plainText(piece.text)}`, ...(piece.detail === undefined ? [] : [`  ${plainText(piece.detail)}`])];
    case "facts":
      return piece.facts.map(([label, value]) => `${label}: ${value}`);
    case "table":
      return tableLines([piece.columns, ...piece.rows]);
    case "divider":
      return [""];
    case "buttons":
      return [];
  }
}

function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max((widths[column] ?? 0) - width(cell), 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** Chinese characters take two columns on a terminal. */
function width(text: string): number {
  return [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(letter)
        ? 2
        : 1),
    0,
  );
}
