/** Trends as bars or lines, shares as a ring, each with its legend. */
import type { Chart } from "../../view.ts";
import { type Block, colourOf, FAINT, GREY, numberText, type Pen, write } from "./brush.ts";

type Axes = Exclude<Chart, { type: "pie" }>;
type Pie = Extract<Chart, { type: "pie" }>;

const HEIGHT = 190;
const FEET = 20;
const HEAD = 26;
const ASIDE = 40;
const LEGEND = 22;

export function chartBlock(chart: Chart, inner: number): Block {
  return {
    height: HEIGHT,
    draw: (pen, x, y) => (chart.type === "pie" ? drawPie(pen, chart, { x, y }) : drawAxes(pen, chart, { x, y }, inner)),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function drawPie(pen: Pen, { segments }: Pie, { x, y }: Place): void {
  const all = segments.reduce((sum, { value }) => sum + value, 0);
  const radius = HEIGHT / 2 - 8;
  const middle = { x: x + radius, y: y + HEIGHT / 2 };
  let from = -Math.PI / 2;
  segments.forEach(({ label, value }, at) => {
    const to = from + (all === 0 ? 0 : (value / all) * 2 * Math.PI);
    pen.beginPath();
    pen.arc(middle.x, middle.y, radius, from, to);
    pen.arc(middle.x, middle.y, radius * 0.58, to, from, true);
    pen.closePath();
    pen.fillStyle = colourOf(at);
    pen.fill();
    from = to;
    const line = { x: x + 2 * radius + 28, y: y + 24 + at * LEGEND };
    mark(pen, line, at);
    const share = all === 0 ? 0 : Math.round((value / all) * 1000) / 10;
    write(
      pen,
      `${label}  ${numberText(value)}  (${share} %)`,
      { x: line.x + 18, y: line.y + 5, width: 460 },
      { size: 13 },
    );
  });
}

function mark(pen: Pen, { x, y }: Place, at: number): void {
  pen.fillStyle = colourOf(at);
  pen.fillRect(x, y - 6, 12, 12);
}

/** The least of 1, 2 and 5 times a power of ten that is enough. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((times) => times * power).find((one) => one >= value) ?? value;
}

function drawAxes(pen: Pen, chart: Axes, { x, y }: Place, inner: number): void {
  const { type, categories, series } = chart;
  const stacked = categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const highest = type === "bar" ? Math.max(0, ...stacked) : Math.max(0, ...series.flatMap(({ values }) => values));
  const top = roundUp(highest);
  const field = { x: x + ASIDE, y: y + HEAD, width: inner - ASIDE, height: HEIGHT - HEAD - FEET };
  const yOf = (value: number) => field.y + field.height * (1 - value / top);
  const step = field.width / Math.max(1, categories.length);
  legend(pen, series, { x: field.x, y: y + 8 });
  for (const value of [0, top / 2, top]) scaleLine(pen, value, { x, y: yOf(value) }, field.width);
  categories.forEach((label, at) => {
    const middle = field.x + (at + 0.5) * step;
    write(pen, label, { x: middle, y: y + HEIGHT - 4, width: step - 2 }, { size: 11, colour: GREY, align: "center" });
    if (type === "bar")
      drawBar(
        pen,
        series.map(({ values }) => values[at] ?? 0),
        { middle, step, yOf },
      );
  });
  if (type === "line") {
    series.forEach(({ values }, at) => {
      drawLine(
        pen,
        values.map((value, place) => ({ x: field.x + (place + 0.5) * step, y: yOf(value) })),
        at,
      );
    });
  }
}

function legend(pen: Pen, series: Axes["series"], { x, y }: Place): void {
  let left = x;
  series.forEach(({ name }, at) => {
    mark(pen, { x: left, y }, at);
    write(pen, name, { x: left + 18, y: y + 5 }, { size: 13 });
    left += 44 + pen.measureText(name).width;
  });
}

function scaleLine(pen: Pen, value: number, { x, y }: Place, width: number): void {
  write(pen, numberText(value), { x: x + ASIDE - 8, y: y + 4 }, { size: 11, colour: GREY, align: "right" });
  pen.strokeStyle = FAINT;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x + ASIDE, y);
  pen.lineTo(x + ASIDE + width, y);
  pen.stroke();
}

interface Column {
  readonly middle: number;
  readonly step: number;
  yOf(value: number): number;
}

function drawBar(pen: Pen, values: readonly number[], { middle, step, yOf }: Column): void {
  const width = Math.min(46, step * 0.6);
  let below = 0;
  values.forEach((value, at) => {
    pen.fillStyle = colourOf(at);
    pen.fillRect(middle - width / 2, yOf(below + value), width, yOf(below) - yOf(below + value));
    below += value;
  });
  if (below > 0) write(pen, String(below), { x: middle, y: yOf(below) - 4 }, { size: 11, align: "center" });
}

function drawLine(pen: Pen, points: readonly Place[], at: number): void {
  pen.strokeStyle = colourOf(at);
  pen.lineWidth = 2;
  pen.beginPath();
  points.forEach(({ x, y }, place) => {
    if (place === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.stroke();
}
