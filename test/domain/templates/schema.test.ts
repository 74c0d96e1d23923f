import { describe, expect, it } from "vitest";
import { templatesSchema } from "../../../src/domain/templates/schema.ts";
import { shippedTemplates } from "./shipped-templates.ts";

const words = { en: "A", "zh-Hans": "甲", "zh-Hant": "甲" };
const aNumber = {
  key: "figure",
  type: "number",
  unit: "yuan",
  scale: 2,
  label: words,
  why: words,
  required: true,
  source: ["D"],
};
const aText = { key: "words", type: "text", label: words, why: words, required: true, source: ["D"] };

const aBlock = (items: object[], more: object = {}) => ({
  key: "block",
  kind: "product",
  per: "loan",
  title: words,
  items,
  ...more,
});
const aTemplate = (blocks: object[], more: object = {}) => ({ id: "test", products: ["mortgage"], blocks, ...more });

function problemsOf(...items: object[]): string[] {
  const result = templatesSchema.safeParse([aTemplate([aBlock(items)])]);
  return result.error?.issues.map((issue) => issue.message) ?? [];
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
    ["a number without a unit", { ...aNumber, unit: undefined }, "figure: a number needs a unit"],
    ["a number without its decimals", { ...aNumber, scale: undefined }, "figure: a number needs a scale"],
    ["words with a unit", { ...aText, unit: "yuan" }, "words: only a number has unit, scale, min, max"],
    ["a choice without choices", { ...aText, type: "choice" }, "words: a choice has options, and nothing else has"],
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
      "words: two options have one value",
    ],
    ["words that cannot lie ahead", { ...aText, not_after: "today" }, "words: only a date has not_after, not_before"],
    ["a number that is too long", { ...aNumber, max_length: 3 }, "figure: only a text has max_length"],
    [
      "a threshold that compares with an unknown item",
      { ...aNumber, thresholds: { yellow: { gt: "0", than: "nothing" } } },
      "figure: names nothing, which is not asked of the same subject",
    ],
    [
      "a limit that names an unknown item",
      { ...aNumber, not_above: "total" },
      "figure: names total, which is not asked of the same subject",
    ],
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
    [{ yellow: { gt: "70" }, orange: { gt: "60" } }, ["figure: orange is milder than yellow"]],
    [{ orange: { lte: "-20" }, red: { lte: "-15" } }, ["figure: red is milder than orange"]],
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
    expect(problemsOf({ ...aText, key: "block_as_of" })).toEqual([
      "keys ending in _as_of, _files, _rows or _known are the form's own",
    ]);
  });

  it("one key twice for one loan, even in two blocks", () => {
    const result = templatesSchema.safeParse([aTemplate([aBlock([aText]), aBlock([aText], { key: "other" })])]);
    expect(result.error?.issues[0]?.message).toBe("the items of one loan share a key");
  });

  it("one key with two units, or reports could not be compared", () => {
    const result = templatesSchema.safeParse([
      aTemplate([aBlock([aNumber])]),
      aTemplate([aBlock([{ ...aNumber, unit: "days" }])], { id: "other" }),
    ]);
    expect(result.error?.issues[0]).toMatchObject({
      message: "figure: has another type, unit or scale elsewhere",
      path: [1],
    });
  });

  it("two templates or two blocks of one name", () => {
    const block = aBlock([aText]);
    expect(templatesSchema.safeParse([aTemplate([block]), aTemplate([block])]).success).toBe(false);
    expect(templatesSchema.safeParse([aTemplate([block, aBlock([aNumber])])]).success).toBe(false);
  });
});
