/** Photos of a visit that nobody took: patches of light and shade, others for each seed. */
import jpeg from "jpeg-js";
import { seededChance } from "../../src/features/demonstration/random.ts";

const SIDE = 64;
const PATCH = 16;
const [FINE, COARSE] = [90, 55];

/** `again`: the same picture, saved a second time. */
export function pictureFor(seed: number, again = false): Uint8Array {
  const chance = seededChance(seed);
  const shades = Array.from({ length: (SIDE / PATCH) ** 2 }, () => chance.between(10, 245));
  const data = Buffer.alloc(SIDE * SIDE * 4, 255);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const shade = shades[Math.floor(y / PATCH) * (SIDE / PATCH) + Math.floor(x / PATCH)] ?? 0;
    data.fill(shade, at * 4, at * 4 + 3);
  }
  return new Uint8Array(jpeg.encode({ width: SIDE, height: SIDE, data }, again ? COARSE : FINE).data);
}
