import { count, type Shape, shape, shapes, word, words } from "../shape.ts";
import { Pie } from "./pie.tsx";

interface Series {
  name: string;
  /** One value per category; null where the series has none. */
  values: (number | null)[];
}

const WIDTH = 520;
const HEIGHT = 240;
const LEFT = 52;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 34;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

function seriesOf(chart: Shape, categories: string[]): Series[] {
  return shapes(chart.series).map((one) => {
    const points = new Map(shapes(one.data).map((point) => [word(point.label), count(point.value) ?? null]));
    return { name: word(one.name), values: categories.map((category) => points.get(category) ?? null) };
  });
}

/** The next round number of the 1, 2, 5 kind, so that the axis is easy to read. */
function roundStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * magnitude >= rough) ?? 10;
  return factor * magnitude;
}

interface Scale {
  ticks: number[];
  y(value: number): number;
}

function scaleOf(series: Series[]): Scale {
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const step = roundStep((high - low || 1) / 4);
  const [from, to] = [Math.floor(low / step) * step, Math.ceil(high / step) * step || step];
  const steps = Math.round((to - from) / step);
  return {
    ticks: Array.from({ length: steps + 1 }, (_none, index) => from + index * step),
    y: (value) => TOP + PLOT_HEIGHT * (1 - (value - from) / (to - from)),
  };
}

/** The data visualization block: line, bar, area or pie, with its numbers as a table for who cannot see it. */
export function Chart({ block }: { block: Shape }) {
  const chart = shape(block.chart);
  const title = word(block.title);
  const axis = shape(chart.axis_config);
  const categories = words(axis.categories);
  const series = chart.type === "pie" ? [] : seriesOf(chart, categories);
  const segments = shapes(chart.segments).map((one) => ({ label: word(one.label), value: count(one.value) ?? 0 }));
  const names = chart.type === "pie" ? segments.map(({ label }) => label) : series.map(({ name }) => name);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {chart.type === "pie" ? (
        <Pie title={title} segments={segments} />
      ) : (
        <Plot kind={word(chart.type)} title={title} categories={categories} series={series} />
      )}
      {(word(axis.x_label) || word(axis.y_label)) !== "" && (
        <small class="axes">{[word(axis.y_label), word(axis.x_label)].filter((one) => one !== "").join(" · ")}</small>
      )}
      {names.length > 1 && (
        <ul class="legend">
          {names.map((name, index) => (
            <li key={name} class={`hue-${index % 8}`}>
              {name}
            </li>
          ))}
        </ul>
      )}
      <Numbers title={title} categories={categories} series={series} segments={segments} />
    </figure>
  );
}

interface PlotProps {
  kind: string;
  title: string;
  categories: string[];
  series: Series[];
}

function Plot({ kind, title, categories, series }: PlotProps) {
  const scale = scaleOf(series);
  const band = PLOT_WIDTH / Math.max(1, categories.length);
  const every = Math.ceil(categories.length / 10);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${kind} chart: ${title}`}>
      {scale.ticks.map((tick) => (
        <g key={tick} class="grid">
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text x={LEFT - 8} y={scale.y(tick) + 4} text-anchor="end">
            {tick.toLocaleString("en", { notation: "compact" })}
          </text>
        </g>
      ))}
      {categories.map((category, index) =>
        index % every === 0 ? (
          <text key={category} class="category" x={LEFT + band * (index + 0.5)} y={HEIGHT - 12} text-anchor="middle">
            {category.length > 12 ? `${category.slice(0, 11)}…` : category}
          </text>
        ) : null,
      )}
      {series.map((one, index) =>
        kind === "bar" ? (
          <Bars key={one.name} series={one} index={index} of={series.length} band={band} scale={scale} />
        ) : (
          <Curve key={one.name} series={one} index={index} band={band} scale={scale} filled={kind === "area"} />
        ),
      )}
    </svg>
  );
}

interface BarsProps {
  series: Series;
  index: number;
  of: number;
  band: number;
  scale: Scale;
}

function Bars({ series, index, of, band, scale }: BarsProps) {
  const width = (band * 0.7) / of;
  return (
    <g class={`bars hue-${index % 8}`}>
      {series.values.map((value, at) =>
        value === null ? null : (
          <rect
            key={at}
            x={LEFT + band * at + band * 0.15 + width * index}
            y={Math.min(scale.y(value), scale.y(0))}
            width={Math.max(1, width - 1)}
            height={Math.abs(scale.y(value) - scale.y(0))}
            rx={2}
          >
            <title>{`${series.name}: ${value}`}</title>
          </rect>
        ),
      )}
    </g>
  );
}

interface CurveProps {
  series: Series;
  index: number;
  band: number;
  scale: Scale;
  filled: boolean;
}

function Curve({ series, index, band, scale, filled }: CurveProps) {
  const points = series.values.flatMap((value, at) =>
    value === null ? [] : [{ x: LEFT + band * (at + 0.5), y: scale.y(value), value }],
  );
  const path = points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  const [first, last] = [points[0], points.at(-1)];
  return (
    <g class={`curve hue-${index % 8}`}>
      {filled && first !== undefined && last !== undefined && (
        <path class="area" d={`${path}L${last.x} ${scale.y(0)}L${first.x} ${scale.y(0)}Z`} />
      )}
      <path class="stroke" d={path} />
      {points.map(({ x, y, value }) => (
        <circle key={x} cx={x} cy={y} r={3}>
          <title>{`${series.name}: ${value}`}</title>
        </circle>
      ))}
    </g>
  );
}

interface NumbersProps {
  title: string;
  categories: string[];
  series: Series[];
  segments: { label: string; value: number }[];
}

function Numbers({ title, categories, series, segments }: NumbersProps) {
  return (
    <table class="unseen">
      <caption>{title}</caption>
      <tbody>
        {segments.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
        {categories.map((category, at) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map(({ name, values }) => (
              <td key={name}>{`${name}: ${values[at] ?? "none"}`}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
