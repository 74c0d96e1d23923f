import { describe, expect, it } from "vitest";
import { differences } from "../../../src/domain/policy/differences.ts";
import { unreviewedRules, withoutMarks } from "../../../src/domain/policy/unreviewed.ts";

const items = (...keys: string[]) => keys.map((key) => ({ key, min: "0" }));

describe("what two policies say differently", () => {
  it("is said by the rule's own name, also after another was put in before it", () => {
    const before = { templates: [{ id: "wc", items: items("sales", "stock") }] };
    const after = {
      templates: [{ id: "wc", items: [...items("new"), { key: "sales", min: "1" }, ...items("stock")] }],
    };
    expect(differences(before, after)).toEqual([
      { path: "templates.wc.items.sales.min", before: '"0"', after: '"1"' },
      { path: "templates.wc.items.new", before: undefined, after: '{"key":"new","min":"0"}' },
    ]);
  });

  it("takes lists of words whole, and tells a rule that is gone", () => {
    const before = { form: { kinds: ["routine"] }, limit: 3 };
    expect(differences(before, { form: { kinds: ["routine", "first"] } })).toEqual([
      { path: "form.kinds", before: '["routine"]', after: '["routine","first"]' },
      { path: "limit", before: "3", after: undefined },
    ]);
    expect(differences(before, structuredClone(before))).toEqual([]);
  });
});

describe("rules that wait for legal review", () => {
  const policy = {
    tiers: { a: 1, needs_legal_review: true },
    floors: [{ over_days: 90, needs_legal_review: true }, { over_days: 270 }],
  };

  it("are found wherever they stand", () => {
    expect(unreviewedRules(policy).map(({ path }) => path)).toEqual(["tiers", "floors.90"]);
  });

  it("lose their mark once they are read, and nothing else changes", () => {
    const left = withoutMarks(policy, new Set(["floors.90"]));
    expect(left).toEqual({ tiers: policy.tiers, floors: [{ over_days: 90 }, { over_days: 270 }] });
  });
});
