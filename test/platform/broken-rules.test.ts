/** Every rule of a policy, mapping or holiday file, broken once in each place that has it; read by whoever reads Chinese. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN_RULES, type BrokenRuleCode } from "../../src/domain/broken-rule.ts";
import { LANGUAGES } from "../../src/domain/vocabulary.ts";
import { loadMapping } from "../../src/features/portfolio/index.ts";
import { loadCalendars } from "../../src/platform/calendars/index.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { remedyFor, toldIn } from "../../src/platform/schema-remedies.ts";
import { type FileProblem, isProblems } from "../../src/platform/yaml-file.ts";
import { TEXTS, translator } from "../../src/texts/index.ts";
import { aBlock, aNumber, aTemplate, aText, words } from "../domain/templates/a-template.ts";

const bank = readFileSync("policy/cn-bank.yml", "utf8");
const folder = mkdtempSync(join(tmpdir(), "broken-"));

type Broken = () => readonly FileProblem[];

function problemsOf(name: string, text: string, load: (path: string) => unknown): readonly FileProblem[] {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const loaded = load(path);
  if (!isProblems(loaded)) throw new Error(`nothing is wrong with ${text}`);
  return loaded;
}

const readPolicy = (path: string) => loadPolicy(path, ["cn", "us-federal"]);

/** Sections of a policy; that the others are missing is told beside what we look for. JSON is YAML. */
const policy = (sections: object): Broken => {
  return () => problemsOf("policy.yml", JSON.stringify(sections), readPolicy);
};

/** The bank's policy with one place changed, for what shows only between whole sections. */
const inBank = (from: string, to: string): Broken => {
  if (!bank.includes(from)) throw new Error(`the policy does not hold ${from}`);
  return () => problemsOf("bank.yml", bank.replace(from, to), readPolicy);
};

const mapping = (parts: object): Broken => {
  return () => problemsOf("mapping.yml", JSON.stringify(parts), loadMapping);
};

const calendar = (parts: object): Broken => {
  return () => problemsOf("calendars/mine.yml", JSON.stringify(parts), (path) => loadCalendars(dirname(path)));
};

const option = (value: string) => ({ value, label: words });

const item = (more: object, base: object = aText) =>
  policy({ templates: [aTemplate([aBlock([{ ...base, ...more }])])] });
const figure = (more: object) => item(more, aNumber);
const yellow = (condition: object) => figure({ thresholds: { yellow: condition } });
const rows = (items: object[], more: object = {}) =>
  policy({ templates: [aTemplate([aBlock(items, { repeats: { most: 3, row: words, ...more } })])] });
const batch = (...blocks: object[]) => policy({ templates: [aTemplate(blocks, { batch: true })] });

const METRICS = {
  days: { title: words, unit: "days" },
  money: { title: words, unit: "yuan" },
  frozen: { title: words, unit: "flag" },
  press: { title: words, unit: "word", words: ["minor", "major"] },
};

const signals = (catalogue: object, metrics: object = METRICS) =>
  policy({
    templates: [],
    signals: {
      combine: "highest",
      merge_same_fact: true,
      points: { blue: 1, yellow: 2, orange: 3, red: 4 },
      release: { clean_months: 3, same_chain_back: true },
      ltv_caps: { percent: {} },
      worth: { late_from_days_past_due: 1, least_cases: 5 },
      metrics,
      catalogue,
    },
  });
const rule = (more: object) => signals({ "FIN-01": { title: words, level: "orange", triggers: [], ...more } });
const triggers = (...list: object[]) =>
  rule({ worsens_to: ["red"], triggers: list.map((one) => ({ level: "orange", metric: "days", ...one })) });

const tiers = (z1: string[], z2: string[], z3: string[]) =>
  policy({
    zones: {
      z1: { tiers: z1 },
      z2: { tiers: z2, from_signal: "orange", written_plan: true },
      z3: { tiers: z3 },
      override: { max_days: 92 },
    },
  });
const offSite = (more: object) =>
  policy({
    templates: [],
    zones: {
      z1: { tiers: ["normal"] },
      z2: { tiers: ["special_mention"], from_signal: "orange", written_plan: true },
      z3: { tiers: ["substandard", "doubtful", "loss"] },
      override: { max_days: 92 },
    },
    off_site_batch: {
      kinds: ["routine"],
      customer_types: ["individual"],
      tiers: ["normal"],
      products: {},
      at_least: 2,
      most: 20,
      in_a_row: 2,
      changed: [],
      ...more,
    },
  });
