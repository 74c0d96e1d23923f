import { beforeEach, describe, expect, it } from "vitest";
import { importBook } from "../../../commands/import.ts";
import { repositoryPath } from "../../../prisma/schema.ts";
import type { Surface } from "../../../src/platform/commands/definition.ts";
import { anOfficer, aUnit } from "../../builders/index.ts";
import { aWorld, said, type World } from "../morning/desk-world.ts";
import { aFile, ownFile, ownRow, REAL_ROWS } from "./extracts.ts";

const terminal: Surface = { where: "terminal", progress: () => undefined };
const OWN = repositoryPath("policy/mappings/own.yml");
const SBA = repositoryPath("policy/mappings/sba.yml");

let world: World;
beforeEach(async () => {
  world = await aWorld("2005-06-15T13:00:00Z");
});
const run = (file: string, flags: Record<string, string | boolean>) =>
  importBook.execute(world.system(), { words: [file], flags }, terminal);

describe("afterloan import", () => {
  it("takes on the real rows, plans their inspections, and ends with one line of counts that add up", async () => {
    const outcome = await run(REAL_ROWS, { mapping: SBA, "as-of": "2005-06-15" });
    if (!("view" in outcome)) throw new Error(JSON.stringify(outcome));
    expect(JSON.stringify(outcome.view.json)).toMatch(
      /^\{"rows":314,"imported":265,"updated":0,"unchanged":0,"refused":49,"longest_write_ms":[1-9]\d*\}$/,
    );
    expect(outcome.exitCode ?? 0).toBe(0);
    const lines = said(outcome.view).join("\n");
    expect(lines).toContain("29 × the loan is paid out after the as-of date");
    expect(lines).toContain("line 12, column DisbursementDate: “4/30/2006”");
    // 192 live loans and 33 written off, which are still pursued.
    expect(await world.db.borrower.count({ where: { inspections: { some: { state: "planned" } } } })).toBe(225);
  });

  it("says who has nobody to keep the account", async () => {
    await aUnit(world.db, { code: "N1" });
    const file = ownFile(ownRow({ officer_email: "", disbursed_on: "2005-01-05", matures_on: "2006-01-05" }));
    const outcome = await run(file, { mapping: OWN, "take-on": "2005-06-01" });
    if (!("view" in outcome)) throw new Error(JSON.stringify(outcome));
    expect(said(outcome.view)).toContain("1 account has no officer; unit managers are told.");
  });

  it.each([
    ["no mapping", {}, "import.mapping_missing"],
    ["a mapping that is not there", { mapping: "no-such.yml" }, "import.no_file"],
    ["a date that is none", { mapping: SBA, "as-of": "15.06.2005" }, "import.not_a_date"],
    ["another date that is none", { mapping: SBA, "take-on": "soon" }, "import.not_a_date"],
    ["no take-on date the first time", { mapping: OWN }, "import.take_on_missing"],
  ])("refuses %s", async (_what, flags, refused) => {
    expect(await run(ownFile(ownRow()), flags as Record<string, string>)).toMatchObject({ refused });
    expect(await world.db.importRun.count()).toBe(0);
  });

  it("says every problem of a mapping with its line, and stops with the code for configuration", async () => {
    const outcome = await run(REAL_ROWS, { mapping: aFile("mapping: x\nfile: {}\n", "bad.yml") });
    if (!("view" in outcome)) throw new Error(JSON.stringify(outcome));
    expect(outcome.exitCode).toBe(78);
    expect(said(outcome.view).length).toBeGreaterThan(4);
    expect(said(outcome.view).join("\n")).toMatch(/bad\.yml:2: file\.dates – dates is missing/);
  });

  it("is not for officers", async () => {
    const officer = await anOfficer(world.db);
    const input = { words: [REAL_ROWS], flags: { mapping: SBA } };
    expect(await importBook.execute(await world.as(officer.id), input, terminal)).toMatchObject({
      refused: "may.role",
    });
  });
});
