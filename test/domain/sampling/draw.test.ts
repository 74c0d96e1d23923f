import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawSample, type Passed } from "../../../src/domain/sampling/draw.ts";

const RULE = { percent: 10, simplifiedSurveyPercent: 20, atLeastPerOfficer: 1 };
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
    expect(drawSample(passed(7), { ...RULE, percent: 100 }, turned)).toHaveLength(7);
  });

  it("whatever the population: each at most once, the same again in any order, no officer without one", () => {
    const one = fc.record({
      number: fc.string({ minLength: 1, maxLength: 6 }),
      officer: fc.constantFrom("a", "b", "c"),
      unseenAfterSimplifiedSurvey: fc.boolean(),
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
        const unseen = population.filter((entry) => entry.unseenAfterSimplifiedSurvey);
        const toBeSeen = unseen.filter(({ number }) => numbers.includes(number));
        expect(toBeSeen.length).toBeGreaterThanOrEqual(Math.ceil(unseen.length / 5));
      }),
    );
  });
});

describe("Twenty of a hundred whose survey before lending was simplified and whom nobody saw in the month (handbook 2.2)", () => {
  const unseen = (count: number): Passed[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ number: `x-${String(at).padStart(3, "0")}`, officer: "li", unseenAfterSimplifiedSurvey: true },
    }));
  const surveyed = (population: readonly Passed[], simplifiedSurveyPercent = 20) =>
    drawSample(population, { ...RULE, percent: 0, atLeastPerOfficer: 0, simplifiedSurveyPercent }, turned);

  it("are drawn by the lowest lots, rounded up", () => {
    const why = (count: number) => surveyed(unseen(count)).map((one) => `${one.number} ${one.why}`);
    expect(why(10)).toEqual(["x-000 simplified_survey", "x-001 simplified_survey"]);
    expect(why(11)).toEqual(["x-000 simplified_survey", "x-001 simplified_survey", "x-010 simplified_survey"]);
    expect(why(1)).toEqual(["x-000 simplified_survey"]);
  });

  it("are drawn from them alone, and not at all where the share is nothing", () => {
    const all = [...passed(40), ...unseen(5)];
    expect(surveyed(all)).toEqual([{ number: "x-000", why: "simplified_survey" }]);
    expect(surveyed(passed(40))).toEqual([]);
    expect(surveyed(all, 0)).toEqual([]);
  });

  it("count whoever of them is drawn for another reason", () => {
    const [first, ...others] = unseen(6);
    if (first === undefined) throw new Error("none");
    const drawn = surveyed([{ ...first, always: "similar" }, ...others]);
    expect(drawn).toEqual([
      { number: "x-000", why: "similar" },
      { number: "x-001", why: "simplified_survey" },
    ]);
  });

  it("spare their officer a further one", () => {
    const late = { number: "z-999", officer: "zhao", unseenAfterSimplifiedSurvey: true };
    const drawn = drawSample([...passed(30, "a"), late], RULE, turned);
    expect(drawn).toContainEqual({ number: "z-999", why: "simplified_survey" });
    expect(drawn).toHaveLength(5);
  });
});
