import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PackedTexts } from "../../../src/features/portfolio/packed-texts.ts";

describe("texts that are kept packed", () => {
  it("are what a Map would hold, whatever they are and however many", () => {
    const texts = fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 6 }), fc.boolean()), {
      maxLength: 2_000,
      size: "max",
    });
    fc.assert(
      fc.property(texts, fc.string({ maxLength: 3 }), (added, asked) => {
        const packed = new PackedTexts();
        const map = new Map<string, boolean>();
        for (const [text, mark] of added) {
          packed.add(text, mark);
          map.set(text, mark || (map.get(text) ?? false));
        }
        expect(packed.size).toBe(map.size);
        for (const text of [...map.keys(), asked]) {
          expect([packed.has(text), packed.isMarked(text)]).toEqual([map.has(text), map.get(text) ?? false]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("tells a hundred thousand numbers apart", () => {
    const packed = new PackedTexts();
    for (let number = 0; number < 100_000; number += 1) packed.add(`L${number}`, number % 3 === 0);

    expect(packed.size).toBe(100_000);
    expect([packed.isMarked("L99999"), packed.isMarked("L99998"), packed.has("L100000")]).toEqual([true, false, false]);
  });
});
