/** The engine's nightly look: facts become signals, once; they worsen, and are cured without being closed. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { lookAgain } from "../../../src/features/looks/index.ts";
import { isLookDue, lookAtAsked, lookAtBook } from "../../../src/features/signals/index.ts";
import { inTransaction } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, anOfficer, aPerson } from "../../builders/index.ts";
import { aWorld, type World } from "../morning/desk-world.ts";

let world: World;
let loanId: string;
let borrowerId: string;
let reviewerId: string;

beforeEach(async () => {
  world = await aWorld();
  const officer = await anOfficer(world.db);
  await aPerson(world.db, { unitId: officer.unitId, roles: [{ role: "unit_manager" }] });
  reviewerId = (await aPerson(world.db, { unitId: officer.unitId, roles: [{ role: "post_loan_officer" }] })).id;
  const borrower = await aBorrower(world.db, { ownerId: officer.id, unitId: officer.unitId, takeOnOn: "2026-03-01" });
  borrowerId = borrower.id;
  loanId = (await aLoan(world.db, { borrowerId, pastDueSince: "2026-03-05" })).id;
});

async function look(ask = lookAtBook) {
  const looked = await ask(world.system());
  if (isRefusal(looked)) throw new Error(looked.refused);
  const { raised, worsened, returned, cured } = looked;
  return { raised, worsened, returned, cured };
}

const NOTHING = { raised: 0, worsened: 0, returned: 0, cured: 0 };
const only = () => world.db.signal.findFirstOrThrow({ include: { events: { orderBy: { id: "asc" } } } });
const overdue = (pastDueSince: string | null) =>
  world.db.loan.update({ where: { id: loanId }, data: { pastDueSince, recordedAt: world.system().now.toJSDate() } });

describe("a loan that the book tells past due", () => {
  it("is one signal of facts, told to whoever keeps it; a second look raises, tells and writes nothing", async () => {
    expect(await look()).toEqual({ ...NOTHING, raised: 1 });
    expect(await only()).toMatchObject({ code: "BHV-01", level: "yellow", subjectId: loanId, raisedById: null });
    const before = [await world.db.outboxMessage.count(), await world.db.auditEvent.count()];
    expect(before[0]).toBeGreaterThan(0);
    world.at("2026-03-11T01:00:00Z");
    expect(await look()).toEqual(NOTHING);
    expect([await world.db.outboxMessage.count(), await world.db.auditEvent.count()]).toEqual(before);
  });

  it("raises the level of the one that stands when it gets worse", async () => {
    await look();
    world.at("2026-04-10T01:00:00Z");
    expect(await look()).toEqual({ ...NOTHING, worsened: 1 });
    expect(await only()).toMatchObject({ level: "orange", state: "raised" });
    expect(await world.db.signal.count()).toBe(1);
  });

  it("is cured when the arrears are paid, stands all the same, and comes back as the same signal", async () => {
    await look();
    await overdue(null);
    expect(await look()).toEqual({ ...NOTHING, cured: 1 });
    expect(await only()).toMatchObject({ state: "raised", endedAt: null, curedAt: expect.any(Date) });
    expect(await look()).toEqual(NOTHING);
    await overdue("2026-03-08");
    await look();
    expect(await only()).toMatchObject({ curedAt: null });
    expect(await world.db.signal.count()).toBe(1);
  });

  it("is not raised again from a fact that people have judged, but from a worse one", async () => {
    await look();
    await end();
    world.at("2026-03-12T01:00:00Z");
    expect(await look()).toEqual(NOTHING);
    // Told again with another balance: no news of the arrears.
    await world.db.loan.update({ where: { id: loanId }, data: { recordedAt: world.system().now.toJSDate() } });
    expect(await look()).toEqual(NOTHING);
    world.at("2026-04-10T01:00:00Z");
    expect(await look()).toEqual({ ...NOTHING, raised: 1 });
    expect(await world.db.signal.count({ where: { level: "orange", endedAt: null } })).toBe(1);
  });

  it("is a new signal where it was paid after people had judged it, and the loan falls overdue again", async () => {
    await look();
    await end();
    await overdue(null);
    expect(await look()).toEqual({ ...NOTHING, cured: 1 });
    await overdue("2026-03-09");
    world.at("2026-03-12T01:00:00Z");
    expect(await look()).toEqual({ ...NOTHING, raised: 1 });
    expect(await world.db.signal.count()).toBe(2);
  });
});

const end = async () => {
  const { id } = await only();
  const ended = { state: "false_alarm", endedAt: world.system().now.toJSDate(), endedById: reviewerId };
  await world.db.signal.update({ where: { id }, data: ended });
};

describe("a figure", () => {
  const figure = (standing: string) =>
    world.db.observation.create({
      data: {
        subjectKind: "borrower",
        subjectId: borrowerId,
        key: "sales_yoy",
        value: "-45",
        unit: "percent",
        asOf: "2026-03-09",
        recordedAt: new Date("2026-03-09T02:00:00Z"),
        source: "report",
        reference: "report-1",
        standing,
      },
    });

  it("is read once a second person has approved it, and kept with the signal", async () => {
    await overdue(null);
    await figure("claimed");
    expect(await look()).toEqual(NOTHING);
    await figure("confirmed");
    expect(await look()).toEqual({ ...NOTHING, raised: 1 });
    const { code, level, events } = await only();
    expect([code, level]).toEqual(["FIN-01", "orange"]);
    expect(events[0]?.because).toContain("report-1");
  });
});

describe("a borrower whose facts have changed", () => {
  it("is looked at when that is asked, once, and nobody else is", async () => {
    const other = await aBorrower(world.db, { takeOnOn: "2026-03-01" });
    await aLoan(world.db, { borrowerId: other.id, pastDueSince: "2026-03-05" });
    expect(await look(lookAtAsked)).toEqual(NOTHING);
    for (const _ of [1, 2]) await inTransaction(world.system(), (tx) => lookAgain(tx, [borrowerId, borrowerId]));
    expect(await look(lookAtAsked)).toEqual({ ...NOTHING, raised: 1 });
    expect(await world.db.lookAsked.count()).toBe(0);
    expect(await world.db.signal.findMany({ select: { borrowerId: true } })).toEqual([{ borrowerId }]);
  });

  it("whose record cannot be judged keeps nobody else from being looked at, and is asked of again", async () => {
    const broken = await aBorrower(world.db, { takeOnOn: "2026-03-01" });
    const { id } = await aLoan(world.db, { borrowerId: broken.id });
    const change = { subjectKind: "loan", subjectId: id, field: "pastDueSince", before: "spring", asOf: "2026-03-02" };
    const recordedAt = new Date("2026-03-02T00:00:00Z");
    await world.db.factChange.create({ data: { ...change, recordedAt, source: "test" } });
    await inTransaction(world.system(), (tx) => lookAgain(tx, [broken.id, borrowerId]));
    await expect(look(lookAtAsked)).rejects.toThrow("1 of 2 borrowers could not be looked at");
    expect(await world.db.signal.findMany({ select: { borrowerId: true } })).toEqual([{ borrowerId }]);
    expect(await world.db.lookAsked.findMany({ select: { borrowerId: true } })).toEqual([{ borrowerId: broken.id }]);
  });
});

describe("the night's look", () => {
  const ran = (startedAt: string) =>
    world.db.dutyRun.create({ data: { duty: "signals", startedAt: new Date(startedAt), found: "{}" } });

  it("is due once each business date, from ten to one", async () => {
    expect(await isLookDue(world.system())).toBe(true);
    await ran("2026-03-10T01:00:00Z");
    expect(await isLookDue(world.system())).toBe(false);
    world.at("2026-03-10T16:49:00Z");
    expect(await isLookDue(world.system())).toBe(false);
    world.at("2026-03-10T16:50:00Z");
    expect(await isLookDue(world.system())).toBe(true);
  });

  it("is due still where it failed", async () => {
    const startedAt = new Date("2026-03-10T00:00:00Z");
    await world.db.dutyRun.create({ data: { duty: "signals", startedAt, failure: "the disk was full" } });
    expect(await isLookDue(world.system())).toBe(true);
  });
});

it("raises nothing about a customer of whom all is well", async () => {
  await overdue(null);
  expect(await look()).toEqual(NOTHING);
});

it("raises what is due by the time that passes, again after it was put right: a customer whom nobody looks after", async () => {
  await overdue(null);
  const seen = (lastVisitOn: string) => world.db.borrower.update({ where: { id: borrowerId }, data: { lastVisitOn } });
  world.at("2026-06-10T01:00:00Z");
  expect(await look()).toEqual({ ...NOTHING, raised: 1 });
  await seen("2026-06-10");
  expect(await look()).toEqual({ ...NOTHING, cured: 1 });
  await end();
  world.at("2026-09-10T01:00:00Z");
  expect(await look()).toEqual({ ...NOTHING, raised: 1 });
});
