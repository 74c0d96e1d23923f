/** The parts of a workbook: a ZIP file, of which any part can be read as a stream. */
import type { Readable } from "node:stream";
import { type Entry, open, type ZipFile } from "yauzl";

export interface Zip {
  has(path: string): boolean;
  /** Of the content, in bytes, as the archive says it. */
  sizeOf(path: string): number;
  /** Throws BrokenZip where there is no such part. */
  read(path: string): Promise<Readable>;
  close(): void;
}

/** The archive is damaged or is no workbook; the message is technical and holds nothing of the content. */
export class BrokenZip extends Error {
  override readonly name = "BrokenZip";
}

export async function openZip(path: string): Promise<Zip> {
  const file = await opened(path);
  const entries = await listed(file);
  const entryOf = (part: string): Entry => {
    const entry = entries.get(part);
    if (entry === undefined) throw new BrokenZip(`${part} is missing`);
    return entry;
  };
  return {
    has: (part) => entries.has(part),
    sizeOf: (part) => entryOf(part).uncompressedSize,
    read: async (part) => {
      const entry = entryOf(part);
      return new Promise((resolve, reject) => {
        file.openReadStream(entry, (failure, stream) => (failure ? reject(broken(failure)) : resolve(stream)));
      });
    },
    close: () => file.close(),
  };
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (failure, file) =>
      failure ? reject(broken(failure)) : resolve(file),
    );
  });
}

function listed(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    file.on("entry", (entry) => {
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.on("end", () => resolve(entries));
    file.on("error", (failure) => reject(broken(failure)));
    file.readEntry();
  });
}

function broken(failure: unknown): unknown {
  if (failure instanceof Error && !("code" in failure)) return new BrokenZip(failure.message);
  return failure;
}
