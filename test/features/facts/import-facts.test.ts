/** Files of facts: every row imported, corrected, unchanged, or refused with line, column, value and reason. */
import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { importFacts, loadFactMapping } from "../../../src/features/facts/index.ts";
import { importPortfolio } from "../../../src/features/portfolio/index.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";
import { aUnit } from "../../builders/index.ts";
import { aFile, ownFile, ownRow, shipped } from "../portfolio/extracts.ts";
import { aFactsDesk, type FactsDesk } from "./facts-desk.ts";

let desk: FactsDesk;
beforeEach(async () => {
  desk = await aFactsDesk();
});

const counts = (imported: number, updated: number, unchanged: number, refused: number) => ({
  ...{ rows: imported + updated + unchanged + refused, imported, updated, unchanged, refused },
});
const loan = () => desk.db.loan.findUniqueOrThrow({ where: { id: desk.loanId } });

describe("a file of days past due", () => {
  const evening = (asOf: string, days: string) => `loan,as_of,days_past_due\nL-0001,${asOf},${days}\n`;

  it("is told once: the same file again changes nothing", async () => {
    expect((await desk.read("balances", evening("2026-03-09", "8"))).counts).toEqual(counts(1, 0, 0, 0));
    expect((await desk.read("balances", evening("2026-03-09", "8"))).counts).toEqual(counts(0, 0, 1, 0));
    expect(await desk.told("days_past_due")).toEqual([["8", false]]);
    expect(desk.followed).toEqual([["balances", [desk.borrowerId]]]);
  });

  it("stands in the book of loans, with what it was before, and the next extract may say otherwise", async () => {
    await desk.read("balances", "loan,as_of,balance,past_due_since\nL-0001,2026-03-09,900000.5,2026-03-01\n");
    expect(await loan()).toMatchObject({
      drawnMinor: 90_000_050n,
      pastDueSince: "2026-03-01",
      asOf: "2026-03-09",
      factsHash: "",
    });
    const changes = await desk.db.factChange.findMany({ orderBy: { field: "asc" } });
    expect(changes.map(({ field, before, after, asOf, source }) => [field, before, after, asOf, source])).toEqual([
      ["drawnMinor", "100000000", "90000050", "2026-03-09", "file"],
      ["pastDueSince", null, "2026-03-01", "2026-03-09", "file"],
    ]);
  });

  it("corrects a day that is over: the newest day stands in the book, whatever came last", async () => {
    await desk.read("balances", evening("2026-03-09", "8"));
    expect((await desk.read("balances", evening("2026-03-05", "0"))).counts).toEqual(counts(1, 0, 0, 0));
    expect((await loan()).pastDueSince).toBe("2026-03-01");
    expect((await desk.read("balances", evening("2026-03-09", "0"))).counts).toEqual(counts(0, 1, 0, 0));
    expect((await loan()).pastDueSince).toBeNull();
    expect(await desk.told("days_past_due")).toEqual([
      ["8", false],
      ["0", false],
      ["0", true],
    ]);
  });

  it("leaves the book as it is where the last extract is of a later day", async () => {
    const run = await desk.db.importRun.create({
      data: { kind: "portfolio", source: "loans.csv", asOf: "2026-03-08", startedAt: new Date("2026-03-09T00:00:00Z") },
    });
    await desk.db.loan.update({ where: { id: desk.loanId }, data: { asOf: "2026-03-08", lastRunId: run.id } });
    await desk.read("balances", evening("2026-03-07", "6"));
    expect((await loan()).pastDueSince).toBeNull();
    await desk.read("balances", evening("2026-03-08", "7"));
    expect((await loan()).pastDueSince).toBe("2026-03-01");
  });

  it("is one fact with a push of the same system", async () => {
    const event = {
      id: "e1",
      source: "core",
      kind: "balances",
      facts: [{ loan: "L-0001", as_of: "2026-03-09", days_past_due: "8" }],
    };
    await desk.push(event);
    expect((await desk.read("balances", evening("2026-03-09", "8"), { source: "core" })).counts).toEqual(
      counts(0, 0, 1, 0),
    );
    expect((await desk.read("balances", evening("2026-03-09", "9"), { source: "core" })).counts).toEqual(
      counts(0, 1, 0, 0),
    );
  });

  it("takes its day from the command where the rows do not say theirs", async () => {
    await desk.read("balances", "loan,days_past_due\nL-0001,3\n", { asOf: isoDate("2026-03-08") });
    expect(await desk.db.observation.findFirstOrThrow()).toMatchObject({ asOf: "2026-03-08" });
  });

  it("writes nothing in a trial, and says the same", async () => {
    const text = `${evening("2026-03-09", "8")}L-NOBODY,2026-03-09,1\n`;
    expect((await desk.read("balances", text, { dryRun: true })).counts).toEqual(counts(1, 0, 0, 1));
    expect(await desk.told("days_past_due")).toEqual([]);
    expect([await desk.db.importRun.count(), desk.followed]).toEqual([0, []]);
  });
});

