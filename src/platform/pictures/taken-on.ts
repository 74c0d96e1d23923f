/** The day a camera wrote into a JPEG (Exif, DateTimeOriginal). Cameras can be set wrong, and many programs take it out. */
import { isIsoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";

const APP1 = 0xffe1;
const START_OF_SCAN = 0xffda;
const EXIF_IFD = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const ENTRY_BYTES = 12;

/** Nothing where there is none, or it is no date. */
export function takenOn(bytes: Uint8Array): IsoDate | undefined {
  try {
    const exif = exifOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return exif === undefined ? undefined : dateIn(exif);
  } catch (failure) {
    // Cut off in the middle: as good as none.
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** From the header of its TIFF part on. */
function exifOf(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 4 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker === START_OF_SCAN || marker >> 8 !== 0xff) return undefined;
    const isExif = marker === APP1 && bytes.subarray(at + 4, at + 8).toString("latin1") === "Exif";
    if (isExif) return bytes.subarray(at + 10, at + 2 + bytes.readUInt16BE(at + 2));
  }
  return undefined;
}

function dateIn(tiff: Buffer): IsoDate | undefined {
  const isLittle = tiff.subarray(0, 2).toString("latin1") === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entryOf = (directory: number, tag: number): number | undefined => {
    const entries = Array.from({ length: short(directory) }, (_, index) => directory + 2 + index * ENTRY_BYTES);
    const entry = entries.find((at) => short(at) === tag);
    return entry === undefined ? undefined : long(entry + 8);
  };
  const exif = entryOf(long(4), EXIF_IFD);
  const text = exif === undefined ? undefined : entryOf(exif, DATE_TIME_ORIGINAL);
  if (text === undefined) return undefined;
  const date = tiff
    .subarray(text, text + 10)
    .toString("latin1")
    .replaceAll(":", "-");
  return isIsoDate(date) ? date : undefined;
}
