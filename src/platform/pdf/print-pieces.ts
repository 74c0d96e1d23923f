/** What a view shows, on paper: the same pieces, without what can be pressed. */
import { type Piece, plainText, type Span } from "../view.ts";
import type { Paper } from "./paper.ts";

export function printPieces(paper: Paper, pieces: readonly Piece[]): void {
  for (const piece of pieces) printPiece(paper, piece);
}

/** Points above a line that is the head of what follows, so that it does not stand with what came before. */
const HEAD_SPACE = 5;

function printPiece(paper: Paper, piece: Piece): void {
  if (piece.kind === "heading") {
    paper.heading(piece.text);
  } else if (piece.kind === "line" || piece.kind === "item") {
    const isHead = isBold(piece.text);
    if (isHead) paper.space(HEAD_SPACE);
    paper.line(plainText(piece.text), { bold: isHead, size: 9.5 });
  } else if (piece.kind === "note") {
    paper.quiet(plainText(piece.text));
  } else if (piece.kind === "facts") {
    paper.facts(piece.facts);
  } else if (piece.kind === "divider") {
    paper.space(6);
  }
  if (piece.kind === "item" && piece.detail !== undefined) {
    paper.quiet(plainText(piece.detail));
  }
  if (piece.kind === "table") {
    const columns = piece.columns.map((title) => ({ title, share: 1 }));
    paper.table(
      columns,
      piece.rows.map((row) => row.map(String)),
    );
  }
}

/** A line that is bold from end to end is the head of what follows. */
const isBold = (text: string | readonly Span[]): boolean =>
  typeof text !== "string" && text.length === 1 && text.every((span) => typeof span !== "string" && "bold" in span);
