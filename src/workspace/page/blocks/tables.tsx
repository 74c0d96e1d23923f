import { useState } from "preact/hooks";
import { count, list, type Shape, shape, shapes, word } from "../shape.ts";
import { RichText } from "./rich-text.tsx";

function rowsOf(block: Shape): Shape[][] {
  return list(block.rows).map(shapes);
}

function Cell({ cell }: { cell: Shape }) {
  if (cell.type === "rich_text") {
    return <RichText block={cell} />;
  }
  return <>{word(cell.text) || word(cell.value)}</>;
}

function plain(cell: Shape | undefined): string {
  const part = cell ?? {};
  return part.type === "rich_text"
    ? shapes(part.elements).map(plain).join("")
    : word(part.text) + shapes(part.elements).map(plain).join("");
}

function sortKey(cell: Shape | undefined): number | string {
  return count(cell?.value) ?? (plain(cell) || word(cell?.value));
}

interface Look {
  align: string | undefined;
  wraps: boolean;
}

function lookOf(block: Shape, column: number): Look {
  const settings = shape(list(block.column_settings)[column]);
  return { align: word(settings.align) || undefined, wraps: settings.is_wrapped === true };
}

function cellProps(block: Shape, column: number, cell: Shape | undefined) {
  const { align, wraps } = lookOf(block, column);
  const number = cell?.type === "raw_number" ? "right" : undefined;
  return { class: wraps ? "wraps" : undefined, style: { textAlign: align ?? number } };
}

/** The table block: the first row is the head. It scrolls inside its own box. */
export function Table({ block }: { block: Shape }) {
  const [head = [], ...rows] = rowsOf(block);
  return (
    <Scroll label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" key={column} {...cellProps(block, column, rows[0]?.[column])}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} {...cellProps(block, column, cell)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Scroll({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section class="table" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

interface Order {
  column: number;
  down: boolean;
}

function sorted(rows: Shape[][], order: Order | null): Shape[][] {
  if (order === null) {
    return rows;
  }
  const compare = (one: Shape[], other: Shape[]): number => {
    const [left, right] = [sortKey(one[order.column]), sortKey(other[order.column])];
    const difference =
      typeof left === "number" && typeof right === "number" ? left - right : String(left).localeCompare(String(right));
    return order.down ? -difference : difference;
  };
  return [...rows].sort(compare);
}

const DEFAULT_PAGE = 5;

/** The data table block: a caption, sorting by a column's head, and pages. */
export function DataTable({ block }: { block: Shape }) {
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const [head = [], ...rows] = rowsOf(block);
  const size = count(block.page_size) ?? DEFAULT_PAGE;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(page, pages - 1);
  const turn = (column: number): void => {
    setOrder({ column, down: order?.column === column && !order.down });
    setPage(0);
  };
  return (
    <div class="data-table">
      <Scroll label={word(block.caption)}>
        <table>
          <caption>{word(block.caption)}</caption>
          <DataHead head={head} first={rows[0] ?? []} order={order} onSort={turn} />
          <tbody>
            {sorted(rows, order)
              .slice(at * size, (at + 1) * size)
              .map((row, index) => (
                <DataRow key={index} row={row} named={count(block.row_header_column_index) ?? 0} />
              ))}
          </tbody>
        </table>
      </Scroll>
      {pages > 1 && <Pages at={at} pages={pages} onTurn={setPage} />}
    </div>
  );
}

function DataRow({ row, named }: { row: Shape[]; named: number }) {
  return (
    <tr>
      {row.map((cell, column) =>
        column === named ? (
          <th scope="row" key={column}>
            <Cell cell={cell} />
          </th>
        ) : (
          <td key={column} style={{ textAlign: cell.type === "raw_number" ? "right" : undefined }}>
            <Cell cell={cell} />
          </td>
        ),
      )}
    </tr>
  );
}

interface HeadProps {
  head: Shape[];
  /** A column of numbers stands at the right, and so does its head. */
  first: Shape[];
  order: Order | null;
  onSort(column: number): void;
}

function DataHead({ head, first, order, onSort }: HeadProps) {
  const direction = (column: number): "ascending" | "descending" | "none" =>
    order?.column !== column ? "none" : order.down ? "descending" : "ascending";
  return (
    <thead>
      <tr>
        {head.map((cell, column) => (
          <th
            scope="col"
            key={column}
            aria-sort={direction(column)}
            style={{ textAlign: first[column]?.type === "raw_number" ? "right" : undefined }}
          >
            <button type="button" class="sort" onClick={() => onSort(column)}>
              <Cell cell={cell} />
              <span aria-hidden="true">{{ none: " ↕", ascending: " ↑", descending: " ↓" }[direction(column)]}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Pages({ at, pages, onTurn }: { at: number; pages: number; onTurn(page: number): void }) {
  return (
    <div class="pages">
      <button type="button" class="button" disabled={at === 0} onClick={() => onTurn(at - 1)}>
        Previous
      </button>
      <span>{`Page ${at + 1} of ${pages}`}</span>
      <button type="button" class="button" disabled={at === pages - 1} onClick={() => onTurn(at + 1)}>
        Next
      </button>
    </div>
  );
}
