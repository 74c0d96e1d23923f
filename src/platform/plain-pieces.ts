/** The same pieces without what only some places draw: charts and tables that can be sorted become words. Pure. */
import { bold, type Chart, type Piece, type Table } from "./view.ts";

export function plainPieces(pieces: readonly Piece[]): Exclude<Piece, { kind: "chart" }>[] {
  return pieces.map((piece) => {
    switch (piece.kind) {
      case "chart":
        return words(piece.title, chartLines(piece.chart));
      case "table":
        return piece.caption === undefined ? piece : words(piece.caption, tableLines(piece));
      default:
        return piece;
    }
  });
}

/** Whether anything would be said in other words. */
export function isPlain(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => piece.kind !== "chart" && !(piece.kind === "table" && piece.caption !== undefined));
}

/** A line for each category or segment: nothing that the picture shows is lost. */
export function chartLines(chart: Chart): string[] {
  return chart.type === "pie"
    ? chart.segments.map(({ label, value }) => `${label}: ${value}`)
    : chart.categories.map((category, at) =>
        [category, ...chart.series.map(({ name, values }) => `${name} ${values[at] ?? 0}`)].join(" · "),
      );
}

/** A line for each row, every figure with the head of its column. */
function tableLines({ columns, rows }: Table): string[] {
  return rows.map(([name, ...cells]) =>
    [String(name ?? ""), ...cells.map((cell, at) => `${columns[at + 1] ?? ""} ${cell}`)].join(" · "),
  );
}

function words(title: string, lines: readonly string[]) {
  return { kind: "line", text: [bold(title), "\n", lines.join("\n")] } as const;
}
