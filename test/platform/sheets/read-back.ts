/** Reads a workbook back with other eyes than the ones that wrote it: yauzl for the archive, saxes for its XML. */
import { SaxesParser } from "saxes";
import { fromBuffer } from "yauzl";

export interface ReadCell {
  readonly place: string;
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

/** Every part of the archive by its path. Throws where the archive or a part's check sum is broken. */
export function partsOf(file: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure);
      const parts = new Map<string, string>();
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const pieces: Buffer[] = [];
          stream.on("data", (piece) => pieces.push(piece));
          stream.on("error", reject);
          stream.on("end", () => {
            parts.set(entry.fileName, Buffer.concat(pieces).toString("utf8"));
            zip.readEntry();
          });
        });
      });
      zip.on("error", reject);
      zip.on("end", () => resolve(parts));
      zip.readEntry();
    });
  });
}

/** Rows of one sheet, the header first. */
export function rowsOf(xml: string): ReadCell[][] {
  const rows: ReadCell[][] = [];
  const parser = new SaxesParser();
  let cell = { place: "", type: "", style: 0, text: "" };
  let reads = false;
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "row") rows.push([]);
    if (name === "c")
      cell = { place: attributes.r ?? "", type: attributes.t ?? "n", style: Number(attributes.s), text: "" };
    reads = name === "v" || name === "t";
  });
  parser.on("text", (text) => {
    if (reads) cell.text += text;
  });
  parser.on("closetag", ({ name }) => {
    reads = false;
    if (name === "c") rows.at(-1)?.push(cell);
  });
  parser.on("error", (failure) => {
    throw failure;
  });
  parser.write(xml).close();
  return rows;
}

/** A day number as YYYY-MM-DD HH:mm:ss. */
export function momentOf(text: string): string {
  return new Date(Math.round(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000))
    .toISOString()
    .slice(0, 19)
    .replace("T", " ");
}
