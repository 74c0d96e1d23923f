/** R74, R119: every account has one first responsible person. Who left one behind is followed by the officer of the next file. */
import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { letBooksFall } from "../../../src/features/handovers/index.ts";
import { anOfficer, aUnit, aUnitManager, type PersonRow } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { imported, ownFile, ownRow, shipped, sure } from "./extracts.ts";

let world: World;
let li: PersonRow;
let chen: PersonRow;
let zhao: PersonRow;

beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  const unit = await aUnit(world.db, { code: "N1" });
  li = await anOfficer(world.db, { unitId: unit.id, email: "li.wen@bank.example" });
  chen = await anOfficer(world.db, { unitId: unit.id, email: "chen.jie@bank.example" });
  zhao = await aUnitManager(world.db, { unitId: unit.id, email: "zhao.lei@bank.example" });
});

const take = (officerEmail: string, asOf = "2026-03-09") =>
  imported(world.system(), {
    file: ownFile(ownRow({ officer_email: officerEmail })),
    mapping: shipped("own"),
    asOf,
    takeOnOn: isoDate("2026-03-01"),
  });
const keepers = async () => {
  const rows = await world.db.ownership.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ personId, toAt }) => [personId, toAt === null]);
};
const theAccount = async () => (await world.db.borrower.findUniqueOrThrow({ where: { number: "C-1" } })).id;

async function leaves(person: PersonRow): Promise<void> {
  await world.db.person.update({ where: { id: person.id }, data: { leftOn: "2026-03-09" } });
  sure(await letBooksFall(world.system()));
  world.at("2026-03-10T02:00:00Z");
}

async function anOneOfLi(state: string, returnedDueOn: string | null = null): Promise<string> {
  const closedAt = state === "approved" ? new Date("2026-03-07") : null;
  const own = { borrowerId: await theAccount(), assigneeId: li.id, state, returnedDueOn, closedAt };
  return (await anInspection(world.db, { ...own, dueOn: "2026-03-06", policyVersionId: "policy-1" })).id;
}

describe("an account that fell to the manager because its keeper has left", () => {
  it("is the file's officer's from then on; the manager's time with it stays on record", async () => {
    await take("li.wen@bank.example");
    await leaves(li);
    const report = await take("chen.jie@bank.example");
    expect(report.counts).toMatchObject({ updated: 1 });
    expect(await keepers()).toEqual([
      [li.id, false],
      [zhao.id, false],
      [chen.id, true],
    ]);
    expect((await take("chen.jie@bank.example")).counts).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it("also where the file named the new officer while the old one was still at work, and nothing of the row has changed", async () => {
    await take("li.wen@bank.example");
    await take("chen.jie@bank.example");
    expect(await keepers()).toEqual([[li.id, true]]);
    await leaves(li);
    expect((await take("chen.jie@bank.example")).counts).toMatchObject({ updated: 1, unchanged: 0 });
    expect((await keepers()).at(-1)).toEqual([chen.id, true]);
    expect((await take("chen.jie@bank.example")).counts).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it("but an equal row of an older file says nothing", async () => {
    await take("li.wen@bank.example");
    await take("chen.jie@bank.example");
    await leaves(li);
    expect((await take("chen.jie@bank.example", "2026-03-05")).counts).toMatchObject({ unchanged: 1, refused: 0 });
    expect((await keepers()).at(-1)).toEqual([zhao.id, true]);
  });

  it("stays the manager's while the file names the leaver, nobody, or the manager", async () => {
    await take("li.wen@bank.example");
    await leaves(li);
    for (const named of ["li.wen@bank.example", "", "zhao.lei@bank.example"]) {
      await take(named);
      expect((await keepers()).at(-1)).toEqual([zhao.id, true]);
    }
    expect((await take("zhao.lei@bank.example")).counts).toMatchObject({ unchanged: 1 });
  });

  it("takes every open inspection along: those to do, the one that waits for review, the correction", async () => {
    await take("li.wen@bank.example");
    const open = [await anOneOfLi("returned", "2026-03-12"), await anOneOfLi("submitted")];
    const correction = await anOneOfLi("approved", "2026-03-10");
    const done = await anOneOfLi("approved");
    await leaves(li);
    await take("chen.jie@bank.example");
    const withChen = await world.db.inspection.findMany({ where: { assigneeId: chen.id } });
    expect(withChen.map(({ id }) => id).toSorted()).toEqual([...open, correction].toSorted());
    expect(withChen.every(({ dueOn }) => dueOn === "2026-03-06")).toBe(true);
    expect(await world.db.inspection.findUnique({ where: { id: done } })).toMatchObject({ assigneeId: li.id });
    const told = await world.db.outboxItem.findMany({ where: { message: { personId: chen.id } } });
    expect(told.map(({ subjectId, stage }) => [subjectId, stage])).toEqual([[correction, "returned"]]);
    const given = await world.db.auditEvent.findMany({ where: { verb: "handover.given_on" } });
    expect(given).toHaveLength(1);
    expect(given[0]?.text).toContain(zhao.id);
  });

  it("is a person's decision again once the manager has given it back to themselves or offered it", async () => {
    await take("li.wen@bank.example");
    await leaves(li);
    const borrowerId = await theAccount();
    await world.db.ownership.updateMany({ where: { borrowerId, toAt: null }, data: { toAt: new Date() } });
    await world.db.ownership.create({ data: { borrowerId, personId: zhao.id, fromAt: new Date("2026-03-10T01:30Z") } });
    await take("chen.jie@bank.example");
    expect((await keepers()).at(-1)).toEqual([zhao.id, true]);
  });

  it("is only counted by a trial run, which gives nothing away", async () => {
    await take("li.wen@bank.example");
    await leaves(li);
    const report = await imported(world.system(), {
      file: ownFile(ownRow({ officer_email: "chen.jie@bank.example" })),
      mapping: shipped("own"),
      asOf: "2026-03-09",
      dryRun: true,
    });
    expect(report.counts).toMatchObject({ updated: 1 });
    expect((await keepers()).at(-1)).toEqual([zhao.id, true]);
  });
});

describe("an account whose keeper has left and that fell to nobody, because nobody leads the unit", () => {
  it("goes to the file's officer with what is open of it", async () => {
    await take("li.wen@bank.example");
    await world.db.roleGrant.updateMany({ where: { personId: zhao.id }, data: { toAt: new Date("2026-03-01") } });
    const late = await anOneOfLi("planned");
    await leaves(li);
    expect(await keepers()).toEqual([[li.id, true]]);
    await take("chen.jie@bank.example");
    expect((await keepers()).at(-1)).toEqual([chen.id, true]);
    expect(await world.db.inspection.findUnique({ where: { id: late } })).toMatchObject({ assigneeId: chen.id });
    const told = await world.db.outboxItem.findMany({ where: { message: { personId: chen.id } } });
    expect(told.map(({ stage }) => stage)).toEqual(["late"]);
  });
});