const limitsNamed = (name: string, more: object = { most: 1 }) =>
  policy({ limits: { borrower: { [name]: { title: words, ...more } }, quotas: {} } });
const limit = (more: object) => limitsNamed("one", more);
const test = (more: object) =>
  mapping({ loan: { state: { choose: [{ give: "live", when: [{ column: "a", one_of: ["x"], ...more }] }] } } });

/** In the order of `BROKEN_RULES`. */
const BROKEN: Readonly<Record<BrokenRuleCode, readonly [Broken, ...Broken[]]>> = {
  source_not_listed: [policy({ sources: {}, masking: { source: ["S99"] } })],
  bank_has_three_hands: [inBank("distinct_persons: 3", "distinct_persons: 2")],
  points_do_not_add_up: [inBank("on_time_rate: {points: 20", "on_time_rate: {points: 30")],
  shares_do_not_add_up: [inBank("release_percent: [40, 30, 30]", "release_percent: [40, 30]")],
  very_late_costs_less: [inBank("off_late: 2, off_very_late: 4", "off_late: 4, off_very_late: 2")],
  tier_without_zone: [tiers(["normal"], ["special_mention"], ["substandard", "doubtful"])],
  tier_in_zones: [tiers(["normal"], ["special_mention"], ["substandard", "doubtful", "loss", "normal"])],
  measure_unknown: [inBank("z1: [statements, receipts_back", "z1: [statements, recipts_back")],
  measure_twice: [inBank("z1: [statements, receipts_back", "z1: [statements, receipts_back, statements")],
  measure_in_no_set: [inBank("      z2: [sale_pays, loss_to_insurer", "      z2: [sale_pays")],
  rows_without_bands: [inBank("    mortgage:\n      bands: [{band: small}]\n      source: [D]\n", "")],
  bands_do_not_rise: [inBank("{band: medium, below: 50000000}", "{band: medium, below: 5000000}")],
  row_missing: [inBank("    zone_1_large: {every_months: 6, mode: off_site, source: [D]}\n", "")],
  row_without_band: [inBank("{band: medium, below: 50000000}, ", "")],
  default_not_offered: [policy({ languages: { offered: ["en"], default: "zh-Hans" } })],
  not_asked_as: [inBank("concludes: [conclusion", "concludes: [verdict")],
  least_over_most: [offSite({ at_least: 31 }), rows([aText], { at_least: 4 })],
  batch_tier_beyond_zone_1: [offSite({ tiers: ["loss"] })],
  batch_product_not_asked: [offSite({ products: { mortgage: { exposure_up_to: 1 } } })],
  batch_product_on_site: [inBank("    mortgage: {exposure_up_to", "    agri_procurement: {exposure_up_to")],
  batch_template_unused: [
    inBank(
      "    products: [personal_consumption, mortgage]\n    customer_types: [individual]",
      "    products: [agri_procurement]\n    customer_types: [individual]",
    ),
  ],
  batch_without_conclusion: [inBank("concludes: [conclusion", "concludes: [verdict")],
  too_much_rotates: [
    policy({
      templates: [aTemplate([aBlock([{ ...aText, rotates: 2 }])])],
      form: { light: { kinds: [], zones: [], exposure_up_to: 0 }, rotating_per_check: 0 },
    }),
  ],
  metric_unknown: [triggers({ metric: "nothing", over: 1 })],
  metric_has_no_order: [triggers({ metric: "frozen", over: 1 })],
  metric_is_number: [triggers({ is: true })],
  metric_is_flag: [triggers({ metric: "frozen", is: "yes" })],
  metric_is_never: [triggers({ metric: "press", is: "mayor" })],
  units_differ: [triggers({ over: 1, share_of: "money" })],
  levels_do_not_rise: [rule({ worsens_to: ["yellow"], triggers: [{ level: "orange", metric: "days", over: 1 }] })],
  level_not_reached: [rule({ triggers: [{ level: "red", metric: "days", over: 1 }] })],
  veto_is_red: [rule({ veto: true, triggers: [{ level: "orange", metric: "days", over: 1 }] })],
  level_reached_before: [
    triggers({ over: 30 }, { level: "red", over: 20 }),
    figure({ thresholds: { yellow: { gt: "70" }, orange: { gt: "60" } } }),
  ],
  calendar_unknown: [policy({ calendar: { id: "mars", time_zone: "Asia/Shanghai" } })],
  calendar_exists: [
    calendar({ id: "cn", time_zone: "Asia/Shanghai", rest_weekdays: [6, 7], official_years: { from: 2026, to: 2026 } }),
  ],
  not_a_source: [policy({ masking: { source: ["s 37"] } }), item({ source: ["?"] })],
  not_a_name: [
    limitsNamed("One Limit"),
    item({ key: "Words" }),
    policy({ templates: [aTemplate([aBlock([aText], { key: "two__words" })])] }),
    policy({ templates: [aTemplate([aBlock([aText])], { id: "Test" })] }),
    policy({ gate: { single_use_files: ["Photos"] } }),
    triggers({ metric: "Days", over: 1 }),
  ],
  not_a_word: [item({ type: "choice", options: [option("Good"), option("bad")] }), mapping({ mapping: "Own layout" })],
  name_of_the_form: [item({ key: "block_as_of" })],
  not_an_id: [policy({ policy: { id: "My Bank" } }), calendar({ id: "Bad Id" })],
  not_a_signal_code: [signals({ "fin-1": { title: words, level: "red", triggers: [] } })],
  not_a_file_type: [policy({ documents: { file_types: [".pdf"] } })],
  not_a_currency: [
    policy({ exposure_bands: { currency: "yuan" } }),
    policy({ exposure_bands: { rates: { usd: "7.0" } } }),
    mapping({ file: { money: { currency: "yuan" } } }),
  ],
  not_a_decimal: [yellow({ gt: "a third" }), figure({ max: "1,000" })],
  not_a_rate: [policy({ exposure_bands: { rates: { USD: "-7" } } })],
  not_a_date: [
    policy({ policy: { effective: "2026-02-30" } }),
    mapping({ take_on: "15.06.2005" }),
    calendar({ holidays: [{ date: "2024-02-30", name: "No day" }] }),
  ],
  not_a_date_format: [mapping({ file: { dates: ["MM/YYYY"] } })],
  not_a_time: [policy({ reminders: { morning_at: "9 o'clock" } })],
  not_a_quarter: [inBank("    whole_steps: false\n", '    budgets: {"2026-5": {overdue_percent: 5}}\n')],
  not_a_time_zone: [calendar({ time_zone: "Mars/Base" })],
  not_months: [policy({ inspections: { season_window_months: 3.3 } })],
  day_not_in_month: [calendar({ rules: [{ name: "No day", month: 2, day: 30 }] })],
  years_reversed: [calendar({ official_years: { from: 2025, to: 2024 } })],
  years_too_many: [calendar({ official_years: { from: 1, to: 2024 } })],
  phrases_differ: [policy({ gate: { words: { stop_phrases: { en: [], "zh-Hans": ["甲"], "zh-Hant": [] } } } })],
  exactly_one_of: [
    limit({}),
    limit({ most: 1, most_percent_of_net_assets: 1 }),
    policy({ drafts: { remind_after: { days: 1, hours: 1 } } }),
    yellow({ gt: "1", lt: "0" }),
    figure({ derived: { sum: ["figure"], count: "figure" } }),
    test({ field: "product" }),
    test({ empty: true }),
  ],
  at_most_one_of: [
    yellow({ gt: "1", than: "last", percent_of: "last" }),
    item({ full_only: true, rotates: 2 }),
    figure({ blind: true, known: "drawn_cny" }),
    triggers({ over: 1, share_of: "days", less: "days" }),
    triggers({ over: 1, count: 2, within_days: 30, running: 2 }),
  ],
  at_least_one_of: [
    item({ only_when: [{}] }),
    triggers({}),
    rule({ paths: [{ path: "full" }], triggers: [{ level: "orange", metric: "days", over: 1 }] }),
  ],
  needs: [
    triggers({ over: 1, count: 2 }),
    triggers({ over: 1, sum_over: 2 }),
    triggers({ over: 1, per: "reference" }),
    triggers({ over: 1, every: "month" }),
    signals({}, { press: { title: words, unit: "word" } }),
    signals({}, { days: { title: words, unit: "days", words: ["few", "many"] } }),
  ],
  stands_alone: [triggers({ over: 1, absent_days: 30 })],
  stands_twice: [
    item({ type: "choice", options: [option("good"), option("good")] }),
    policy({ templates: [aTemplate([aBlock([aText])]), aTemplate([aBlock([aText])])] }),
    policy({ templates: [aTemplate([aBlock([aText]), aBlock([aNumber])])] }),
  ],
  asked_twice: [policy({ templates: [aTemplate([aBlock([aText]), aBlock([aText], { key: "other" })])] })],
  type_needs: [figure({ unit: undefined }), figure({ scale: undefined }), item({ type: "choice" })],
  only_of_type: [
    item({ unit: "yuan" }),
    item({ options: [option("good"), option("bad")] }),
    item({ not_after: "today" }),
    figure({ max_length: 3 }),
    item({ blind: true }),
  ],
  derived_is_typed: [figure({ derived: { sum: ["figure"] }, required: true })],
  name_not_asked: [yellow({ gt: "0", than: "nothing" })],
  meaning_changed: [
    policy({
      templates: [aTemplate([aBlock([aNumber])]), aTemplate([aBlock([{ ...aNumber, unit: "days" }])], { id: "other" })],
    }),
  ],
  block_rotates: [policy({ templates: [aTemplate([aBlock([aText], { rotates: 2 })])] })],
  row_too_wide: [rows(Array.from({ length: 9 }, (_, at) => ({ ...aText, key: `words_${at}` })))],
  not_in_a_row: [rows([{ ...aText, as_of: true }])],
  batch_has_no_rows: [batch(aBlock([aText], { per: "borrower", repeats: { most: 3, row: words } }))],
  batch_asks_once: [batch(aBlock([aText]))],
  batch_asks_no_such_type: [batch(aBlock([aNumber], { per: "borrower" }))],
  batch_has_no_papers: [batch(aBlock([{ ...aText, as_of: true }], { per: "borrower" }))],
};

