/** A printed document as its feature writes it: A4, one column, page numbers at the foot. Drawn beside the desk's own thread. */
import type { LineChart } from "./line-chart.ts";
import { type Column, GREY, type Imprint, type Operation, type Signing, type TextLook } from "./print-job.ts";
import { printed } from "./printed.ts";

export class Paper {
  private readonly operations: Operation[] = [];
  private readonly imprint: Imprint;

  constructor(imprint: Imprint) {
    this.imprint = imprint;
  }

  title(text: string): void {
    this.operations.push({ kind: "title", text });
  }

  heading(text: string): void {
    this.operations.push({ kind: "heading", text });
  }

  line(text: string, look: TextLook = {}): void {
    this.operations.push({ kind: "line", text, look });
  }

  quiet(text: string): void {
    this.line(text, { size: 8, colour: GREY });
  }

  space(points: number): void {
    this.operations.push({ kind: "space", points });
  }

  /** Two columns: what it is, and what it says. */
  facts(pairs: readonly (readonly [string, string])[]): void {
    this.operations.push({ kind: "facts", pairs });
  }

  /** The head is said again on every page that the table reaches. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    this.operations.push({ kind: "table", columns, rows });
  }

  charts(charts: readonly LineChart[]): void {
    this.operations.push({ kind: "charts", charts });
  }

  proof(paragraphs: readonly string[], code: string, codeSays: string): void {
    this.operations.push({ kind: "proof", paragraphs, code, codeSays });
  }

  signing(signing: Signing): void {
    this.operations.push({ kind: "signing", signing });
  }

  /** Closes the document and answers it. Throws what PDFKit reports, or where the drawing takes too long. */
  finish(): Promise<Uint8Array> {
    return printed({ imprint: this.imprint, operations: this.operations });
  }
}
