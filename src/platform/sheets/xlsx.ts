/** Writes a workbook as .xlsx while its rows come: no more than a few pieces of it are ever in memory. */
import { Readable, type Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { cellWriter } from "./cell-xml.ts";
import { Measured } from "./measured.ts";
import { packageParts, sheetPath, type WrittenSheet } from "./package-parts.ts";
import type { Sheet, Workbook, WrittenFile } from "./sheet.ts";
import { SheetNames } from "./sheet-names.ts";
import { RowSource, sheetXml } from "./sheet-xml.ts";
import { wallClock } from "./wall-clock.ts";

/** Ends `out`. A sheet with more rows than Excel takes goes on in a next one of nearly the same name. Throws what the rows or `out` throw. */
export async function writeXlsx(out: Writable, workbook: Workbook): Promise<WrittenFile> {
  const archive = new Archive(workbook);
  const measured = new Measured();
  const written = pipeline(archive.output, measured, out);
  const filled = archive.fill();
  try {
    // Both at once: a full disk must not leave the rows waiting for ever.
    await Promise.all([filled, written]);
  } catch (failure) {
    archive.stop();
    await Promise.allSettled([filled, written]);
    throw failure;
  }
  return { rows: archive.rows, bytes: measured.bytes, sha256: measured.sha256() };
}

class Archive {
  readonly #workbook: Workbook;
  readonly #zip = new ZipFile();
  readonly #written: WrittenSheet[] = [];
  readonly #taken = new SheetNames();
  readonly #write;
  #current: Readable | undefined;
  rows = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#write = cellWriter(wallClock(workbook.timeZone));
    // Said by the stream itself, too, to whoever waits for it.
    this.#zip.on("error", () => this.stop());
  }

  get output(): Readable {
    return this.#zip.outputStream as Readable;
  }

  async fill(): Promise<void> {
    for (const sheet of this.#workbook.sheets) {
      await this.#addSheet(sheet);
    }
    for (const [path, text] of packageParts(this.#workbook, this.#written)) {
      this.#zip.addBuffer(Buffer.from(text), path, this.#how);
    }
    this.#zip.end();
  }

  stop(): void {
    this.#current?.destroy();
    this.output.destroy(new Error("the workbook was not finished"));
  }

  get #how() {
    return { mtime: this.#workbook.madeAt, compressionLevel: LEVEL };
  }

  async #addSheet({ name, columns, rows }: Sheet): Promise<void> {
    const source = new RowSource(rows);
    try {
      do {
        const written = { name: this.#taken.take(name), filtered: "" };
        this.#written.push(written);
        const ended = (filtered: string) => {
          written.filtered = filtered;
        };
        const pieces = sheetXml({ columns, rows: source, write: this.#write }, ended);
        const part = Readable.from(pieces, { objectMode: false });
        this.#current = part;
        this.#zip.addReadStream(part, sheetPath(this.#written.length), this.#how);
        await finished(part);
      } while (await source.hasMore());
      this.rows += source.taken;
    } finally {
      await source.close();
    }
  }
}

/** Measured on a ledger: above 3 the file hardly shrinks and the time grows. */
const LEVEL = 3;