const all = BROKEN_RULES.flatMap((code) => BROKEN[code].map((broken, at) => ({ code, place: at + 1, broken })));

/** Its problem and its remedy in a Chinese of the two, where they hold no word of it. */
const notInChinese = (problems: readonly FileProblem[]) =>
  LANGUAGES.filter((language) => language !== "en").flatMap((language) =>
    problems
      .map((found) => toldIn(translator(language), found))
      .flatMap(({ problem, remedy }) => [problem, remedy])
      .filter((said) => !/\p{Script=Han}/u.test(said)),
  );

describe("a file that breaks a rule", () => {
  it.each(all)("is told in Chinese too: $code, place $place", ({ code, broken }) => {
    const problems = broken();

    const told = problems.map(({ words: { problem } }) => problem);
    expect(told).toContain(`rule.problem.${code}`);
    expect(told).not.toContain("file.problem.misfit");
    expect(notInChinese(problems)).toEqual([]);
  });

  it("is told where the name of a group is wrong, by the rule of names", () => {
    const found = limitsNamed("One Limit")().find(({ path }) => path.startsWith("limits."));

    expect(found).toMatchObject({ line: 1, path: "limits.borrower.One Limit" });
    expect(found?.problem).toBe('"One Limit" is no name in snake_case');
  });

  it("is told how long a text or a list may be, and what to choose from where the choice is missing", () => {
    const problems = policy({
      policy: { version: "" },
      review: { return_reasons: [] },
      off_site_batch: { most: 100 },
      templates: [aTemplate([aBlock([{ ...aText, key: "x".repeat(61) }])])],
    })();
    const said = problems.map(({ path, problem, remedy }) => `${path}: ${problem}; ${remedy}`);

    expect(said).toEqual(
      expect.arrayContaining([
        'policy.version: "" is too short; at least 1 character',
        "policy.institution: institution is missing; add institution: one of bank, microloan_company",
        "review.return_reasons: [] is too short; at least 1 entry",
        "off_site_batch.most: 100 is too large; at most 50",
        expect.stringMatching(/^templates\.0\.blocks\.0\.items\.0\.key: "x+…? is too long; at most 60 characters$/),
      ]),
    );
  });

  it("is told something in every language even by a rule that nobody gave words", () => {
    const told = remedyFor(
      { code: "not_multiple_of", divisor: 5, path: [], message: "Not a multiple", input: 7 },
      7,
      {},
    );

    expect(LANGUAGES.map((language) => toldIn(translator(language), told).problem)).toEqual([
      "7 does not fit here",
      "7 不合此处的要求",
      "7 不合此處的要求",
    ]);
  });
});

it("no words are kept for a rule that is gone", () => {
  const worded = Object.keys(TEXTS.en).filter((key) => key.startsWith("rule.problem."));

  expect(worded.map((key) => key.slice("rule.problem.".length)).sort()).toEqual([...BROKEN_RULES].sort());
});
