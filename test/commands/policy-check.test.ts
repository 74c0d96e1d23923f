import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { policyCheck } from "../../commands/policy-check.ts";
import { repositoryPath } from "../../prisma/schema.ts";
import type { Language } from "../../src/domain/vocabulary.ts";

const BANK = repositoryPath("policy/cn-bank.yml");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "afterloan-policy-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

interface Checked {
  readonly exitCode: number | undefined;
  readonly printed: string;
}

/** What `policy check` prints of a file, and its exit code; it needs no settings and opens no database. */
async function checked(file: string, ...flags: string[]): Promise<Checked> {
  return checkedIn("en", file, ...flags);
}

async function checkedIn(language: Language, file: string, ...flags: string[]): Promise<Checked> {
  const printed: string[] = [];
  const write = (text: unknown) => printed.push(String(text)) > 0;
  const [out, err] = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
  out.mockImplementation(write);
  err.mockImplementation(write);
  const exitCode = await policyCheck.withoutSettings?.([], { words: [file, ...flags], language });
  out.mockRestore();
  err.mockRestore();
  return { exitCode, printed: printed.join("") };
}

/** The bank's policy with some words written differently. */
function mutated(...changes: readonly (readonly [string, string])[]): string {
  const file = join(folder, "own.yml");
  const text = readFileSync(BANK, "utf8");
  for (const [from] of changes) expect(text, from).toContain(from);
  writeFileSync(
    file,
    changes.reduce((left, [from, to]) => left.replace(from, to), text),
  );
  return file;
}

describe("policy check", () => {
  it("finds nothing in the shipped policies, and counts what the lawyers must read", async () => {
    for (const name of ["cn-bank", "cn-microloan"]) {
      const { exitCode, printed } = await checked(repositoryPath(`policy/${name}.yml`));
      expect(printed).toMatch(/is sound; \d+ rules must still be read by the legal department/);
      expect(exitCode).toBe(0);
    }
  });

  it("names every problem in one run, each with its line and its remedy", async () => {
    const file = mutated(
      ["unit: yuan", "unit: yuans"],
      ["every_months: 3", "every_month: 3"],
      ["similarity_at_least: 0.85, least", "similarity_at_least: 85, least"],
      ["concludes: [conclusion", "concludes: [verdict"],
      ["      zh-Hant: [賬實相符, ", "      zh-Hant: ["],
    );

    const { exitCode, printed } = await checked(file);

    expect(exitCode).toBe(1);
    expect(printed).toMatch(/own\.yml:\d+:\d+ \S+: every_month is not known here; did you mean every_months/);
    expect(printed).toMatch(/own\.yml:\d+:\d+ \S+unit: "yuans" is not one of the possible values; write one of: yuan/);
    expect(printed).toMatch(/gate\.copied\.similarity_at_least: 85 is too large/);
    expect(printed).toMatch(/gate\.words\.stop_phrases: of zh-Hans and zh-Hant, one has more phrases/);
  });

  it("says in the reader's language what any file may have wrong", async () => {
    const file = mutated(
      ["unit: yuan", "unit: yuans"],
      ["every_months: 3", "every_month: 3"],
      ["similarity_at_least: 0.85, least", "similarity_at_least: 85, least"],
    );

    const { printed } = await checkedIn("zh-Hans", file);

    expect(printed).toMatch(/own\.yml:\d+:\d+ \S+: 此处没有 every_month 这一项; 是否应为 every_months？/);
    expect(printed).toMatch(/unit: "yuans" 不在可选值之内; 请选用：yuan/);
    expect(printed).toMatch(/gate\.copied\.similarity_at_least: 85 太大; 不得大于 1/);
    expect((await checkedIn("zh-Hant", file)).printed).toContain("此處沒有 every_month 這一項");
  });

  it("finds a gate that judges what nobody is asked", async () => {
    const { printed } = await checked(mutated(["concludes: [conclusion", "concludes: [verdict"]), "--json");

    expect(JSON.parse(printed)).toMatchObject({
      problems: [
        { path: "templates.9", problem: "retail_batch: a batch would be submitted without a conclusion" },
        { path: "gate.concludes.0", problem: "no template asks verdict as text" },
      ],
    });
  });

  it.each([
    [
      "    mortgage: {exposure_up_to",
      "    working_capital: {exposure_up_to",
      "no template with batch: true asks about working_capital",
    ],
    [
      "    mortgage: {exposure_up_to",
      "    agri_procurement: {exposure_up_to",
      "agri_procurement is never inspected off site in zone 1",
    ],
    [
      "  tiers: [normal]\n  products:",
      "  tiers: [normal, special_mention]\n  products:",
      "special_mention is not of zone 1",
    ],
    ["  at_least: 2\n", "  at_least: 31\n", "at_least is more than most"],
    [
      "    products: [personal_consumption, mortgage]\n    customer_types: [individual]",
      "    products: [agri_procurement]\n    customer_types: [individual]",
      "retail_batch is asked in a batch only, and off_site_batch names none of its products",
    ],
    ["            known: days_past_due\n", "", "dpd: is asked of each, and a batch asks once"],
  ])("finds a batch that could never be: %s", async (from, to, problem) => {
    const { printed, exitCode } = await checked(mutated([from, to]));

    expect(printed).toContain(problem);
    expect(exitCode).not.toBe(0);
  });

  it.each([
    ["metric: utilisation_pct, below: 70", "metric: utilization_pct, below: 70", "there is no metric utilization_pct"],
    [
      "share_of: wages_payable_cny",
      "share_of: headcount_delta",
      "wages_paid_cny is in yuan, headcount_delta in percent",
    ],
    ["metric: licence_revoked, is: true", "metric: licence_revoked, over: 0", "licence_revoked is a flag"],
    ["metric: press, is: major", "metric: press, is: mayor", "press is never mayor; write one of: minor, major"],
    [
      "metric: account_frozen, is: true",
      "metric: wages_late_months, is: true",
      "is a number of months; compare it with over",
    ],
    [
      "metric: utilisation_pct, below: 50",
      "metric: utilisation_pct, below: 75",
      "orange of utilisation_pct is reached before yellow",
    ],
    [
      "metric: days_past_due, at_least: 91",
      "metric: days_past_due, at_least: 21",
      "red of days_past_due is reached before",
    ],
    ["worsens_to: [orange, red]", "worsens_to: [red, orange]", "worsens_to does not rise"],
    [
      "worsens_to: [orange, red]",
      "worsens_to: [orange]",
      "a trigger says red, which it neither begins at nor worsens to",
    ],
  ])("finds a catalogue of signals that cannot be right: %s", async (from, to, problem) => {
    const { printed, exitCode } = await checked(mutated([from, to]));

    expect(printed).toContain(problem);
    expect(printed).toMatch(/own\.yml:\d+:\d+ signals\.catalogue\./);
    expect(exitCode).toBe(1);
  });

  it("says that there is no such file", async () => {
    const { exitCode, printed } = await checked(join(folder, "none.yml"));

    expect(exitCode).toBe(66);
    expect(printed).toContain("There is no file");
  });
});
