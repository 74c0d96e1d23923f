import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { saidUsage, usageOf } from "../../src/platform/commands/definition.ts";
import { translator } from "../../src/texts/index.ts";

const inSlack = commands.filter(({ where }) => where.includes("slack"));
const usageWithHints = inSlack.map(({ name, usage, flags }) =>
  [usageOf(name, usage), ...Object.values(flags).map(({ hint }) => hint ?? "")].join(" "),
);

describe("what stands for a value in a command that people type in Slack", () => {
  it.each(["zh-Hans", "zh-Hant"] as const)("is said in %s: no word in capitals is left", (language) => {
    const said = usageWithHints.map((usage) => saidUsage(translator(language), usage));
    expect(said.filter((usage) => /[A-Z]{2,}/.test(usage))).toEqual([]);
  });

  it("stays as it is in English", () => {
    expect(usageWithHints.map((usage) => saidUsage(translator("en"), usage))).toEqual(usageWithHints);
  });
});
