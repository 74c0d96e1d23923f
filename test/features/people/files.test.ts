import { beforeEach, describe, expect, it } from "vitest";
import type { ImportReport } from "../../../src/features/people/import-run.ts";
import { actorOf, importedView, importPeople, importUnits, unitPath } from "../../../src/features/people/index.ts";
import { anOfficer } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { aFile, sure } from "../portfolio/extracts.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
});

const UNITS = "code,name,parent_code,kind,line,time_zone,calendar,language";
const PEOPLE = "email,name,unit,roles,left_on";
const units = async (...rows: string[]) => sure(await importUnits(world.system(), aFile([UNITS, ...rows].join("\n"))));
const people = async (...rows: string[]) =>
  sure(await importPeople(world.system(), aFile([PEOPLE, ...rows].join("\n"))));
const theUnit = (code: string) => world.db.orgUnit.findUniqueOrThrow({ where: { code } });
const reasons = ({ refused }: ImportReport) =>
  refused.flatMap(({ samples }) => samples.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).sort();

const HEAD = "H0,总行,,head_office,control,Asia/Shanghai,cn,zh-Hans";
const BRANCH = "B1,South branch,H0,branch,business,Asia/Shanghai,cn,en";

describe("the units file", () => {
  it("brings the tree, children before parents too", async () => {
    const report = await units(BRANCH, HEAD);
    expect(report.counts).toEqual({ rows: 2, imported: 2, updated: 0, unchanged: 0, refused: 0 });
    const branch = await theUnit("B1");
    expect(await unitPath(world.db, branch.id)).toEqual([branch.id, (await theUnit("H0")).id]);
  });

  it("changes nothing the second time, and only what is different the third", async () => {
    await units(HEAD, BRANCH);
    const events = await world.db.auditEvent.count();
    expect((await units(HEAD, BRANCH)).counts).toMatchObject({ unchanged: 2, updated: 0 });
    expect(await world.db.auditEvent.count()).toBe(events);
    const report = await units(HEAD, BRANCH.replace("South", "North"));
    expect(report.counts).toMatchObject({ unchanged: 1, updated: 1 });
    expect((await theUnit("B1")).name).toBe("North branch");
  });

  it("accounts for every row, with all that is wrong", async () => {
    const report = await units(
      HEAD,
      BRANCH,
      BRANCH,
      "B2,No such parent,X9,branch,business,Asia/Shanghai,cn,en",
      "B3,Below a bad one,B2,branch,business,Asia/Shanghai,cn,en",
      "B4,,H0,shop,business,Asia/Atlantis,mars,fr",
      "B5,Above itself,B6,branch,business,Asia/Shanghai,cn,en",
      "B6,And again,B5,branch,business,Asia/Shanghai,cn,en",
      "B7,short row",
    );
    expect(report.counts).toEqual({ rows: 9, imported: 2, updated: 0, unchanged: 0, refused: 7 });
    expect(reasons(report)).toEqual([
      "10  wrong_number_of_columns",
      "4 code twice",
      "5 parent_code parent_unknown",
      "6 parent_code parent_unknown",
      "7 name missing",
      "8 parent_code parent_loop",
      "9 parent_code parent_loop",
    ]);
    const places = await world.db.importRefusal.findMany({ where: { line: 7 }, orderBy: { column: "asc" } });
    expect(places.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
      "calendar calendar_unknown",
      "kind unknown_word",
      "language unknown_word",
      "name missing",
      "time_zone time_zone_unknown",
    ]);
  });

  it("lists a unit that is missing, and keeps it", async () => {
    await units(HEAD, BRANCH);
    const report = await units(HEAD);
    expect(report.missing).toEqual({ count: 1, some: ["B1"] });
    expect(await theUnit("B1")).toMatchObject({ name: "South branch" });
  });

  it("writes nothing in a dry run", async () => {
    const report = sure(await importUnits(world.system(), aFile([UNITS, HEAD].join("\n")), { dryRun: true }));
    expect(report.counts).toMatchObject({ imported: 1 });
    expect([await world.db.orgUnit.count(), await world.db.importRun.count()]).toEqual([0, 0]);
  });

  it("is refused where it is another file, or comes from somebody without the right", async () => {
    const wrong = await importUnits(world.system(), aFile("name,age\nx,1\n"));
    expect(wrong).toMatchObject({ refused: "import.columns_missing" });
    const officer = await anOfficer(world.db);
    const refused = await importUnits(await world.as(officer.id), aFile([UNITS, HEAD].join("\n")));
    expect(refused).toMatchObject({ refused: "may.role" });
  });
});

