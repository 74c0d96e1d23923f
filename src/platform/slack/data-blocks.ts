/** Slack's blocks for figures: `data_visualization` for trends and shares, `data_table` for lists. Both may be refused by an older client. */
import type { Block, DataTableBlock } from "@slack/types";
import type { Chart, Table } from "../view.ts";
import { cleanText, clip } from "./mrkdwn.ts";

/** Not in @slack/types yet. */
export interface ChartBlock extends Block {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: Readonly<Record<string, unknown>>;
}

const TITLE = 50;
const LABEL = 20;
/** Slack's page says six series or segments; a later client takes twelve. */
const MOST_SERIES = 6;
const MOST_POINTS = 20;
const TABLE_ROWS = 100;
const TABLE_COLUMNS = 20;
const CELL_TEXT = 500;
const CAPTION = 150;
const PAGE = 10;
/** What stands for an empty word: Slack refuses those. */
const NOTHING = "-";

/** Nothing where there is nothing to draw. */
export function chartBlocks(title: string, chart: Chart): ChartBlock[] {
  const drawn = chart.type === "pie" ? pie(chart.segments) : axes(chart);
  const [shown = NOTHING] = labels([title], TITLE);
  return drawn === undefined ? [] : [{ type: "data_visualization", title: shown, chart: drawn }];
}

function pie(all: readonly { readonly label: string; readonly value: number }[]) {
  const some = all.filter(({ value }) => value > 0).slice(0, MOST_SERIES);
  const names = labels(
    some.map(({ label }) => label),
    LABEL,
  );
  const segments = some.map(({ value }, at) => ({ label: names[at] ?? NOTHING, value }));
  return segments.length === 0 ? undefined : { type: "pie", segments };
}

function axes({ type, categories, series }: Exclude<Chart, { type: "pie" }>) {
  const points = labels(categories.slice(0, MOST_POINTS), LABEL);
  const some = series.slice(0, MOST_SERIES);
  const names = labels(
    some.map(({ name }) => name),
    LABEL,
  );
  if (points.length === 0 || some.length === 0) {
    return undefined;
  }
  return {
    type,
    axis_config: { categories: points },
    series: some.map(({ values }, at) => ({
      name: names[at] ?? NOTHING,
      data: points.map((label, point) => ({ label, value: values[point] ?? 0 })),
    })),
  };
}

/** Each stands for one thing: those that are cut to the same words are told apart. */
function labels(texts: readonly string[], most: number): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const wanted = clip(cleanText(text), most) || NOTHING;
    let label = wanted;
    for (let same = 2; taken.has(label); same += 1) {
      label = `${clip(wanted, most - 4)} ${same}`;
    }
    taken.add(label);
    return label;
  });
}

/** Every row is as wide as the head. Slack wants a row below the head. */
export function dataTableBlocks(caption: string, { columns, rows }: Table): DataTableBlock[] {
  const shown = columns.slice(0, TABLE_COLUMNS);
  const cell = (value: string | number) =>
    typeof value === "number"
      ? { type: "raw_number" as const, value, text: String(value) }
      : { type: "raw_text" as const, text: clip(cleanText(value), CELL_TEXT) || " " };
  const body = rows.slice(0, TABLE_ROWS).map((row) => shown.map((_, at) => cell(row[at] ?? "")));
  if (shown.length === 0 || body.length === 0) {
    return [];
  }
  const said = clip(cleanText(caption), CAPTION) || NOTHING;
  return [{ type: "data_table", caption: said, page_size: PAGE, rows: [shown.map(cell), ...body] }];
}
