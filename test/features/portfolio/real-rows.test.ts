/** The real rows, as of 15 June 2005. The numbers were counted by hand and by a spreadsheet, not by this program. */
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { importPortfolio, type PortfolioReport } from "../../../src/features/portfolio/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { imported, REAL_ROWS, realRowsWith, shipped } from "./extracts.ts";

const sba = shipped("sba");
const AS_OF = "2005-06-15";
const importAll = (world: World, file = REAL_ROWS, more = {}) =>
  imported(world.system(), { file, mapping: sba, asOf: AS_OF, ...more });
const newWorld = () => aWorld("2005-06-15T13:00:00Z");

/** Everything an import writes, but for the record of the run itself. */
async function bookOf({ db }: World) {
  return {
    loans: await db.loan.findMany({ orderBy: { number: "asc" } }),
    borrowers: await db.borrower.findMany({ orderBy: { number: "asc" } }),
    owners: await db.ownership.findMany({ orderBy: { id: "asc" } }),
    people: await db.person.findMany({ orderBy: { email: "asc" } }),
    units: await db.orgUnit.findMany({ orderBy: { code: "asc" } }),
    changes: await db.factChange.count(),
    audited: await db.auditEvent.count(),
  };
}

describe("the first import of the real rows", () => {
  let world: World;
  let report: PortfolioReport;
  beforeAll(async () => {
    world = await newWorld();
    report = await importAll(world);
  });

  it("accounts for every row", () => {
    expect(report.counts).toEqual({ rows: 314, imported: 265, updated: 0, unchanged: 0, refused: 49 });
  });

  it("refuses what is paid out later, and what has no date, and nothing else", () => {
    expect(report.refused.map(({ reason, rows }) => [reason, rows])).toEqual([
      ["not_yet_disbursed", 29],
      ["missing", 20],
    ]);
  });

  it("keeps each refusal with its line, its column and what stood there", async () => {
    const refusals = await world.db.importRefusal.findMany({ orderBy: { line: "asc" } });
    expect(refusals).toHaveLength(49);
    expect(refusals.find(({ line }) => line === 12)).toMatchObject({
      column: "DisbursementDate",
      value: "4/30/2006",
      reason: "not_yet_disbursed",
    });
  });

  it("sees a charge-off only when it has happened, and lets a loan live until it matures", async () => {
    const states = await world.db.loan.groupBy({ by: ["state"], _count: { _all: true }, orderBy: { state: "asc" } });
    expect(states.map(({ state, _count }) => [state, _count._all])).toEqual([
      ["live", 192],
      ["settled", 40],
      ["written_off", 33],
    ]);
  });

  it("gives each loan a product by the mapping's rules", async () => {
    const products = await world.db.loan.groupBy({ by: ["product"], _count: { _all: true } });
    expect(Object.fromEntries(products.map(({ product, _count }) => [product, _count._all]))).toEqual({
      working_capital: 177,
      fixed_asset: 54,
      personal_business: 28,
      agricultural_household: 5,
      agri_procurement: 1,
    });
  });

  it.each([
    ["1004955007", 'Gen Velen dba "Right Choice "'],
    ["1139153008", "ALLIED MOTORS< INC>"],
    ["1117714005", '"A LA MODE" ICE CREAM PARLOUR'],
    ["1127285007", 'BOGUE\'S LAND WORKS, "LLC"'],
  ])("keeps the name of %s as it is: %s", async (number, name) => {
    const borrower = await world.db.borrower.findUniqueOrThrow({ where: { number } });
    expect(borrower.name).toBe(name);
  });

  it("reads two-digit years in the right century", async () => {
    const loan = await world.db.loan.findUniqueOrThrow({ where: { number: "1139153008" } });
    // Charged off on 21-Apr-89: it would be live if 89 were read as 2089.
    expect(loan).toMatchObject({
      state: "written_off",
      disbursedOn: "1981-02-06",
      maturesOn: "1991-02-06",
      tier: "loss",
    });
  });

  it("gives a lender's unit to every loan, one of its own to loans whose lender is not named", async () => {
    const units = await world.db.orgUnit.findMany({ include: { parent: true } });
    expect(units).toHaveLength(49);
    expect(units.filter(({ parent }) => parent?.code !== "SBA").map(({ code }) => code)).toEqual(["SBA"]);
    const nameless = units.find(({ code }) => code === "NO-LENDER");
    expect(nameless).toMatchObject({
      name: "Lender not named",
      calendarId: "us-federal",
      timeZone: "America/New_York",
    });
  });

  it("gives every account one keeper, and no keeper more than 150 accounts", async () => {
    const keepers = await world.db.ownership.groupBy({ by: ["personId"], _count: { _all: true } });
    expect(keepers.reduce((sum, { _count }) => sum + _count._all, 0)).toBe(265);
    expect(keepers).toHaveLength(83);
    const largest = keepers.map(({ _count }) => _count._all).sort((a, b) => b - a);
    expect(largest.slice(0, 2)).toEqual([150, 5]);
    const [first, second] = await world.db.person.findMany({
      where: { email: { startsWith: "officer.bank-of-america-natl-assoc.fl." } },
      orderBy: { email: "asc" },
    });
    expect([first?.email, second?.email]).toEqual([
      "officer.bank-of-america-natl-assoc.fl.1@example.invalid",
      "officer.bank-of-america-natl-assoc.fl.2@example.invalid",
    ]);
  });

  it("has keepers in office on the as-of date, whenever the import ran", async () => {
    const later = await world.db.roleGrant.count({ where: { fromAt: { gt: new Date("2005-06-15T00:00:00Z") } } });
    expect(later).toBe(0);
  });

  it("writes one audit event a batch, with a digest", async () => {
    const events = await world.db.auditEvent.findMany();
    expect(events.length).toBeGreaterThan(0);
    expect(events[0]?.text).toMatch(/"digest":"[0-9a-f]{64}"/);
  });
});

