import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { importFacts } from "../../../src/features/facts/index.ts";
import { importPortfolio } from "../../../src/features/portfolio/index.ts";
import { aBorrower, aLoan, anOfficer, aPerson, aUnit, type PersonRow } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { aFile, imported, ownFile, ownRow, ownText, shipped } from "./extracts.ts";

const own = shipped("own");
const AS_OF = "2026-03-09";
let world: World;
let officer: PersonRow;

beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  const unit = await aUnit(world.db, { code: "N1" });
  officer = await anOfficer(world.db, { unitId: unit.id, email: "li.wen@bank.example" });
});

const take = (file: string, more = {}) =>
  imported(world.system(), { file, mapping: own, asOf: AS_OF, takeOnOn: isoDate("2026-03-01"), ...more });
const theBorrower = (number = "C-1") =>
  world.db.borrower.findUniqueOrThrow({ where: { number }, include: { loans: true, ownerships: true, signers: true } });

describe("an extract in our own layout", () => {
  it("brings the borrower, the loan in minor units, and the keeper of the account", async () => {
    const report = await take(ownFile(ownRow()));
    expect(report.counts).toEqual({ rows: 1, imported: 1, updated: 0, unchanged: 0, refused: 0 });
    const borrower = await theBorrower();
    expect(borrower).toMatchObject({ name: "Hengyu Trading", customerType: "mse", takeOnOn: "2026-03-01" });
    expect(borrower.ownerships).toMatchObject([{ personId: officer.id, toAt: null }]);
    expect(borrower.loans).toMatchObject([
      {
        currency: "CNY",
        principalMinor: 100_000_000n,
        drawnMinor: 80_000_000n,
        asOf: AS_OF,
        state: "live",
        version: 0,
      },
    ]);
  });

  it("keeps two loans of one borrower under one borrower", async () => {
    await take(ownFile(ownRow(), ownRow({ loan_number: "L-2" })));
    expect((await theBorrower()).loans.map(({ number }) => number).sort()).toEqual(["L-1", "L-2"]);
  });

  it("keeps the conditions of the approval, one a line, and what they were before", async () => {
    await take(ownFile(ownRow({ approval_conditions: "Deposit 30% here; No second mortgage;No second mortgage" })));
    const kept = async () => (await theBorrower()).loans[0]?.approvalConditions;
    expect(await kept()).toBe("Deposit 30% here\nNo second mortgage");
    const report = await take(ownFile(ownRow({ approval_conditions: "No second mortgage" })), { asOf: "2026-03-10" });
    expect(report.counts).toMatchObject({ updated: 1 });
    expect(await kept()).toBe("No second mortgage");
    const changes = await world.db.factChange.findMany({ where: { field: "approvalConditions" } });
    expect(changes.map(({ before }) => before)).toContain("Deposit 30% here\nNo second mortgage");
  });

  it("keeps whether the survey before lending was simplified, and what was said of it before", async () => {
    const kept = async () => (await theBorrower()).loans[0]?.surveySimplified;
    await take(ownFile(ownRow()));
    expect(await kept()).toBe(null);
    const days = [
      ["yes", "2026-03-10", true],
      ["no", "2026-03-11", false],
    ] as const;
    for (const [survey_simplified, asOf, known] of days) {
      const file = ownFile(ownRow({ survey_simplified }));
      expect((await take(file, { asOf })).counts).toMatchObject({ updated: 1 });
      expect(await kept()).toBe(known);
      expect((await take(file, { asOf })).counts).toMatchObject({ unchanged: 1 });
    }
    const changes = await world.db.factChange.findMany({
      where: { field: "surveySimplified" },
      orderBy: { recordedAt: "asc" },
    });
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      [null, "true"],
      ["true", "false"],
    ]);
  });

  it("refuses a row that says neither yes nor no of the survey", async () => {
    const report = await take(ownFile(ownRow({ survey_simplified: "partly" })));
    expect(report.counts).toMatchObject({ imported: 0, refused: 1 });
    const refusals = await world.db.importRefusal.findMany();
    expect(refusals).toMatchObject([{ column: "survey_simplified", value: "partly" }]);
  });

  it("trims names and keeps everything else of them", async () => {
    await take(ownFile(ownRow({ borrower_name: '  O\'Neil & "Söhne" <Ltd>, 恒裕　' })));
    expect((await theBorrower()).name).toBe('O\'Neil & "Söhne" <Ltd>, 恒裕');
  });

  it("reads a file with a byte order mark and Windows line ends", async () => {
    const text = `\ufeff${ownText(ownRow()).replaceAll("\n", "\r\n")}`;
    const report = await take(aFile(text));
    expect(report.counts).toMatchObject({ rows: 1, imported: 1 });
  });

  it.each([
    ["an unknown unit", { unit: "N9" }, "unit", "N9", "unit_unknown"],
    ["a date of another format", { disbursed_on: "05/01/2026" }, "disbursed_on", "05/01/2026", "not_a_date"],
    ["a day that does not exist", { matures_on: "2027-02-29" }, "matures_on", "2027-02-29", "not_a_date"],
    ["a maturity before the loan", { matures_on: "2025-12-31" }, "matures_on", "2025-12-31", "matures_before"],
    ["no name", { borrower_name: "  " }, "borrower_name", "", "missing"],
    ["no loan number", { loan_number: "" }, "loan_number", "", "missing"],
    ["words for money", { principal: "one million" }, "principal", "one million", "not_an_amount"],
    ["a principal of nothing", { principal: "0" }, "principal", "0", "too_small"],
    ["a balance below nothing", { drawn: "-1" }, "drawn", "-1", "too_small"],
    ["a tenth of a fen", { principal: "1.001" }, "principal", "1.001", "not_an_amount"],
    ["a product we do not know", { product: "crypto" }, "product", "crypto", "unknown_word"],
    ["a currency that is none", { currency: "yuan" }, "currency", "yuan", "unknown_word"],
    ["a loan of tomorrow", { disbursed_on: "2026-03-10" }, "disbursed_on", "2026-03-10", "not_yet_disbursed"],
  ])("refuses %s, and takes the row beside it", async (_what, wishes, column, value, reason) => {
    const report = await take(ownFile(ownRow(wishes), ownRow({ loan_number: "L-2", borrower_number: "C-2" })));
    expect(report.counts).toEqual({ rows: 2, imported: 1, updated: 0, unchanged: 0, refused: 1 });
    expect(report.refused).toEqual([
      { reason, rows: 1, samples: [expect.objectContaining({ line: 2, column, value, reason })] },
    ]);
  });

  it("finds everything that is wrong with a row, and counts it once", async () => {
    const report = await take(ownFile(ownRow({ principal: "x", tier: "fine", borrower_name: "" })));
    expect(report.counts).toMatchObject({ rows: 1, refused: 1 });
    const columns = (await world.db.importRefusal.findMany()).map(({ column }) => column).sort();
    expect(columns).toEqual(["borrower_name", "principal", "tier"]);
  });

  it("refuses the second row of one loan, unless the first was refused itself", async () => {
    const again = await take(ownFile(ownRow(), ownRow({ drawn: "1" })));
    expect(again.refused).toMatchObject([{ reason: "twice", samples: [{ line: 3, value: "L-1" }] }]);
    const mended = await take(ownFile(ownRow({ loan_number: "L-5", tier: "x" }), ownRow({ loan_number: "L-5" })));
    expect(mended.counts).toMatchObject({ imported: 1, refused: 1 });
  });

  it("refuses a row with too many cells, one that is not UTF-8, and a quote that never ends", async () => {
    const good = ownText(ownRow());
    const text = `${good}L-2,C-2,too,many${",x".repeat(20)}\n${good.split("\n")[1]?.replace("L-1", "L-3").replace("Hengyu", "\ufffd")}\nL-4,"never closed\n`;
    const report = await take(aFile(text));
    expect(report.counts).toEqual({ rows: 4, imported: 1, updated: 0, unchanged: 0, refused: 3 });
    const lines = report.refused.map(({ reason, samples }) => [reason, samples[0]?.line]);
    expect(Object.fromEntries(lines)).toEqual({ wrong_number_of_columns: 3, not_text: 4, broken_quotes: 5 });
  });

  it("says where a row begins, also after a name of two lines", async () => {
    const report = await take(
      ownFile(ownRow({ borrower_name: "two\nlines" }), ownRow({ loan_number: "L-2", tier: "x" })),
    );
    expect(report.refused[0]?.samples[0]?.line).toBe(4);
  });

  it("refuses a file that lacks columns, naming all of them", async () => {
    const wishes = { file: aFile("loan_number,unit\n1,N1\n"), mapping: own, asOf: isoDate(AS_OF) };
    const outcome = await importPortfolio(world.system(), wishes);
    expect(outcome).toMatchObject({ refused: "import.columns_missing" });
    expect(JSON.stringify(outcome)).toContain("principal");
    expect(await world.db.importRun.count()).toBe(0);
  });

  it("wants the take-on date of the first import, and remembers it", async () => {
    const file = ownFile(ownRow());
    const outcome = await importPortfolio(world.system(), { file, mapping: own, asOf: isoDate(AS_OF) });
    expect(outcome).toMatchObject({ refused: "import.take_on_missing" });
    await take(file);
    const later = ownFile(ownRow({ loan_number: "L-2", borrower_number: "C-2" }));
    await imported(world.system(), { file: later, mapping: own, asOf: AS_OF });
    expect((await theBorrower("C-2")).takeOnOn).toBe("2026-03-01");
  });
});

