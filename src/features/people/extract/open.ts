/** Opens a file by what is in it, not by what it is called. */
import { type FileHandle, open } from "node:fs/promises";
import { type Refusal, refuse } from "../../../domain/refusal.ts";
import { openCsv } from "./csv.ts";
import type { Extract, ExtractWishes } from "./extract.ts";
import { openWorkbook } from "./workbook.ts";

const FIRST_BYTES = 64 * 1024;
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
/** Excel before 2007. */
const COMPOUND_FILE = Buffer.from("D0CF11E0A1B11AE1", "hex");
const REPLACEMENT = "\ufffd";

/**
 * A text file with or without BOM, or an .xlsx workbook; blank lines are no rows. `undefined` for a file without a header.
 * Refuses a workbook of the old kind, a sheet that is not there, and text whose header is in another encoding than was said.
 * Throws what the file system throws.
 */
export async function openExtract(path: string, wishes: ExtractWishes = {}): Promise<Extract | Refusal | undefined> {
  const beginning = await firstBytes(path);
  if (beginning.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    return refuse("import.old_workbook");
  }
  if (beginning.subarray(0, ZIP.length).equals(ZIP)) {
    return openWorkbook(path, wishes.sheet);
  }
  const encoding = wishes.encoding ?? "utf-8";
  const header = new TextDecoder(encoding).decode(beginning).split(/[\r\n]/u, 1)[0] ?? "";
  if (header.includes(REPLACEMENT)) {
    return refuse(encoding === "utf-8" ? "import.not_utf8" : "import.not_gb18030");
  }
  return openCsv(path, { ...wishes, encoding });
}

async function firstBytes(path: string): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file?.close();
  }
}