describe("a row that is refused", () => {
  it("is told and recorded with its line, column, value and reason, and the rows beside it are taken", async () => {
    const rows = [
      "loan,as_of,balance,days_past_due,past_due_since,reference",
      "L-0001,2026-03-09,,1,,good",
      "L-NOBODY,2026-03-09,,1,,",
      "L-0001,2026-02-30,,1,,",
      "L-0001,2026-03-11,,1,,",
      "L-0001,2026-03-08,,one,,",
      "L-0001,2026-03-08,12.345,,,",
      "L-0001,2026-03-08,,,,",
      ",2026-03-08,,1,,",
      "L-0001,2026-03-08,,1,2026-03-07,",
      "L-0001,2026-03-08,,1",
      "L-0001,2026-03-09,,2,,good",
      "L-0001,,,1,,",
    ];
    const report = await desk.read("balances", `${rows.join("\n")}\n`);
    expect(report.counts).toEqual(counts(1, 0, 0, 11));
    const refused = await desk.db.importRefusal.findMany({ orderBy: { line: "asc" } });
    expect(refused.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [3, "loan", "L-NOBODY", "not_in_book"],
      [4, "as_of", "2026-02-30", "not_a_day"],
      [5, "as_of", "2026-03-11", "in_the_future"],
      [6, "days_past_due", "one", "not_whole_days"],
      [7, "balance", "12.345", "not_a_decimal"],
      [8, "balance", "", "nothing_told"],
      [9, "loan", "", "missing"],
      [10, "past_due_since", "2026-03-07", "contradicts"],
      [11, "", "L-0001,2026-03-08,,1", "wrong_number_of_columns"],
      [12, "", "", "told_twice"],
      [13, "as_of", "", "missing"],
    ]);
    const run = await desk.db.importRun.findFirstOrThrow();
    expect(run).toMatchObject({ kind: "facts", ...report.counts });
    expect(run.finishedAt).not.toBeNull();
    expect(await desk.db.auditEvent.count({ where: { verb: "import_facts" } })).toBe(1);
  });

  it("does not stand in the way of a later row of the same fact", async () => {
    const text = "loan,as_of,days_past_due\nL-0001,2026-03-09,x\nL-0001,2026-03-09,2\n";
    expect((await desk.read("balances", text)).counts).toEqual(counts(1, 0, 0, 1));
  });

  it("names a guarantor whose name two bear, and collateral that its loan has not", async () => {
    const at = { asOf: "2026-01-05", recordedAt: new Date(), loanId: desk.loanId };
    await desk.db.guarantor.create({ data: { ...at, name: "Harbour Trade" } });
    const rated = await desk.read("ratings", "loan,guarantor,as_of,rating\nL-0001,Harbour Trade,2026-03-09,BB\n");
    expect(rated.refused).toMatchObject([{ reason: "name_not_alone", samples: [{ column: "guarantor" }] }]);
    const valued = await desk.read("valuations", "loan,collateral,as_of,value\nL-0001,COL-9,2026-03-09,5\n");
    expect(valued.refused).toMatchObject([
      { reason: "not_in_book", samples: [{ column: "collateral", value: "COL-9" }] },
    ]);
  });

  it("names no loan in a rating, and no customer beside a loan", async () => {
    const text =
      "borrower,loan,as_of,rating\nC-0001,L-0001,2026-03-09,BB\n,L-0001,2026-03-09,BB\nC-0001,,2026-03-09,BB\n";
    const report = await desk.read("ratings", text);
    expect(report.counts).toEqual(counts(1, 0, 0, 2));
    expect(report.refused).toMatchObject([{ reason: "one_subject", rows: 2 }]);
  });
});

