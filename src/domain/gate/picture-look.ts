/**
 * How a picture looks, in 64 signs: the same photo saved again, made smaller or cut a little keeps nearly all of them, whatever
 * its bytes. The signs are those of the coarse waves of brightness (a cosine transform), against their median. Pure.
 */
const SIDE = 32;
const WAVES = 8;
/** Pixels that a look is read from, row by row. */
export const LOOK_PIXELS = SIDE * SIDE;

/** Sixteen hexadecimal digits, or nothing where the picture has no shades to speak of. `grey`: 32 by 32, 0 to 255. */
export function lookOf(grey: readonly number[]): string | undefined {
  if (grey.length !== LOOK_PIXELS || isFlat(grey)) return undefined;
  const waves = coarseWaves(grey);
  const median = waves.toSorted((a, b) => a - b)[waves.length / 2] ?? 0;
  const nibbles = Array.from({ length: waves.length / 4 }, (_, at) =>
    waves.slice(at * 4, at * 4 + 4).reduce((bits, wave) => bits * 2 + Number(wave > median), 0),
  );
  return nibbles.map((nibble) => nibble.toString(16)).join("");
}

/** Of how many signs two looks differ: 0 of the same picture, about 32 of any two. */
export function signsDiffering(one: string, other: string): number {
  const digits = [...one].map((digit, at) => Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? "0", 16));
  return digits.reduce((sum, bits) => sum + [1, 2, 4, 8].filter((bit) => (bits & bit) !== 0).length, 0);
}

/** A sheet of one colour looks like every other. */
function isFlat(grey: readonly number[]): boolean {
  return Math.max(...grey) - Math.min(...grey) < 8;
}

/** The lowest 8 by 8 waves, but for the very lowest, which only says how bright the picture is. */
function coarseWaves(grey: readonly number[]): number[] {
  const rows = Array.from({ length: SIDE }, (_, y) => cosines(grey.slice(y * SIDE, (y + 1) * SIDE)));
  const columns = Array.from({ length: WAVES + 1 }, (_, wave) => cosines(rows.map((row) => row[wave] ?? 0)));
  return Array.from({ length: WAVES }, (_, y) => y + 1).flatMap((y) =>
    Array.from({ length: WAVES }, (_, x) => columns[x + 1]?.[y] ?? 0),
  );
}

function cosines(values: readonly number[]): number[] {
  return Array.from({ length: WAVES + 1 }, (_, wave) =>
    values.reduce((sum, value, at) => sum + value * Math.cos((Math.PI / SIDE) * (at + 0.5) * wave), 0),
  );
}
