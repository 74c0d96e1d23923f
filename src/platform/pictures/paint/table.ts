/** A table with the words of its first column on the left, and numbers on the right. */
import type { Table } from "../../view.ts";
import { type Block, FAINT, GREY, type Letters, numberText, type Pen, widthOf, write } from "./brush.ts";

const ROW = 25;
/** Whoever wants more asks for a spreadsheet. */
const MOST_ROWS = 15;
const PADDING = 18;
const HEAD: Letters = { size: 13, bold: true, colour: GREY };
const CELL: Letters = { size: 13 };

export function tableBlock(ruler: Pen, { caption, columns, rows }: Table, inner: number): Block {
  const shown = rows.slice(0, MOST_ROWS).map((row) => row.map(cellText));
  const widths = widthsOf(ruler, columns, shown, inner);
  const top = caption === undefined ? 0 : ROW;
  return {
    height: top + (shown.length + 1) * ROW,
    draw: (pen, x, y) => {
      if (caption !== undefined) write(pen, caption, { x, y: y + 16, width: inner }, { size: 14, bold: true });
      drawRow(pen, columns, { x, y: y + top, widths }, HEAD);
      shown.forEach((row, at) => {
        drawRow(pen, row, { x, y: y + top + (at + 1) * ROW, widths }, CELL);
      });
    },
  };
}

const cellText = (cell: string | number) => (typeof cell === "number" ? numberText(cell) : cell);

/** As wide as what they hold, but the first, which takes what is left; at most an equal share where all together are too wide. */
function widthsOf(
  ruler: Pen,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  inner: number,
): readonly number[] {
  const most = inner / Math.max(1, columns.length);
  const wanted = columns.map((column, at) => {
    const cells = rows.map((row) => widthOf(ruler, row[at] ?? "", CELL));
    return Math.max(widthOf(ruler, column, HEAD), ...cells) + PADDING;
  });
  const isTooWide = wanted.reduce((sum, width) => sum + width, 0) > inner;
  const others = wanted.slice(1).map((width) => (isTooWide ? Math.min(width, most) : width));
  return [inner - others.reduce((sum, width) => sum + width, 0), ...others];
}

function drawRow(
  pen: Pen,
  cells: readonly string[],
  { x, y, widths }: { readonly x: number; readonly y: number; readonly widths: readonly number[] },
  letters: Letters,
): void {
  let left = x;
  cells.forEach((cell, at) => {
    const width = widths[at] ?? 0;
    if (at === 0) write(pen, cell, { x: left, y: y + 17, width: width - PADDING }, letters);
    else write(pen, cell, { x: left + width, y: y + 17, width }, { ...letters, align: "right" });
    left += width;
  });
  pen.strokeStyle = FAINT;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, y + ROW - 0.5);
  pen.lineTo(left, y + ROW - 0.5);
  pen.stroke();
}
