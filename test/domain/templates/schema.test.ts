import { describe, expect, it } from "vitest";
import { templatesSchema } from "../../../src/domain/templates/schema.ts";
import { aBlock, aNumber, aTemplate, aText, words } from "./a-template.ts";
import { shippedTemplates } from "./shipped-templates.ts";

/** Each broken rule as its code and the values of its words. */
function brokenIn(templates: object[]): string[] {
  const issues = templatesSchema.safeParse(templates).error?.issues ?? [];
  return issues.map((issue) =>
    [issue.message, ...Object.values((issue.code === "custom" && issue.params) || {})].join(" "),
  );
}

function problemsOf(...items: object[]): string[] {
  return brokenIn([aTemplate([aBlock(items)])]);
}

describe("a template that is right", () => {
  it("is accepted, and reading what was read changes nothing", () => {
    const once = templatesSchema.parse([aTemplate([aBlock([aNumber, aText])])]);
    expect(templatesSchema.parse(once)).toEqual(once);
    expect(templatesSchema.parse(shippedTemplates("cn-bank"))).toEqual(shippedTemplates("cn-bank"));
  });

  it("may be missing altogether", () => {
    expect(templatesSchema.parse([])).toEqual([]);
  });

  it("may set one threshold or several for a level", () => {
    const [template] = templatesSchema.parse([
      aTemplate([
        aBlock([{ ...aNumber, thresholds: { yellow: { lt: "0.8" }, orange: [{ lt: "0.5" }, { gt: "2" }] } }]),
      ]),
    ]);
    expect(template?.blocks[0]?.items[0]?.thresholds).toEqual({
      yellow: [{ lt: "0.8" }],
      orange: [{ lt: "0.5" }, { gt: "2" }],
    });
  });
});

describe("a template that contradicts itself is refused", () => {
  it.each([
    ["a number without a unit", { ...aNumber, unit: undefined }, "type_needs figure number unit"],
    ["a number without its decimals", { ...aNumber, scale: undefined }, "type_needs figure number scale"],
    ["words with a unit", { ...aText, unit: "yuan" }, "only_of_type words number unit"],
    ["a choice without choices", { ...aText, type: "choice" }, "type_needs words choice options"],
    [
      "two equal choices",
      {
        ...aText,
        type: "choice",
        options: [
          { value: "a", label: words },
          { value: "a", label: words },
        ],
      },
      "stands_twice a",
    ],
    ["words that cannot lie ahead", { ...aText, not_after: "today" }, "only_of_type words date not_after"],
    ["a number that is too long", { ...aNumber, max_length: 3 }, "only_of_type figure text max_length"],
    [
      "a threshold that compares with an unknown item",
      { ...aNumber, thresholds: { yellow: { gt: "0", than: "nothing" } } },
      "name_not_asked figure nothing",
    ],
    ["a limit that names an unknown item", { ...aNumber, not_above: "total" }, "name_not_asked figure total"],
    [
      "a threshold with two limits",
      { ...aNumber, thresholds: { yellow: { gt: "1", lt: "0" } } },
      expect.stringContaining("exactly one of lt, lte, gt, gte, in"),
    ],
  ])("%s", (_, item, message) => {
    const messages = problemsOf(item).join("; ");
    if (typeof message === "string") expect(messages).toContain(message);
    else expect(messages).not.toBe("");
  });

  it.each([
    [{ yellow: { gt: "70" }, orange: { gt: "60" } }, ["level_reached_before figure orange yellow"]],
    [{ orange: { lte: "-20" }, red: { lte: "-15" } }, ["level_reached_before figure red orange"]],
    [{ yellow: { gt: "60" }, orange: { gt: "70" } }, []],
    [{ yellow: [{ lt: "0.8" }, { gt: "1.2" }], orange: { lt: "0.5" } }, []],
    [{ yellow: { lte: "-15" }, orange: { lte: "-15", twice: true } }, []],
  ])("thresholds %j give %j", (thresholds, problems) => {
    expect(problemsOf({ ...aNumber, thresholds })).toEqual(problems);
  });

  it("an unknown word in the file", () => {
    expect(problemsOf({ ...aNumber, thresold: {} })).toHaveLength(1);
  });

  it("a threshold that is not decimal text, as floats are not exact", () => {
    expect(problemsOf({ ...aNumber, thresholds: { yellow: { gt: 0.1 } } })).not.toEqual([]);
  });

  it("a sentence that is missing in a language", () => {
    expect(problemsOf({ ...aText, why: { en: "A", "zh-Hans": "甲" } })).toHaveLength(1);
  });

  it("a key that belongs to the form itself", () => {
    expect(problemsOf({ ...aText, key: "block_as_of" })).toEqual(["name_of_the_form"]);
  });

  it("one key twice for one loan, even in two blocks", () => {
    expect(brokenIn([aTemplate([aBlock([aText]), aBlock([aText], { key: "other" })])])).toEqual([
      "asked_twice words loan",
    ]);
  });

  it("one key with two units, or reports could not be compared", () => {
    const result = templatesSchema.safeParse([
      aTemplate([aBlock([aNumber])]),
      aTemplate([aBlock([{ ...aNumber, unit: "days" }])], { id: "other" }),
    ]);
    expect(result.error?.issues[0]).toMatchObject({
      message: "meaning_changed",
      params: { key: "figure" },
      path: [1],
    });
  });

  it("two templates or two blocks of one name", () => {
    const block = aBlock([aText]);
    expect(brokenIn([aTemplate([block]), aTemplate([block])])).toEqual(["stands_twice test"]);
    expect(brokenIn([aTemplate([block, aBlock([aNumber])])])).toEqual(["stands_twice block"]);
  });
});