describe("each kind", () => {
  it.each([
    [
      "ratings",
      "borrower,as_of,rating,valid_to,change\nC-0001,2026-03-09,BB+,2026-04-01,down\n",
      { rating: "BB+", rating_days_left: "23", rating_change: "down" },
    ],
    ["valuations", "loan,collateral,as_of,value\nL-0001,COL-1,2026-03-01,800000.00\n", { value_cny: "800000" }],
    [
      "repayments",
      "loan,as_of,due_on,principal,interest,state\nL-0001,2026-03-09,2026-03-31,50000.00,4350,unpaid\n",
      {
        instalment_principal: "50000",
        instalment_interest: "4350",
        instalment_state: "unpaid",
        instalment_paid_on: "none",
      },
    ],
    [
      "insurance",
      "loan,collateral,as_of,insured_to\nL-0001,COL-1,2026-03-09,2026-03-20\n",
      { insurance_days_left: "11" },
    ],
    ["permits", "borrower,as_of,permit,valid_to\nC-0001,2026-03-09,food,2026-05-01\n", { permit_days_left: "53" }],
    [
      "covenants",
      "borrower,as_of,condition,state,due_on\nC-0001,2026-03-09,debt ratio,broken,2026-06-30\n",
      { condition_broken_since: "2026-03-09", covenant_days_left: "113" },
    ],
    [
      "approval_conditions",
      "borrower,as_of,condition,state\nC-0001,2026-03-09,mortgage registered,waived\n",
      { condition_broken_since: "none", approval_condition_met: "true" },
    ],
    [
      "bureau",
      "borrower,as_of,bureau_queries_6m,default_elsewhere,default_amount_cny\nC-0001,2026-03-09,7,yes,10.50\n",
      { bureau_queries_6m: "7", default_elsewhere: "true", default_amount_cny: "10.5" },
    ],
    [
      "enforcement",
      "borrower,as_of,case_number,list,listed,amount\nC-0001,2026-03-09,No. 1,enforced,no,\n",
      { enforced_debtor: "false", enforced_amount_cny: "0" },
    ],
    ["audit_findings", "borrower,as_of,finding,state\nC-0001,2026-03-09,A-7,major\n", { audit_finding: "major" }],
    [
      "audit_findings",
      "borrower,as_of,finding,state,overturns\nC-0001,2026-03-09,A-7,major,I-2026-00001\n",
      { audit_finding: "major", audit_overturned_report: "I-2026-00001" },
    ],
    ["observations", "borrower,as_of,key,value,unit\nC-0001,2026-03-09,stop_order,true,flag\n", { stop_order: "true" }],
  ] as const)("%s", async (kind, text, values) => {
    expect((await desk.read(kind, text)).counts).toEqual(counts(1, 0, 0, 0));
    const rows = await desk.db.observation.findMany();
    expect(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).toEqual(values);
    expect((await desk.read(kind, text)).counts).toEqual(counts(0, 0, 1, 0));
  });
});

describe("a mapping of facts", () => {
  const file = "file:\n  encoding: gb18030\n  dates: [YYYY/M/D]\n  money: {currency: CNY, unit: ten_thousand}\n";
  const mapping = (columns: string, more = "") =>
    aFile(`mapping: core\nsource: core\n${more}${file}columns:\n${columns}`, "facts.yml");

  it("says which column holds what, how days and amounts are written, and which system tells it", async () => {
    const read = loadFactMapping(
      mapping("  loan: NO\n  as_of: DAY\n  balance: {column: BAL, blank: ['-']}\n  days_past_due: DPD\n"),
      "balances",
    );
    if (isProblems(read)) throw new Error(JSON.stringify(read));
    const text = 'NO,DAY,BAL,DPD\nL-0001,2026/3/9,"12.5",0\nL-0001,2026/3/8,-,5\nL-0001,2026-3-7,-,0\n';
    const report = await desk.read("balances", text, { mapping: read });
    expect(report.counts).toEqual(counts(2, 0, 0, 1));
    expect(await desk.told("balance")).toEqual([["125000", false]]);
    expect(await desk.db.observation.findFirstOrThrow()).toMatchObject({ source: "core" });
    expect(report.refused).toMatchObject([{ samples: [{ line: 4, column: "DAY", value: "2026-3-7" }] }]);
  });

  it("is told every problem at once, with its line", () => {
    const problems = loadFactMapping(mapping("  loan: NO\n  planet: X\n", "rows: 3\n"), "balances");
    if (!isProblems(problems)) throw new Error("it was taken");
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [3, "rows is not known here"],
      [10, "planet is not known here"],
    ]);
  });

  it("names columns that the file lacks", async () => {
    const outcome = await importFacts(desk.system(), {
      ...{ kind: "valuations", file: aFile("loan,as_of\nL-0001,2026-03-09\n"), follow: async () => undefined },
    });
    expect(outcome).toMatchObject({ refused: "import.columns_missing", values: { columns: "collateral, value" } });
  });
});

describe("the book after facts", () => {
  it("is corrected by an extract of a later day, also by one that says what the loan was taken on with", async () => {
    await aUnit(desk.db, { code: "N1" });
    const dates = { loan_number: "L-0002", disbursed_on: "2026-01-05", matures_on: "2027-01-05", officer_email: "" };
    const extract = (asOf: string) =>
      importPortfolio(desk.system(), {
        ...{ file: ownFile(ownRow(dates)), mapping: shipped("own") },
        ...{ asOf: isoDate(asOf), takeOnOn: isoDate("2026-03-01") },
      });
    const since = async () => (await desk.db.loan.findUniqueOrThrow({ where: { number: "L-0002" } })).pastDueSince;
    expect(await extract("2026-03-05")).toMatchObject({ counts: { imported: 1 } });
    await desk.read("balances", "loan,as_of,days_past_due\nL-0002,2026-03-07,3\n");
    expect(await since()).toBe("2026-03-04");
    expect(await extract("2026-03-05")).toMatchObject({ counts: { refused: 1 } });
    expect(await since()).toBe("2026-03-04");
    expect(await extract("2026-03-09")).toMatchObject({ counts: { updated: 1 } });
    expect(await since()).toBeNull();
  });
});

it("is not an officer's to read in", async () => {
  const wishes = { kind: "balances" as const, file: aFile("loan,as_of\n"), follow: async () => undefined };
  expect(await importFacts(await desk.as(desk.officerId), wishes)).toMatchObject({ refused: "may.role" });
});