describe("the people file", () => {
  beforeEach(() => units(HEAD, BRANCH));
  const rightsOf = async (email: string) => {
    const person = await world.db.person.findUniqueOrThrow({ where: { email } });
    const actor = await actorOf(world.db, person.id, world.parts.clocks.now());
    return actor?.grants.map(({ role }) => role).sort();
  };

  it("brings people with their roles, in their own unit or another", async () => {
    const report = await people("Wang.Ping@bank.example,王平,B1,account_manager; post_loan_officer@H0,");
    expect(report.counts).toMatchObject({ rows: 1, imported: 1 });
    const person = await world.db.person.findUniqueOrThrow({
      where: { email: "wang.ping@bank.example" },
      include: { grants: true },
    });
    const [head, branch] = [await theUnit("H0"), await theUnit("B1")];
    expect(person.grants.map(({ role, unitId }) => `${role} ${unitId}`).sort()).toEqual([
      `account_manager ${branch.id}`,
      `post_loan_officer ${head.id}`,
    ]);
  });

  it("ends a role that is left out, begins a new one, and keeps the history", async () => {
    await people("a@bank.example,A,B1,account_manager,");
    world.at("2026-03-11T01:00:00Z");
    const report = await people("a@bank.example,A,B1,unit_manager,");
    expect(report.counts).toMatchObject({ updated: 1 });
    expect(await rightsOf("a@bank.example")).toEqual(["unit_manager"]);
    const ended = await world.db.roleGrant.findFirstOrThrow({ where: { role: "account_manager" } });
    expect(ended.toAt).toEqual(new Date("2026-03-11T01:00:00Z"));
  });

  it("changes nothing the second time", async () => {
    const row = "a@bank.example,A,B1,account_manager;unit_manager@H0,";
    await people(row);
    expect((await people(row)).counts).toMatchObject({ unchanged: 1 });
    expect(await world.db.roleGrant.count()).toBe(2);
  });

  it("takes all rights from a leaver and keeps the person", async () => {
    await people("a@bank.example,A,B1,account_manager,");
    await people("a@bank.example,A,B1,account_manager,2026-03-09");
    expect(await rightsOf("a@bank.example")).toBeUndefined();
    expect(await world.db.roleGrant.count({ where: { toAt: null } })).toBe(0);
    expect((await people("a@bank.example,A,B1,account_manager,2026-03-09")).counts).toMatchObject({ unchanged: 1 });
    await people("a@bank.example,A,B1,account_manager,");
    expect(await rightsOf("a@bank.example")).toEqual(["account_manager"]);
  });

  it("accounts for every row, with all that is wrong", async () => {
    const report = await people(
      "a@bank.example,A,B1,account_manager,",
      "A@BANK.example,A again,B1,,",
      "nobody,B,B1,,",
      "c@bank.example,C,B9,,",
      "d@bank.example,D,B1,king,",
      "e@bank.example,E,B1,unit_manager@B9,",
      "f@bank.example,,B1,,31/12/2026",
    );
    expect(report.counts).toEqual({ rows: 7, imported: 1, updated: 0, unchanged: 0, refused: 6 });
    expect(reasons(report)).toEqual([
      "3 email twice",
      "4 email not_an_email",
      "5 unit unit_unknown",
      "6 roles role_unknown",
      "7 roles unit_unknown",
      expect.stringMatching(/^8 (name missing|left_on not_a_date)$/),
    ]);
    expect(JSON.stringify(importedView(world.system(), "People", report))).toContain(
      "column roles may hold: account_manager, post_loan_officer",
    );
  });

  it("lists those who are not in the file and still work here; officers made up by an import are in no file", async () => {
    await people("a@bank.example,A,B1,account_manager,", "b@bank.example,B,B1,,2026-01-31");
    await anOfficer(world.db, { email: "officer.x.1@example.invalid" });
    const report = await people("c@bank.example,C,B1,,");
    expect(report.missing).toEqual({ count: 1, some: ["a@bank.example"] });
  });
});
