import { type Figure, isMet } from "./figure.ts";

const HEADER = ["bench", "figure", "ours", "baseline", "ratio", "goal", "runs", ""];

/** One line per figure, in columns. */
export function tableText(figures: readonly Figure[]): string {
  const rows = [HEADER, ...figures.map(rowOf)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rowOf(figure: Figure): string[] {
  const { bench, unit, ours, baseline, ratio, goal, runs } = figure;
  const wanted = "ratio" in goal ? `${goal.ratio}x` : `${goal.atMost} ${unit}`;
  const verdict = isMet(figure) ? "met" : "missed";
  return [bench, figure.figure, `${ours} ${unit}`, `${baseline} ${unit}`, `${ratio}x`, wanted, String(runs), verdict];
}
