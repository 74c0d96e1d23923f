import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/domain/vocabulary.ts";
import { TEXT_AREAS, TEXTS } from "../../src/texts/index.ts";
import { allSayings, halfSaid, ownSayings, policySayings } from "./sayings.ts";

/** The same in Chinese as in English. Each with its reason. */
const SAME_IN_CHINESE: Readonly<Record<string, string>> = {};

/** The names that a text wants values for; under a plural or a choice, those of every branch. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select: {
        const branches = Object.values(element.options).flatMap(({ value }) => argumentsOf(value));
        return [element.value, ...branches];
      }
      case TYPE.tag:
        return argumentsOf(element.children);
      default:
        return [element.value];
    }
  });
}

/** `name: branch branch` of each choice, plurals left out: languages count differently. */
function choicesOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) =>
    element.type === TYPE.select
      ? [
          `${element.value}: ${Object.keys(element.options).sort().join(" ")}`,
          ...Object.values(element.options).flatMap(({ value }) => choicesOf(value)),
        ]
      : element.type === TYPE.plural
        ? Object.values(element.options).flatMap(({ value }) => choicesOf(value))
        : [],
  );
}

const read = (text: string) => parse(text, { ignoreTag: true });
const unique = (words: readonly string[]) => [...new Set(words)].sort();

describe("every text", () => {
  it("is said in every language", () => {
    const keys = unique(LANGUAGES.flatMap((language) => Object.keys(TEXTS[language])));
    const missing = LANGUAGES.flatMap((language) =>
      keys.filter((key) => (TEXTS[language][key] ?? "").trim() === "").map((key) => `${language} ${key}`),
    );

    expect(keys.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });

  it("is said in one area only", () => {
    const keys = Object.values(TEXT_AREAS).flatMap((area) => Object.keys(area.en));

    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("can be read, and every plural and choice has a branch for all else", () => {
    const broken = ownSayings.flatMap(({ at, says }) =>
      LANGUAGES.flatMap((language) => {
        try {
          read(says[language]);
          return [];
        } catch (failure) {
          return [`${language} ${at}: ${String(failure)}`];
        }
      }),
    );

    expect(broken).toEqual([]);
    expect(() => read("{count, plural, one {#}}")).toThrow("MISSING_OTHER_CLAUSE");
  });

  it.each(LANGUAGES.filter((language) => language !== "en"))(
    "in %s wants the same values as in English",
    (language) => {
      const differ = ownSayings.filter(({ says }) => {
        const [here, english] = [read(says[language]), read(says.en)];
        return (
          unique(argumentsOf(here)).join() !== unique(argumentsOf(english)).join() ||
          unique(choicesOf(here)).join() !== unique(choicesOf(english)).join()
        );
      });

      expect(differ).toEqual([]);
    },
  );

  it("has no space at its ends and no ASCII punctuation behind a Chinese character", () => {
    const untidy = allSayings.flatMap(({ at, says }) =>
      LANGUAGES.filter(
        (language) => says[language] !== says[language].trim() || /\p{Script=Han}[,;!?]/u.test(says[language]),
      ).map((language) => `${language} ${at}: ${says[language]}`),
    );

    expect(untidy).toEqual([]);
  });
});

describe("a Chinese text", () => {
  const equal = allSayings.filter(
    ({ says }) => /\p{Letter}{2}/u.test(bare(says.en)) && (says["zh-Hans"] === says.en || says["zh-Hant"] === says.en),
  );

  it("is not the English one, but for what is listed with its reason", () => {
    expect(equal.map(({ at }) => at).filter((at) => !(at in SAME_IN_CHINESE))).toEqual([]);
  });

  it("is listed only while it is the same", () => {
    const same = new Set(equal.map(({ at }) => at));

    expect(Object.keys(SAME_IN_CHINESE).filter((at) => !same.has(at))).toEqual([]);
  });
});

/** Without the names of values, which are not words. */
function bare(text: string): string {
  return text.replaceAll(/\{[^{}]*\}/g, "");
}

describe("the policy files", () => {
  it("say in every language what they say in one", () => {
    expect(policySayings.length).toBeGreaterThan(300);
    expect(halfSaid).toEqual([]);
  });
});
