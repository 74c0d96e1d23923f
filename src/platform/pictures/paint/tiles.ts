/** Headline figures: each in a tile of its own, the number large; nothing is grey. */
import { type Block, GREY, INK, linesOf, type Pen, TILE, write } from "./brush.ts";

const IN_A_ROW = 4;
const GAP = 10;
const HEIGHT = 84;
const PADDING = 12;
const LABEL = { size: 12, colour: GREY } as const;
const LABEL_LINES = 2;
const LABEL_STEP = 15;

export function tilesBlock(pen: Pen, facts: readonly (readonly [string, string])[], inner: number): Block {
  const width = (inner - GAP * (IN_A_ROW - 1)) / IN_A_ROW;
  const tiles = facts.map(([label, value]) => ({
    value,
    lines: linesOf(pen, label, width - 2 * PADDING, LABEL).slice(0, LABEL_LINES),
  }));
  const rows = Math.ceil(tiles.length / IN_A_ROW);
  return {
    height: rows * (HEIGHT + GAP) - GAP,
    draw: (on, x, y) =>
      tiles.forEach(({ value, lines }, at) => {
        const left = x + (at % IN_A_ROW) * (width + GAP);
        const top = y + Math.floor(at / IN_A_ROW) * (HEIGHT + GAP);
        on.fillStyle = TILE;
        on.beginPath();
        on.roundRect(left, top, width, HEIGHT, 6);
        on.fill();
        const colour = value === "0" ? GREY : INK;
        const place = { x: left + PADDING, y: top + 36, width: width - 2 * PADDING };
        write(on, value, place, { size: 26, bold: value !== "0", colour });
        lines.forEach((line, place) => {
          write(on, line, { x: left + PADDING, y: top + 55 + place * LABEL_STEP }, LABEL);
        });
      }),
  };
}