describe("importing the real rows again", () => {
  it("changes nothing", async () => {
    const world = await newWorld();
    await importAll(world);
    const before = await bookOf(world);
    const report = await importAll(world);
    expect(report.counts).toEqual({ rows: 314, imported: 0, updated: 0, unchanged: 265, refused: 49 });
    expect(await bookOf(world)).toEqual(before);
  });

  it("updates a changed row and says what changed, from what to what", async () => {
    const world = await newWorld();
    await importAll(world);
    const number = "1004955007";
    const file = realRowsWith((text) => text.replace("8/31/2001", "9/30/2001"));
    const report = await importAll(world, file);
    expect(report.counts).toMatchObject({ updated: 1, unchanged: 264 });
    const loan = await world.db.loan.findUniqueOrThrow({ where: { number } });
    expect(loan).toMatchObject({ disbursedOn: "2001-09-30", version: 1 });
    const changes = await world.db.factChange.findMany({ where: { subjectId: loan.id }, orderBy: { field: "asc" } });
    expect(changes.map(({ field, before, after, asOf }) => [field, before, after, asOf])).toEqual([
      ["disbursedOn", "2001-08-31", "2001-09-30", AS_OF],
      ["maturesOn", "2008-07-31", "2008-08-30", AS_OF],
    ]);
  });

  it("sees later what was still ahead", async () => {
    const world = await newWorld();
    await importAll(world);
    world.at("2011-06-15T13:00:00Z");
    const report = await importAll(world, REAL_ROWS, { asOf: isoDate("2011-06-15") });
    expect(report.counts).toMatchObject({ rows: 314, imported: 29, refused: 20 });
    expect(report.changedFields.get("loan.state")).toBe(85);
    // The book was taken on in 2005: a borrower who comes later has had all duties since.
    expect(await world.db.borrower.count({ where: { takeOnOn: { not: AS_OF } } })).toBe(0);
  });

  it("refuses older facts than are known", async () => {
    const world = await newWorld();
    await importAll(world);
    const file = realRowsWith((text) => text.replace("8/31/2001", "9/30/2001"));
    const report = await importAll(world, file, { asOf: isoDate("2005-06-14") });
    expect(report.refused.find(({ reason }) => reason === "older_than_known")?.rows).toBe(1);
  });

  it("lists a live loan that a full extract lacks, and deletes nothing", async () => {
    const world = await newWorld();
    await importAll(world);
    const file = realRowsWith((text) => text.replace(/^1127285007,.*\n/m, ""));
    const report = await importAll(world, file, { full: true });
    expect(report.missing).toEqual({ count: 1, some: ["1127285007"] });
    expect(await world.db.loan.count()).toBe(265);
  });
});

describe("a dry run", () => {
  it("counts as the real one would and writes nothing", async () => {
    const world = await newWorld();
    const report = await importAll(world, REAL_ROWS, { dryRun: true });
    expect(report.counts).toEqual({ rows: 314, imported: 265, updated: 0, unchanged: 0, refused: 49 });
    expect(await bookOf(world)).toMatchObject({ loans: [], borrowers: [], people: [], units: [], audited: 0 });
    expect(await world.db.importRun.count()).toBe(0);
  });
});

describe("a run that dies half way", () => {
  it("can be run again, and the book is as if it had not died", async () => {
    const smooth = await newWorld();
    await importAll(smooth);
    const world = await newWorld();
    const dying = importPortfolio(world.system(), {
      file: REAL_ROWS,
      mapping: sba,
      asOf: isoDate(AS_OF),
      progress: () => {
        throw new Error("the power went out");
      },
    });
    await expect(dying).rejects.toThrow("the power went out");
    const halfWay = await world.db.loan.count();
    expect(halfWay).toBeGreaterThan(0);
    expect(halfWay).toBeLessThan(265);

    const report = await importAll(world);
    expect(report.counts).toMatchObject({ rows: 314, unchanged: halfWay, imported: 265 - halfWay });
    const keepersOf = async ({ db }: World) =>
      (await db.ownership.findMany({ include: { borrower: true, person: true } }))
        .map(({ borrower, person }) => `${borrower.number} ${person.email}`)
        .sort();
    expect(await keepersOf(world)).toEqual(await keepersOf(smooth));
  });

  it("has the whole book planned by the next run", async () => {
    const world = await newWorld();
    const plans: number[] = [];
    const dying = importAll(world, REAL_ROWS, { plan: () => Promise.reject(new Error("the power went out")) });
    await expect(dying).rejects.toThrow("the power went out");
    const plan = async (ids: readonly string[]) => void plans.push(ids.length);
    await importAll(world, REAL_ROWS, { plan });
    await importAll(world, REAL_ROWS, { plan });
    expect(plans).toEqual([265, 0]);
  });
});