describe("what comes with a loan", () => {
  const secured = ownRow({
    signer_1_name: "李雯",
    signer_1_title: "法定代表人",
    signer_2_name: "陈浩",
    signer_2_title: "财务负责人",
    collateral_1_number: "P-1",
    collateral_1_kind: "property",
    collateral_1_description: "Flat, 96 square metres",
    collateral_1_value: "2,000,000",
    collateral_1_valued_on: "2026-01-02",
    guarantors: "Wang Ping; Zhao Lei;",
  });

  it("brings signers, collateral and guarantors", async () => {
    await take(ownFile(secured));
    const borrower = await theBorrower();
    expect(borrower.signers.map(({ name, title }) => `${name} ${title}`).sort()).toEqual(
      ["李雯 法定代表人", "陈浩 财务负责人"].sort(),
    );
    expect(await world.db.collateral.findMany()).toMatchObject([
      { number: "P-1", valueMinor: 200_000_000n, currency: "CNY" },
    ]);
    expect((await world.db.guarantor.findMany()).map(({ name }) => name).sort()).toEqual(["Wang Ping", "Zhao Lei"]);
  });

  it("ends a signer who signs no more, and begins the new one", async () => {
    await take(ownFile(secured));
    await take(ownFile({ ...secured, signer_2_name: "周瑜彤" }));
    const signers = await world.db.authorisedSigner.findMany();
    expect(
      signers
        .filter(({ toAt }) => toAt === null)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["周瑜彤", "李雯"].sort());
    expect(signers.find(({ toAt }) => toAt !== null)?.name).toBe("陈浩");
  });

  it("leaves a valuation that was told since until it knows one of that day or later", async () => {
    await take(ownFile(secured));
    const csv = "loan,collateral,as_of,value\nL-1,P-1,2026-02-20,1800000\n";
    const wishes = { kind: "valuations", source: "valuers", file: aFile(csv, "valuations.csv") } as const;
    await importFacts(world.system(), { ...wishes, follow: async () => undefined });
    const stands = () => world.db.collateral.findFirstOrThrow();
    await take(ownFile({ ...secured, collateral_1_description: "Flat" }), { asOf: "2026-03-10" });
    expect(await stands()).toMatchObject({ description: "Flat", valueMinor: 180_000_000n, valuedOn: "2026-02-20" });
    const corrected = { collateral_1_value: "1500000", collateral_1_valued_on: "2026-02-20" };
    await take(ownFile({ ...secured, ...corrected }), { asOf: "2026-03-11" });
    expect(await stands()).toMatchObject({ valueMinor: 150_000_000n, valuedOn: "2026-02-20" });
  });

  it("records a new valuation as a changed fact", async () => {
    await take(ownFile(secured));
    await take(ownFile({ ...secured, collateral_1_value: "1500000" }), { asOf: "2026-03-10" });
    const pledge = await world.db.collateral.findFirstOrThrow();
    expect(pledge).toMatchObject({ valueMinor: 150_000_000n, asOf: "2026-03-10" });
    expect(await world.db.factChange.findMany({ where: { subjectId: pledge.id } })).toMatchObject([
      {
        subjectKind: "collateral",
        field: "valueMinor",
        before: "200000000",
        after: "150000000",
        source: expect.stringMatching(/^own: /),
      },
    ]);
  });
});

