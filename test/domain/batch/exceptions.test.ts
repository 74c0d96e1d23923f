import { describe, expect, it } from "vitest";
import {
  BATCH_EXCEPTIONS,
  type BatchExceptionKind,
  type BatchedFacts,
  type Candidate,
  exceptionsOf,
  isCandidate,
  looksClean,
} from "../../../src/domain/batch/index.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

function shipped(name: string) {
  const calendars = loadCalendars("policy/calendars");
  const loaded = loadPolicy(`policy/${name}.yml`, isProblems(calendars) ? [] : calendars.keys());
  if (isProblems(loaded)) throw new Error(JSON.stringify(loaded));
  return loaded.policy;
}

const bank = shipped("cn-bank");
const today = isoDate("2026-03-02");
const yuan = (amount: bigint, currency = "CNY") => ({ minor: amount * 100n, currency });
const aLoan = (differences: Partial<BatchedFacts["loans"][number]> = {}) => ({
  product: "personal_consumption" as const,
  tier: "normal" as const,
  drawn: yuan(120_000n),
  ...differences,
});
const facts = (differences: Partial<BatchedFacts> = {}): BatchedFacts => ({
  state: "planned",
  hasDraft: false,
  loans: [aLoan()],
  today,
  open: [],
  changed: [],
  drawnMore: false,
  batchesRunning: 0,
  isOutOfRange: false,
  ...differences,
});
const kinds = (differences: Partial<BatchedFacts>) => exceptionsOf(bank, facts(differences)).map(({ kind }) => kind);

describe("Given the bank's policy and a current consumer loan of 120,000 yuan", () => {
  it("it stays in the batch", () => {
    expect(exceptionsOf(bank, facts())).toEqual([]);
  });

  it.each<[BatchExceptionKind, Partial<BatchedFacts>]>([
    ["returned", { state: "returned" }],
    ["begun", { state: "started" }],
    ["begun", { hasDraft: true }],
    ["overdue", { loans: [aLoan({ pastDueSince: today })] }],
    ["tier", { loans: [aLoan({ tier: "special_mention" })] }],
    ["product", { loans: [aLoan(), aLoan({ product: "personal_business", drawn: yuan(1n) })] }],
    ["exposure", { loans: [aLoan({ drawn: yuan(300_001n) })] }],
    ["exposure", { loans: [aLoan({ drawn: yuan(200_000n) }), aLoan({ drawn: yuan(200_000n) })] }],
    ["exposure", { loans: [aLoan({ drawn: yuan(1n, "EUR") })] }],
    ["measures", { open: ["measures"] }],
    ["signals", { open: ["signals"] }],
    ["conditions", { open: ["approval_conditions"] }],
    ["last_report", { open: ["out_of_range"] }],
    ["fixes", { open: ["fixes"] }],
    ["changed", { changed: ["phone"] }],
    ["drawn_more", { drawnMore: true }],
    ["in_a_row", { batchesRunning: 2 }],
    ["out_of_range", { isOutOfRange: true }],
  ])("it is singled out for %s", (kind, differences) => {
    expect(kinds(differences)).toEqual([kind]);
  });

  it.each<[string, Partial<BatchedFacts>]>([
    ["an exposure at the limit", { loans: [aLoan({ drawn: yuan(300_000n) })] }],
    [
      "a mortgage beside it, each within its own limit",
      { loans: [aLoan(), aLoan({ product: "mortgage", drawn: yuan(3_000_000n) })] },
    ],
    ["a past-due date that lies ahead of today", { loans: [aLoan({ pastDueSince: isoDate("2026-03-03") })] }],
    ["one batch before this one", { batchesRunning: 1 }],
  ])("it stays with %s", (_words, differences) => {
    expect(kinds(differences)).toEqual([]);
  });

  it("all reasons are told at once, and every reason has been tried here", () => {
    const everything = facts({
      state: "returned",
      loans: [aLoan({ tier: "special_mention", pastDueSince: today })],
      changed: ["phone", "address"],
    });
    expect(exceptionsOf(bank, everything)).toEqual([
      { kind: "returned" },
      { kind: "overdue" },
      { kind: "tier" },
      { kind: "changed", facts: ["phone", "address"] },
    ]);
    expect(BATCH_EXCEPTIONS).toHaveLength(15);
  });

  it("a changed fact that the lender does not watch singles nobody out", () => {
    const rules = { ...bank, off_site_batch: { ...bank.off_site_batch, changed: ["phone" as const] } };
    expect(exceptionsOf(rules, facts({ changed: ["address"] }))).toEqual([]);
  });
});

describe("What a batch may be made of", () => {
  const one: Candidate = {
    kind: "routine",
    mode: "off_site",
    state: "planned",
    customerType: "individual",
    products: ["personal_consumption"],
  };

  it.each<[string, Partial<Candidate>, boolean]>([
    ["a routine off-site check of a consumer loan", {}, true],
    ["one that was returned, to be singled out by name", { state: "returned" }, true],
    ["a first check", { kind: "first" }, false],
    ["a visit", { mode: "on_site" }, false],
    ["one that was submitted", { state: "submitted" }, false],
    ["a company's", { customerType: "mse" }, false],
    ["a working-capital loan's", { products: ["working_capital"] }, false],
  ])("%s", (_words, differences, expected) => {
    expect(isCandidate(bank.off_site_batch, { ...one, ...differences })).toBe(expected);
  });

  it("in the micro-loan company, small loans of individuals alone", () => {
    const micro = shipped("cn-microloan").off_site_batch;
    expect(isCandidate(micro, { ...one, products: ["microloan"] })).toBe(true);
    expect(isCandidate(micro, { ...one, products: ["microloan"], customerType: "sole_trader" })).toBe(false);
    expect(micro.products.microloan?.exposure_up_to).toBe(100_000);
  });

  it("a list counts those in which nothing stands in the way that it can see", () => {
    const clean = { ...one, worstTier: "normal" as const, isOverdue: false, hasDraft: false };
    const rules = bank.off_site_batch;
    expect(looksClean(rules, clean)).toBe(true);
    expect(looksClean(rules, { ...clean, hasDraft: true })).toBe(false);
    expect(looksClean(rules, { ...clean, isOverdue: true })).toBe(false);
    expect(looksClean(rules, { ...clean, worstTier: "special_mention" })).toBe(false);
    expect(looksClean(rules, { ...clean, products: ["personal_consumption", "personal_business"] })).toBe(false);
  });
});
