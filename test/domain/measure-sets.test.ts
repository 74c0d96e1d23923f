/** The policy's usual measures (R116): for whom, by when, and what becomes of words that were typed before one was chosen. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedSets, joined, measuresFor } from "../../src/domain/measure-sets.ts";
import type { MeasureSets } from "../../src/domain/policy/measure-sets.ts";
import { policyOfThen } from "../../src/domain/policy/stored.ts";
import { CUSTOMER_TYPES, ZONES } from "../../src/domain/vocabulary.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";

const shipped = ["cn-bank", "cn-microloan"].map((name) => {
  const loaded = loadPolicy(`policy/${name}.yml`);
  if (isProblems(loaded)) throw new Error(`${name} is sound`);
  return loaded.policy;
});

const words = (text: string) => ({ en: text, "zh-Hans": text, "zh-Hant": text });
const measure = (text: string, working_days = 5) => ({ text: words(text), proof: words("the paper"), working_days });
const holder = (measure_sets: MeasureSets) => ({ measure_sets });

describe("the usual measures", () => {
  it("differ by kind of customer and by zone: a company is not asked for its harvest", () => {
    for (const policy of shipped) {
      const codes = (type: "corporate" | "farm_household", zone: "z1" | "z3") =>
        measuresFor(policy, type, zone).map(({ code }) => code);
      expect(codes("corporate", "z1")).toContain("statements");
      expect(codes("farm_household", "z1")).toEqual(["season_visit"]);
      expect(codes("corporate", "z3")).toContain("early_recall");
      expect(codes("corporate", "z1")).not.toContain("early_recall");
    }
  });

  it("are shipped for every kind of customer in every zone", () => {
    for (const policy of shipped) {
      for (const type of CUSTOMER_TYPES) {
        for (const zone of ZONES) expect(measuresFor(policy, type, zone).length, `${type} ${zone}`).toBeGreaterThan(0);
      }
    }
  });

  it("are none where the policy holds no set, and in a policy of before there were any", () => {
    expect(measuresFor(holder({ measures: {}, sets: {} }), "corporate", "z2")).toEqual([]);
    expect(policyOfThen({})).toMatchObject({ measure_sets: { measures: {}, sets: {} } });
  });
});

describe("a chosen measure", () => {
  it("stands in an empty field by itself, and below what was typed otherwise; chosen twice it is said once", () => {
    expect(joined(" \n", "Visit again.", 100)).toBe("Visit again.");
    expect(joined("The owner is abroad.", "Visit again.", 100)).toBe("The owner is abroad.\nVisit again.");
    expect(joined("The owner is abroad.\nVisit again.", "Visit again.", 100)).toBe(
      "The owner is abroad.\nVisit again.",
    );
  });

  it("never takes away what was typed, and never makes more than the field holds", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.nat(60), (typed, said, most) => {
        const now = joined(typed, said, most);
        if (now === undefined) return `${typed.trimEnd()}\n${said}`.length > most;
        return (
          now.includes(typed.trim()) && now.includes(said) && (now === typed || now === said || now.length <= most)
        );
      }),
    );
  });
});

describe("what a new policy changes in them", () => {
  const measures = { a: measure("Visit again"), b: measure("Value anew"), c: measure("Recall") };
  const before = holder({ measures, sets: { corporate: { z2: ["a", "b"] }, individual: { z1: ["a"] } } });

  it("is named by whom it is for: what is new, gone, changed, or in another order", () => {
    const after = holder({
      measures: { ...measures, a: measure("Visit again", 9) },
      sets: { corporate: { z2: ["c", "a"] }, individual: { z1: ["a"] } },
    });
    expect(changedSets(before, after)).toEqual([
      {
        ...{ customerType: "corporate", zone: "z2", isReordered: false },
        ...{ added: [words("Recall")], removed: [words("Value anew")], changed: [words("Visit again")] },
      },
      {
        ...{ customerType: "individual", zone: "z1", isReordered: false },
        ...{ added: [], removed: [], changed: [words("Visit again")] },
      },
    ]);
    const turned = holder({ measures, sets: { corporate: { z2: ["b", "a"] }, individual: { z1: ["a"] } } });
    expect(changedSets(before, turned)).toMatchObject([{ customerType: "corporate", zone: "z2", isReordered: true }]);
  });

  it("is nothing where both offer the same", () => {
    expect(changedSets(before, before)).toEqual([]);
  });
});
