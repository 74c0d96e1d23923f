/** Draws a document: A4, one column, page numbers at the foot. Runs in a thread of its own; see printed.ts. */
import PDFDocument from "pdfkit";
import { FONT_FILE } from "./fonts.ts";
import { drawLineChart, type LineChart } from "./line-chart.ts";
import {
  type Box,
  type Column,
  GREY,
  type Imprint,
  INK,
  type Operation,
  type PrintJob,
  RULE,
  type TextLook,
} from "./print-job.ts";
import { drawQrCode } from "./qr-code.ts";
import { drawSigning, SIGNING_HEIGHT } from "./signing.ts";

const MARGIN = 48;
const FOOT = 28;
const CELL_PADDING = 3;

const CHARTS = { height: 120, gap: 14 };
const CODE = 84;
/** Two lines below the code. */
const CAPTION = 20;

/** Throws what PDFKit reports. */
export async function press({ imprint, operations }: PrintJob): Promise<Uint8Array> {
  const sheet = new Sheet(imprint);
  for (const operation of operations) draw(sheet, operation);
  return sheet.finish();
}

function draw(sheet: Sheet, operation: Operation): void {
  switch (operation.kind) {
    case "title":
      sheet.title(operation.text);
      break;
    case "heading":
      sheet.heading(operation.text);
      break;
    case "line":
      sheet.line(operation.text, operation.look);
      break;
    case "space":
      sheet.space(operation.points);
      break;
    case "facts":
      sheet.facts(operation.pairs);
      break;
    case "table":
      sheet.table(operation.columns, operation.rows);
      break;
    case "charts":
      drawCharts(sheet, operation.charts);
      break;
    case "proof":
      drawProof(sheet, operation);
      break;
    case "signing":
      sheet.drawing(SIGNING_HEIGHT, (doc, box) => drawSigning(doc, box, operation.signing));
      break;
  }
}

/** Two beside each other. */
function drawCharts(sheet: Sheet, charts: readonly LineChart[]): void {
  for (let at = 0; at < charts.length; at += 2) {
    sheet.drawing(CHARTS.height, (doc, box) => {
      const width = (box.width - CHARTS.gap) / 2;
      charts.slice(at, at + 2).forEach((chart, place) => {
        drawLineChart(doc, { ...box, x: box.x + place * (width + CHARTS.gap), width }, chart);
      });
    });
    sheet.space(8);
  }
}

function drawProof(sheet: Sheet, { paragraphs, code, codeSays }: Extract<Operation, { kind: "proof" }>): void {
  sheet.drawing(CODE + 6 + CAPTION, (doc, box) => {
    doc.fontSize(8).fillColor(GREY);
    doc.text(paragraphs.join("\n\n"), box.x, box.y + 4, { width: box.width - CODE - 16 });
    const place = { x: box.x + box.width - CODE, y: box.y, side: CODE };
    drawQrCode(doc, code, place);
    doc.fontSize(6.5).fillColor(GREY);
    doc.text(codeSays, place.x, place.y + CODE, { width: CODE, align: "center" });
  });
}

class Sheet {
  private readonly doc: PDFKit.PDFDocument;
  private readonly done: Promise<Uint8Array>;
  private readonly imprint: Imprint;

  constructor(imprint: Imprint) {
    this.imprint = imprint;
    this.doc = new PDFDocument({
      size: "A4",
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
      bufferPages: true,
      info: { Title: imprint.title, Creator: "afterloan", Producer: "afterloan", CreationDate: imprint.madeAt },
    });
    this.doc.font(FONT_FILE);
    const parts: Uint8Array[] = [];
    this.doc.on("data", (part: Uint8Array) => parts.push(part));
    this.done = new Promise((resolve, reject) => {
      this.doc.on("end", () => resolve(Buffer.concat(parts)));
      this.doc.on("error", reject);
    });
  }

  title(text: string): void {
    this.line(text, { bold: true, size: 17 });
    this.space(4);
  }

  heading(text: string): void {
    this.space(8);
    this.keepTogether(46 + HEAD_AND_ROW);
    this.line(text, { bold: true, size: 12 });
    this.space(2);
  }

  line(text: string, look: TextLook = {}): void {
    this.dressed(look).text(text, MARGIN, this.doc.y, { width: this.width, ...weight(look) });
  }

