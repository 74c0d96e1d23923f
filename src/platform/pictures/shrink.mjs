/**
 * A thread of its own: a telephone's photo takes a second to unpack, and nobody who presses a button waits for that. Answers the
 * picture as 32 by 32 shades of grey, or nothing where it cannot be read.
 */
import { parentPort, workerData } from "node:worker_threads";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";

const SIDE = 32;
const MOST_MEGAPIXELS = 60;
const MOST_MEGABYTES = 700;

parentPort?.postMessage(shrunk(Buffer.from(workerData)));

function shrunk(bytes) {
  try {
    const { width, height, data } = isPng(bytes) ? PNG.sync.read(bytes) : unpacked(bytes);
    return Array.from({ length: SIDE * SIDE }, (_, at) =>
      meanOf(data, width, height, at % SIDE, Math.floor(at / SIDE)),
    );
  } catch {
    return undefined;
  }
}

function unpacked(bytes) {
  return jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    maxResolutionInMP: MOST_MEGAPIXELS,
    maxMemoryUsageInMB: MOST_MEGABYTES,
  });
}

function isPng(bytes) {
  return bytes.subarray(1, 4).toString("latin1") === "PNG";
}

/** The mean brightness of one of the 32 by 32 fields. */
function meanOf(data, width, height, column, row) {
  const [left, right] = span(column, width);
  const [top, bottom] = span(row, height);
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      sum += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
    }
  }
  return sum / ((right - left) * (bottom - top));
}

function span(place, length) {
  const from = Math.min(Math.floor((place * length) / SIDE), length - 1);
  return [from, Math.max(Math.floor(((place + 1) * length) / SIDE), from + 1)];
}
