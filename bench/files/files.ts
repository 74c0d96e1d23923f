/** The night's look through customers' files, on books of which every file is asked for, beside raw SQL that reads the same rows once. */
import Database from "libsql";
import { datesInFiles } from "../../src/features/key-dates/in-files.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Parts, systemContext } from "../../src/platform/context.ts";
import type { Bench, BenchSize } from "../bench.ts";
import { writeBook } from "../book.ts";
import { type Figure, figureOf, type Pair } from "../figure.ts";

const EACH = 100;
const SIZES = [
  { name: "10 thousand files", officers: 100 },
  { name: "100 thousand files", officers: 1_000 },
];
const SMALL = [{ name: "a few files", officers: 4 }];
/** Half an hour for a million files, in a night that is eight hours long. */
const GOAL_MS_A_FILE = 1.8;

/** Every loan is paid out a month ago and has its papers, of which one in a hundred files lacks one. */
const FILED = ["identity_document", "bureau_authorisation", "financial_statements"];
const OF_LOAN = ["loan_application", "approval", "loan_contract", "loan_note", "payment_order"];
const filed = (document: string, reference: string, where: string) => `
  INSERT INTO "FiledDocument" ("id", "borrowerId", "document", "reference", "datedOn", "place", "filedById", "filedAt")
    SELECT '${document}' || b."id", b."id", '${document}', ${reference}, '2026-09-01', 'A', 'p-0', '2026-09-01T02:00:00.000+00:00'
    FROM "Borrower" b JOIN "Loan" l ON l."borrowerId" = b."id" ${where};`;
/** A report of each, approved in the spring, with a photo, and the borrower's word for it. */
const VISITS = `
  INSERT INTO "Report" ("id", "inspectionId", "revision", "state", "submittedById", "submittedAt", "policyVersionId", "mode", "visitedOn",
      "content", "contentHash", "submittedOn", "decidedOn", "decidedAt")
    SELECT 'r' || "id", "id", 1, 'approved', "assigneeId", '2026-05-12T02:00:00.000+00:00', 'bench', 'on_site', '2026-05-11', '{}', '',
      '2026-05-12', '2026-05-13', '2026-05-13T02:00:00.000+00:00' FROM "Inspection";
  INSERT INTO "Evidence" ("id", "inspectionId", "reportId", "answerKey", "name", "mimetype", "uploadedById", "uploadedAt", "state")
    SELECT 'e' || "id", "id", 'r' || "id", 'borrower/photos', 'gate.jpg', 'image/jpeg', "assigneeId", '2026-05-11T02:00:00.000+00:00',
      'stored' FROM "Inspection";
  INSERT INTO "ConfirmationSheet" ("id", "number", "inspectionId", "visitedOn", "part", "partHash", "frozenById", "frozenAt")
    SELECT 'c' || "id", 'C' || "id", "id", '2026-05-11', '{}', "id", "assigneeId", '2026-05-12T02:00:00.000+00:00' FROM "Inspection";
  INSERT INTO "BorrowerConfirmation" ("id", "sheetId", "answer", "signedOn", "note", "enteredById", "enteredAt")
    SELECT 'b' || "id", 'c' || "id", 'agreed', '2026-05-11', '', "assigneeId", '2026-05-12T02:00:00.000+00:00' FROM "Inspection";`;
const PAPERS = `
  UPDATE "Loan" SET "disbursedOn" = '2026-09-01';
  ${FILED.map((one) => filed(one, "''", "")).join("")}
  ${OF_LOAN.map((one) => filed(one, `l."number"`, one === "loan_note" ? "WHERE b.rowid % 100 > 0" : "")).join("")}`;
const READ = `
  SELECT b."id", l."number", d."document", d."reference", d."datedOn" FROM "Borrower" b
  JOIN "Loan" l ON l."borrowerId" = b."id" AND l."state" = 'live' LEFT JOIN "FiledDocument" d ON d."borrowerId" = b."id"`;

export const files: Bench = {
  name: "files",
  run: async (size) => {
    const figures: Figure[] = [];
    for (const one of size.small ? SMALL : SIZES) figures.push(await figureFor(size, one));
    return figures;
  },
};

async function figureFor(size: BenchSize, { name, officers }: { name: string; officers: number }): Promise<Figure> {
  const url = `file:${size.folder}/files-${officers}.db`;
  await writeBook(url, officers, EACH, { totals: "later" });
  const raw = new Database(url.slice("file:".length));
  raw.exec(`PRAGMA foreign_keys = OFF; BEGIN; ${PAPERS} ${VISITS} COMMIT; ANALYZE;`);
  const config = loadConfig({ DATABASE_URL: url, AFTERLOAN_DATA_DIR: size.folder, LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const { parts, close } = await openParts(config, undefined, { clocks: createStandingClocks("2026-09-28T16:30:00Z") });
  const pairs: Pair[] = [];
  for (let run = 0; run < size.runs; run += 1) pairs.push(await oneNight(size, parts, raw, officers * EACH));
  raw.close();
  await close();
  const goal = { atMost: GOAL_MS_A_FILE * officers * EACH };
  return figureOf({ bench: "files", figure: `a night through ${name}`, unit: "ms", goal }, pairs);
}

async function oneNight(size: BenchSize, parts: Parts, raw: Database.Database, count: number): Promise<Pair> {
  const beganRaw = performance.now();
  raw.prepare(READ).all();
  const before = process.cpuUsage();
  const began = performance.now();
  const found = await datesInFiles(systemContext(parts));
  const ended = performance.now();
  const { user, system } = process.cpuUsage(before);
  const due = found.filter(({ dueOn }) => dueOn <= "2026-10-05").length;
  if (due < count / 100) throw new Error(`${due} of ${count} files lack a paper`);
  size.say(
    `  ${count} files: ${((ended - began) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`,
  );
  return { ours: ended - began, baseline: began - beganRaw };
}