  space(points: number): void {
    this.doc.y += points;
  }

  /** Two columns: what it is, and what it says. */
  facts(pairs: readonly (readonly [string, string])[]): void {
    const label = this.width * 0.3;
    for (const [name, said] of pairs) {
      this.row([
        { text: name, x: MARGIN, width: label, look: { size: 9, colour: GREY } },
        { text: said, x: MARGIN + label, width: this.width - label, look: { size: 10 } },
      ]);
    }
    this.space(4);
  }

  /** The head is said again on every page that the table reaches. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    const places = columns.map((column, at) => {
      const before = columns.slice(0, at).reduce((sum, { share }) => sum + share, 0);
      return { column, x: MARGIN + (before / whole) * this.width, width: (column.share / whole) * this.width };
    });
    const cellsOf = (texts: readonly string[], look: TextLook) =>
      places.map(({ column, x, width }, at) => ({ text: texts[at] ?? "", x, width, look, align: column.align }));
    const head = () =>
      this.row(
        cellsOf(
          columns.map(({ title }) => title),
          HEAD,
        ),
      );
    this.keepTogether(HEAD_AND_ROW);
    head();
    for (const texts of rows) {
      this.row(cellsOf(texts, { size: 9 }), head);
    }
    this.space(4);
  }

  /** Room of a height for `draw`, on one page. */
  drawing(height: number, draw: (doc: PDFKit.PDFDocument, box: Box) => void): void {
    this.keepTogether(height);
    const box = { x: MARGIN, y: this.doc.y, width: this.width, height };
    draw(this.doc, box);
    this.doc.fillColor(INK).y = box.y + height;
  }

  /** Closes the document and answers it. Throws what PDFKit reports. */
  async finish(): Promise<Uint8Array> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      this.foot(page + 1, count);
    }
    this.doc.end();
    return this.done;
  }

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  private get bottom(): number {
    return this.doc.page.height - MARGIN - FOOT;
  }

  private foot(page: number, pages: number): void {
    // Below the margin PDFKit would begin a new page.
    this.doc.page.margins.bottom = 0;
    const y = this.doc.page.height - MARGIN;
    this.dressed({ size: 8, colour: GREY })
      .text(this.imprint.foot, MARGIN, y, { width: this.width - 60, height: FOOT, ellipsis: true, lineBreak: false })
      .text(`${page} / ${pages}`, MARGIN, y, { width: this.width, align: "right", lineBreak: false });
  }

  private dressed({ size = 10, colour = INK }: TextLook): PDFKit.PDFDocument {
    return this.doc
      .fontSize(size)
      .fillColor(colour)
      .strokeColor(colour)
      .lineWidth(size * BOLD_LINE);
  }

  private keepTogether(height: number): boolean {
    const fits = this.doc.y + height <= this.bottom;
    if (!fits) this.doc.addPage();
    return !fits;
  }

  private row(cells: readonly Cell[], onNewPage: () => void = () => undefined): void {
    const inside = ({ width, align }: Cell) => ({ width: width - 2 * CELL_PADDING, align: align ?? "left" });
    const heights = cells.map((cell) => this.dressed(cell.look).heightOfString(cell.text, inside(cell)));
    const height = Math.min(Math.max(0, ...heights), this.bottom - MARGIN - 40) + 2 * CELL_PADDING;
    if (this.keepTogether(height)) onNewPage();
    const { y } = this.doc;
    for (const cell of cells) {
      // A cell as long as a page is cut there; the words stand in full in the record.
      this.dressed(cell.look).text(cell.text, cell.x + CELL_PADDING, y + CELL_PADDING, {
        ...inside(cell),
        ...weight(cell.look),
        height: height - CELL_PADDING,
        ellipsis: true,
      });
    }
    this.doc
      .moveTo(MARGIN, y + height)
      .lineTo(MARGIN + this.width, y + height)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
    this.doc.y = y + height;
  }
}

interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly look: TextLook;
  readonly align?: "left" | "right" | undefined;
}

/** A head stands with its first row. */
const HEAD_AND_ROW = 56;
const HEAD: TextLook = { bold: true, size: 9 };

/** The line around a bold letter, as a part of its size. */
const BOLD_LINE = 0.035;

const weight = ({ bold = false }: TextLook) => ({ fill: true, stroke: bold });
