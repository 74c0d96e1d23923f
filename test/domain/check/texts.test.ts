import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { ITEM_UNITS } from "../../../src/domain/templates/units.ts";
import { LANGUAGES, SIGNAL_LEVELS } from "../../../src/domain/vocabulary.ts";
import { checks } from "../../../src/texts/checks.ts";

const folder = new URL("../../../src/domain/check/", import.meta.url);
const source = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
const codes = [...new Set(source.flatMap((text) => text.match(/check\.[a-z]+\.[a-z_]+(?=")/gu) ?? []))];

describe("the words around a check", () => {
  it.each(codes)("%s is said in every language", (code) => {
    for (const language of LANGUAGES) expect(Object.keys(checks[language])).toContain(code);
  });

  it("were looked for: there is a sentence for every refusal", () => {
    expect(codes.filter((code) => code.startsWith("check.error.")).length).toBeGreaterThan(15);
  });

  it("name every unit, alone and with a number, and every level", () => {
    const names = [
      ...ITEM_UNITS.flatMap((unit) => [`check.unit.${unit}`, `check.amount.${unit}`]),
      ...SIGNAL_LEVELS.map((level) => `check.level.${level}`),
    ];
    for (const language of LANGUAGES) expect(Object.keys(checks[language])).toEqual(expect.arrayContaining(names));
  });

  it.each([
    ["en", 0, "Write a whole number."],
    ["en", 1, "At most one decimal."],
    ["en", 2, "At most 2 decimals."],
    ["zh-Hans", 2, "最多保留2位小数。"],
    ["zh-Hant", 0, "請填寫整數。"],
  ] as const)("in %s, %i decimals read as %s", (language, decimals, sentence) => {
    const text = checks[language]["check.error.too_many_decimals"];
    expect(new IntlMessageFormat(text, language).format({ decimals })).toBe(sentence);
  });
});