describe("changes of the borrower and of the keeper", () => {
  it("updates the borrower and leaves alone what the file does not tell", async () => {
    const unitId = officer.unitId;
    const known = await aBorrower(world.db, { number: "C-1", unitId, ownerId: officer.id, phone: "10012345678" });
    await aLoan(world.db, { number: "L-1", borrowerId: known.id });
    const { phone: _phone, ...borrower } = own.borrower;
    await take(ownFile(ownRow({ borrower_name: "Hengyu Holding" })), { mapping: { ...own, borrower } });
    expect(await theBorrower()).toMatchObject({ name: "Hengyu Holding", phone: "10012345678" });
  });

  it("leaves the account with its keeper, whatever the file says", async () => {
    const other = await anOfficer(world.db, { email: "chen.hao@bank.example" });
    await take(ownFile(ownRow()));
    await take(ownFile(ownRow({ officer_email: other.email })));
    expect((await theBorrower()).ownerships).toMatchObject([{ personId: officer.id, toAt: null }]);
  });

  it("gives the account to the officer of the file when its keeper has left", async () => {
    const gone = await aPerson(world.db, { leftOn: "2026-02-27" });
    const known = await aBorrower(world.db, { number: "C-1", unitId: officer.unitId, ownerId: gone.id });
    await aLoan(world.db, { number: "L-1", borrowerId: known.id });
    await take(ownFile(ownRow()));
    const current = (await theBorrower()).ownerships.filter(({ toAt }) => toAt === null);
    expect(current).toMatchObject([{ personId: officer.id }]);
  });

  it("takes a row again when its officer has joined", async () => {
    const row = ownRow({ officer_email: "new.colleague@bank.example" });
    await take(ownFile(row));
    expect((await theBorrower()).ownerships).toEqual([]);
    const joined = await anOfficer(world.db, { email: "new.colleague@bank.example" });
    const report = await take(ownFile(row));
    expect(report.counts).toMatchObject({ updated: 1 });
    expect((await theBorrower()).ownerships).toMatchObject([{ personId: joined.id, toAt: null }]);
  });

  it("refuses a loan that has moved to another borrower", async () => {
    await take(ownFile(ownRow()));
    const report = await take(ownFile(ownRow({ borrower_number: "C-2" })));
    expect(report.refused).toMatchObject([{ reason: "other_borrower", rows: 1 }]);
  });
});
