import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN_RULES } from "../../src/domain/broken-rule.ts";
import { LANGUAGES } from "../../src/domain/vocabulary.ts";
import { loadPolicy, problemLine } from "../../src/platform/policy-file.ts";
import { toldIn, toldOfRule } from "../../src/platform/schema-remedies.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";
import { translator } from "../../src/texts/index.ts";

/** Whatever name a text asks for. */
const ANY_VALUE: Record<string, string> = new Proxy({}, { get: () => "something", has: () => true });

const bank = readFileSync("policy/cn-bank.yml", "utf8");

/** Each change must find its text, or the test would prove nothing. */
function changed(...changes: readonly [string, string][]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the policy does not hold ${from}`);
    return text.replace(from, to);
  }, bank);
}

function load(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), "policy-")), "mine.yml");
  writeFileSync(path, text);
  return {
    path,
    loaded: loadPolicy(path, ["cn", "us-federal"]),
    lineOf: (part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1,
  };
}

function problemsOf(text: string) {
  const { loaded, ...rest } = load(text);
  if (!isProblems(loaded)) throw new Error("the policy was accepted");
  return { problems: loaded, ...rest };
}

describe("a policy with mistakes", () => {
  it("is told all of them in one run, each with its line, its place and a remedy", () => {
    const { problems, lineOf } = problemsOf(
      changed(
        ["calendar: {id: cn,", "calendar: {id: mars,"],
        ["every_months: 3, mode: off_site", "every_months: 3.3, mode: off_site"],
        [
          "zone_2: {every_months: 1, mode: on_site, source: [S37, D]}",
          "zone_2: {every_months: 1, mode: onsite, source: [S37, D]}",
        ],
        ["bundle_minutes: 15", "bundle_minute: 15"],
        ['morning_at: "09:00"', "morning_at: 9"],
      ),
    );
    const found = problems.map(({ line, path, remedy }) => ({ line, path, remedy }));
    expect(found).toEqual([
      {
        line: lineOf("mars"),
        path: "calendar.id",
        remedy: "write one of: cn, us-federal, or add a holiday file to policy/calendars",
      },
      {
        line: lineOf("3.3"),
        path: "inspections.working_capital.zone_1_small.every_months",
        remedy: "write a whole number, or one that ends in .5 or .25, such as 3, 1.5 or 0.25",
      },
      {
        line: lineOf("mode: onsite"),
        path: "inspections.working_capital.zone_2.mode",
        remedy: "write one of: on_site, off_site, unannounced",
      },
      { line: lineOf("reminders:"), path: "reminders.bundle_minutes", remedy: "add bundle_minutes: a number" },
      { line: lineOf("morning_at"), path: "reminders.morning_at", remedy: "write a text" },
      { line: lineOf("bundle_minute:"), path: "reminders", remedy: "did you mean bundle_minutes? otherwise remove it" },
    ]);
  });

  it("is told when sections contradict each other", () => {
    const { problems, lineOf } = problemsOf(
      changed(
        ["calendar: {id: cn,", "calendar: {id: mars,"],
        ["z2:\n    tiers: [special_mention]", "z2:\n    tiers: [normal]"],
        ["{band: medium, below: 50000000}", "{band: medium, below: 5000000}"],
        ["first: {days: 90, mode: off_site, source: [D]}", "first: {days: 90, mode: off_site, source: [S99]}"],
        ["    zone_1_large: {every_months: 6, mode: off_site, source: [D]}\n", ""],
        ["default: zh-Hans}", "default: en}"],
        ["offered: [zh-Hans, zh-Hant, en]", "offered: [zh-Hans, zh-Hant]"],
      ),
    );
    expect(problems.map((problem) => [problem.path, problem.problem])).toEqual([
      ["calendar.id", "there is no calendar mars"],
      ["languages.default", "the default language is not offered"],
      ["zones", "2 zones have the tier normal"],
      ["zones", "no zone has the tier special_mention"],
      ["exposure_bands.products.working_capital.bands", "bands must rise and the last must be open"],
      ["inspections.personal_consumption", "zone_1_large is missing, although there is a band large"],
      ["inspections.mortgage.first.source.0", "the source S99 is not listed"],
    ]);
    expect(problems.at(-1)?.line).toBe(lineOf("S99"));
  });

  it("is told of contradictions in the language of whoever reads", () => {
    const { problems, path, lineOf } = problemsOf(
      changed(
        ["default: zh-Hans}", "default: en}"],
        ["offered: [zh-Hans, zh-Hant, en]", "offered: [zh-Hans, zh-Hant]"],
      ),
    );
    const place = `${path}:${lineOf("default: en}")}`;
    const said = LANGUAGES.map((language) =>
      problems.map((problem) => problemLine(problem, translator(language)).replace(/:\d+ /, " ")),
    );
    expect(said).toEqual([
      [`${place} languages.default: the default language is not offered; add en to languages.offered`],
      [`${place} languages.default: 默认语言不在可选语言之内; 请在 languages.offered 中补上 en`],
      [`${place} languages.default: 預設語言不在可選語言之內; 請在 languages.offered 中補上 en`],
    ]);
  });

  it("has a sentence and a remedy for every rule in every language", () => {
    const bare = LANGUAGES.flatMap((language) =>
      BROKEN_RULES.filter((code) => {
        const { problem, remedy } = toldIn(translator(language), toldOfRule({ code, values: ANY_VALUE }));
        return problem === "" || remedy === "" || /[{}]/.test(problem + remedy);
      }).map((code) => `${language} ${code}`),
    );
    expect(BROKEN_RULES.length).toBeGreaterThan(25);
    expect(bare).toEqual([]);
  });

  it.each([
    ["a tab", "policy:\n\tid: x\n"],
    ["a key said twice", changed(["bundle_minutes: 15", "bundle_minutes: 15\n  bundle_minutes: 16"])],
    ["nothing at all", ""],
    ["a list", "- 1\n"],
  ])("is refused, and not with a crash, when it holds %s", (_what, text) => {
    const { problems } = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((problem) => problem.line >= 1 && problem.remedy !== "")).toBe(true);
  });

  it("prints as a line that an editor can jump to", () => {
    const { problems, path, lineOf } = problemsOf(changed(["bundle_minutes: 15", "bundle_minutes: 0"]));
    expect(problems.map((problem) => problemLine(problem, translator("en")))).toEqual([
      `${path}:${lineOf("bundle_minutes")}:3 reminders.bundle_minutes: 0 is too small; at least 1`,
    ]);
  });
});

describe("the hash of a policy", () => {
  const hashOf = (text: string) => {
    const { loaded } = load(text);
    return isProblems(loaded) ? JSON.stringify(loaded) : loaded.hash;
  };

  it("does not change with comments, spaces and the order of keys", () => {
    const reordered = changed(["{first: 6, last: 4}", "{last: 4,   first: 6}"]);
    expect(hashOf(`# mine\n${reordered}`)).toBe(hashOf(bank));
  });

  it("changes with any rule", () => {
    expect(hashOf(changed(["bundle_minutes: 15", "bundle_minutes: 16"]))).not.toBe(hashOf(bank));
  });
});
