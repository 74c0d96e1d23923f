/** A view as a picture: its pieces one below the other. Runs in a thread of its own; see painted.ts. */
import { type Piece, plainText, type View } from "../../view.ts";
import { type Block, blankPicture, GREY, type Letters, linesOf, type Pen, write } from "./brush.ts";
import { chartBlock } from "./chart.ts";
import { tableBlock } from "./table.ts";
import { tilesBlock } from "./tiles.ts";

const WIDTH = 900;
const MARGIN = 36;
const INNER = WIDTH - 2 * MARGIN;
const GAP = 10;

export async function paint({ title, pieces }: Pick<View, "title" | "pieces">): Promise<Uint8Array> {
  const { pen: ruler } = blankPicture(1, 1);
  const blocks = [
    textBlock(ruler, title, { size: 24, bold: true }),
    ...pieces.flatMap((piece, at) => (at === 0 && isTitle(piece, title) ? [] : blocksOf(ruler, piece))),
  ];
  const height = blocks.reduce((sum, block) => sum + block.height + GAP, 2 * MARGIN - GAP);
  const { canvas, pen } = blankPicture(WIDTH, height);
  let y = MARGIN;
  for (const block of blocks) {
    block.draw(pen, MARGIN, y);
    y += block.height + GAP;
  }
  return canvas.encode("png");
}

const isTitle = (piece: Piece, title: string) => piece.kind === "heading" && piece.text === title;

function blocksOf(pen: Pen, piece: Piece): Block[] {
  switch (piece.kind) {
    case "heading":
      return [space(6), textBlock(pen, piece.text, { size: 17, bold: true })];
    case "line":
      return [textBlock(pen, plainText(piece.text), { size: 14 })];
    case "note":
      return [textBlock(pen, plainText(piece.text), { size: 12, colour: GREY })];
    case "item":
      return [
        textBlock(pen, plainText(piece.text), { size: 14 }),
        ...(piece.detail === undefined ? [] : [textBlock(pen, plainText(piece.detail), { size: 12, colour: GREY })]),
      ];
    case "facts":
      return [tilesBlock(pen, piece.facts, INNER)];
    case "table":
      return [tableBlock(pen, piece, INNER)];
    case "chart":
      return [textBlock(pen, piece.title, { size: 14, bold: true }), chartBlock(piece.chart, INNER)];
    case "buttons":
    case "menus":
    case "divider":
      return [];
  }
}

const space = (height: number): Block => ({ height, draw: () => undefined });

function textBlock(pen: Pen, text: string, letters: Letters): Block {
  const lines = linesOf(pen, text, INNER, letters);
  const step = Math.round(letters.size * 1.45);
  return {
    height: lines.length * step,
    draw: (on, x, y) =>
      lines.forEach((line, at) => {
        write(on, line, { x, y: y + at * step + letters.size }, letters);
      }),
  };
}
