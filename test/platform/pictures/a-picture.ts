/** Pictures that nobody took: a hall with shelves, windows and a door, different for each seed; and what people do to a photo. */
import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { seededChance } from "../../../src/features/demonstration/random.ts";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha. */
  readonly data: Uint8Array;
}

export function aPicture(seed: number, width = 480, height = 360): Pixels {
  const { between } = seededChance(seed);
  const data = new Uint8Array(width * height * 4).fill(255);
  const paint = (left: number, top: number, right: number, bottom: number, shade: readonly number[]) => {
    for (let y = Math.max(top, 0); y < Math.min(bottom, height); y += 1) {
      for (let x = Math.max(left, 0); x < Math.min(right, width); x += 1) {
        for (const [channel, value] of shade.entries()) data[(y * width + x) * 4 + channel] = value;
      }
    }
  };
  for (let y = 0; y < height; y += 1) {
    const light = Math.round(90 + (y / height) * 90);
    paint(0, y, width, y + 1, [light, light, light]);
  }
  for (let thing = 0; thing < 14; thing += 1) {
    const [left, top] = [between(-40, width), between(-40, height)];
    const shade = [between(0, 255), between(0, 255), between(0, 255)];
    paint(left, top, left + between(40, 200), top + between(40, 160), shade);
  }
  return { width, height, data };
}

export function asJpeg({ width, height, data }: Pixels, quality = 90): Uint8Array {
  return new Uint8Array(jpeg.encode({ width, height, data: Buffer.from(data) }, quality).data);
}

export function asPng({ width, height, data }: Pixels): Uint8Array {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return new Uint8Array(PNG.sync.write(png));
}

/** Each pixel from the nearest one of the original. */
export function resized(picture: Pixels, factor: number): Pixels {
  const [width, height] = [Math.round(picture.width * factor), Math.round(picture.height * factor)];
  return drawn(width, height, (x, y) => [x / factor, y / factor], picture);
}

/** So many percent of each side are cut off. */
export function cropped(picture: Pixels, percent: number): Pixels {
  const [left, top] = [(picture.width * percent) / 100, (picture.height * percent) / 100];
  const [width, height] = [Math.round(picture.width - 2 * left), Math.round(picture.height - 2 * top)];
  return drawn(width, height, (x, y) => [x + left, y + top], picture);
}

export function brighter(picture: Pixels, by: number): Pixels {
  return { ...picture, data: picture.data.map((value, at) => (at % 4 === 3 ? value : Math.min(255, value + by))) };
}

function drawn(
  width: number,
  height: number,
  from: (x: number, y: number) => readonly [number, number],
  { width: row, height: rows, data }: Pixels,
): Pixels {
  const out = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = from(x, y);
      const at = (Math.min(Math.round(fromY), rows - 1) * row + Math.min(Math.round(fromX), row - 1)) * 4;
      out.set(data.subarray(at, at + 4), (y * width + x) * 4);
    }
  }
  return { width, height, data: out };
}

/** A JPEG whose camera wrote a day into it, as cameras do: an Exif part right after the beginning. */
export function withDay(bytes: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(`${day.replaceAll("-", ":")} 09:30:00\0`, "latin1");
  const tiff = Buffer.alloc(44 + text.length);
  tiff.write("MM", 0, "latin1");
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  const directory = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16BE(1, at);
    tiff.writeUInt16BE(tag, at + 2);
    tiff.writeUInt16BE(type, at + 4);
    tiff.writeUInt32BE(count, at + 6);
    tiff.writeUInt32BE(value, at + 10);
  };
  directory(8, 0x8769, 4, 1, 26);
  directory(26, 0x9003, 2, text.length, 44);
  text.copy(tiff, 44);
  const head = Buffer.alloc(10);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(tiff.length + 8, 2);
  head.write("Exif\0\0", 4, "latin1");
  return new Uint8Array(Buffer.concat([bytes.subarray(0, 2), head, tiff, bytes.subarray(2)]));
}
