/** The texts that a workbook stores once and its cells name by number. Packed: there may be a million. */
import { readAll } from "./xml.ts";
import type { Zip } from "./zip.ts";

const SHARED = "xl/sharedStrings.xml";

export interface SharedTexts {
  at(place: number): string;
}

export async function readSharedTexts(zip: Zip): Promise<SharedTexts> {
  const shelf = new TextShelf();
  if (zip.has(SHARED)) {
    let text = "";
    let isRead = false;
    let inReading = 0;
    await readAll(await zip.read(SHARED), {
      open: (name) => {
        if (name === "si") text = "";
        if (name === "rPh") inReading += 1;
        isRead = name === "t" && inReading === 0;
      },
      text: (piece) => {
        if (isRead) text += piece;
      },
      close: (name) => {
        isRead = false;
        if (name === "rPh") inReading -= 1;
        if (name === "si") shelf.add(text);
      },
    });
  }
  return shelf;
}

class TextShelf implements SharedTexts {
  private bytes = Buffer.alloc(4_096);
  private starts = new Uint32Array(257);
  private count = 0;

  add(text: string): void {
    const start = this.starts[this.count] ?? 0;
    const end = start + Buffer.byteLength(text);
    while (end > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    if (this.count + 2 > this.starts.length) {
      const more = new Uint32Array(this.starts.length * 2);
      more.set(this.starts);
      this.starts = more;
    }
    this.bytes.write(text, start);
    this.count += 1;
    this.starts[this.count] = end;
  }

  at(place: number): string {
    return place < this.count ? this.bytes.toString("utf8", this.starts[place], this.starts[place + 1]) : "";
  }
}
