import { describe, expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { unreviewedRules } from "../../../src/domain/policy/unreviewed.ts";
import { ruleText } from "../../../src/features/policies/rule-text.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

describe("a rule that compliance reads before they sign it off", () => {
  it("has a line for each value, nested ones by their path, and no mark", () => {
    const rule = {
      days: 7,
      source: ["S3", "G"],
      article: { number: "10(1)", verified: false },
      steps: [{ at: 1 }, { at: 2 }],
      needs_legal_review: true,
    };
    expect(ruleText(JSON.stringify(rule)).split("\n")).toEqual([
      "days: 7",
      "source: S3, G",
      "article.number: 10(1)",
      "article.verified: false",
      "steps.1.at: 1",
      "steps.2.at: 2",
    ]);
    expect(ruleText('"special_mention"')).toBe("special_mention");
  });

  it("names its sources, not only their codes", () => {
    const titles = { S4: { title: "Article 7 of the measures" } };
    expect(ruleText(JSON.stringify({ source: ["S4", "G"] }), titles)).toBe("source: S4 (Article 7 of the measures), G");
  });

  it.each(["cn-bank", "cn-microloan"])("fits whole into a block of Slack's, every rule of %s", (name) => {
    const loaded = loadPolicy(repositoryPath(`policy/${name}.yml`));
    if (isProblems(loaded)) throw new Error("the shipped policy has problems");
    const rules = unreviewedRules(loaded.policy);
    expect(rules.length).toBeGreaterThan(0);
    for (const { text } of rules) expect(ruleText(text, loaded.policy.sources).length).toBeLessThan(2_800);
  });
});
