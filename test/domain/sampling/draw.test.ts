import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawSample, type Passed } from "../../../src/domain/sampling/draw.ts";

const RULE = { percent: 10, atLeastPerOfficer: 1 };
/** A lot by hand: the number turned round. */
const turned = (number: string) => [...number].reverse().join("");
const passed = (count: number, officer = "li"): Passed[] =>
  Array.from({ length: count }, (_, at) => ({ number: `${officer}-${String(at).padStart(3, "0")}`, officer }));

describe("Ten of a hundred, at least one of each officer (handbook 2.3)", () => {
  it("draws the lowest lots, rounded up", () => {
    const drawn = drawSample(passed(21), RULE, turned);
    expect(drawn.map(({ number, why }) => `${number} ${why}`)).toEqual(["li-000 lot", "li-010 lot", "li-020 lot"]);
  });

  it("adds one of an officer whom the lot left out", () => {
    const drawn = drawSample([...passed(30, "a"), { number: "z-999", officer: "zhao" }], RULE, turned);
    expect(drawn).toContainEqual({ number: "z-999", why: "officer_minimum" });
    expect(drawn.filter(({ why }) => why === "lot")).toHaveLength(4);
  });

  it("draws the first entries into zone 2 and the copied ones always, beside the lot", () => {
    const all: Passed[] = [
      ...passed(10),
      { number: "z2", officer: "li", always: "first_zone_2_entry" },
      { number: "copy", officer: "li", always: "similar" },
    ];
    const drawn = drawSample(all, RULE, turned);
    expect(drawn).toContainEqual({ number: "z2", why: "first_zone_2_entry" });
    expect(drawn).toContainEqual({ number: "copy", why: "similar" });
    expect(drawn.filter(({ why }) => why === "lot")).toHaveLength(2);
  });

  it("draws nothing of nothing, and everything where a hundred in a hundred are asked for", () => {
    expect(drawSample([], RULE, turned)).toEqual([]);
    expect(drawSample(passed(7), { percent: 100, atLeastPerOfficer: 1 }, turned)).toHaveLength(7);
  });

  it("whatever the population: each at most once, the same again in any order, no officer without one", () => {
    const one = fc.record({
      number: fc.string({ minLength: 1, maxLength: 6 }),
      officer: fc.constantFrom("a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ number }) => number, maxLength: 60 }), (population) => {
        const drawn = drawSample(population, RULE, turned);
        const numbers = drawn.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(drawSample(population.toReversed(), RULE, turned)).toEqual(drawn);
        for (const officer of new Set(population.map((entry) => entry.officer))) {
          expect(population.some((entry) => entry.officer === officer && numbers.includes(entry.number))).toBe(true);
        }
        expect(numbers.length).toBeGreaterThanOrEqual(Math.ceil(population.length / 10));
      }),
    );
  });
});
