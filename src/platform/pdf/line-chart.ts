/** One figure over time, in the PDF's own vector commands: a line, its points with their values, and the policy's limit. */
import { type Box, GREY, INK, RULE } from "./print-job.ts";

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

export interface LineChart {
  readonly title: string;
  /** Oldest first. */
  readonly points: readonly ChartPoint[];
  readonly limits: readonly { readonly value: number; readonly text: string; readonly colour: string }[];
}

const LINE = "#1264a3";
const HEAD = 16;
const FEET = 14;
const ASIDE = 34;

export function drawLineChart(doc: PDFKit.PDFDocument, box: Box, { title, points, limits }: LineChart): void {
  doc.fontSize(9).fillColor(INK).text(title, box.x, box.y, { width: box.width, height: 12, ellipsis: true });
  const field = {
    x: box.x + ASIDE,
    y: box.y + HEAD + 10,
    width: box.width - 2 * ASIDE,
    height: box.height - HEAD - FEET - 16,
  };
  const scale = scaleOf([...points, ...limits].map(({ value }) => value));
  const yOf = (value: number) => field.y + field.height * (1 - (value - scale.from) / (scale.to - scale.from));
  const xOf = (at: number) => field.x + (points.length === 1 ? 0.5 : at / (points.length - 1)) * field.width;
  doc
    .rect(field.x - 22, field.y - 10, field.width + 44, field.height + 14)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke();
  for (const limit of limits) {
    const y = yOf(limit.value);
    doc
      .moveTo(field.x - 8, y)
      .lineTo(field.x + field.width + 8, y)
      .dash(3, { space: 2 });
    doc.lineWidth(0.7).strokeColor(limit.colour).stroke().undash();
    doc.fontSize(6.5).fillColor(limit.colour);
    doc.text(limit.text, field.x + field.width + 10, y - 4, { width: ASIDE, lineBreak: false });
  }
  points.forEach(({ value }, at) => {
    if (at === 0) doc.moveTo(xOf(at), yOf(value));
    else doc.lineTo(xOf(at), yOf(value));
  });
  doc.lineWidth(1.3).strokeColor(LINE).stroke();
  points.forEach(({ value, text, label }, at) => {
    doc.circle(xOf(at), yOf(value), 2).fill(LINE);
    const beside = { width: 60, align: "center", lineBreak: false } as const;
    doc
      .fontSize(7)
      .fillColor(INK)
      .text(text, xOf(at) - 30, yOf(value) - 12, beside);
    doc
      .fontSize(6.5)
      .fillColor(GREY)
      .text(label, xOf(at) - 30, field.y + field.height + 7, beside);
  });
}

/** A little air above and below; a line that never moves stands in the middle. */
function scaleOf(values: readonly number[]): { readonly from: number; readonly to: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = high === low ? Math.max(Math.abs(high) * 0.1, 1) : (high - low) * 0.15;
  return { from: low - air, to: high + air };
}
