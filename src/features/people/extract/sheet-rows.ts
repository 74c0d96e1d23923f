/** The rows of one sheet, as its XML streams by. */
import type { ReadCell } from "./cell-text.ts";
import type { ExtractRow } from "./extract.ts";
import { listenTo, type XmlListener } from "./xml.ts";

export async function* sheetRows(content: AsyncIterable<Buffer>, readCell: ReadCell): AsyncGenerator<ExtractRow> {
  const listener = new SheetListener(readCell);
  for await (const _ of listenTo(content, listener)) yield* listener.takeRows();
}

class SheetListener implements XmlListener {
  private readonly readCell: ReadCell;
  private rows: ExtractRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private lost = false;
  private column = 0;
  private type = "";
  private style = 0;
  private value = "";
  /** Inside `v`, or inside `t` of an inline text. */
  private isValue = false;

  constructor(readCell: ReadCell) {
    this.readCell = readCell;
  }

  takeRows(): readonly ExtractRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    this.isValue = name === "v" || (name === "t" && this.type === "inlineStr");
    if (name === "row") {
      this.line = Number(attribute("r") ?? this.line + 1);
      this.cells = [];
      this.column = 0;
      this.lost = false;
    } else if (name === "c") {
      this.column = columnOf(attribute("r")) ?? this.column + 1;
      this.type = attribute("t") ?? "";
      this.style = Number(attribute("s") ?? 0);
      this.value = "";
    }
  }

  text(piece: string): void {
    if (this.isValue) this.value += piece;
  }

  close(name: string): void {
    this.isValue = false;
    if (name === "c") {
      const { type, style, value } = this;
      const text = this.readCell({ type, style, value });
      while (this.cells.length < this.column - 1) this.cells.push("");
      this.cells[this.column - 1] = text ?? value;
      this.lost ||= text === undefined;
    } else if (name === "row") {
      const { line, cells } = this;
      this.rows.push(this.lost ? { line, cells, broken: "digits_lost" } : { line, cells });
    }
  }
}

/** `BC12` is column 55. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]+/u.exec(reference ?? "")?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
