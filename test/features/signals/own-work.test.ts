/** Signals about our own work (PRC-01 to PRC-04): of the officer, to whoever leads them, and none of the customer's. */
import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { openWarnings } from "../../../src/features/inspections/open-warnings.ts";
import { findInspection } from "../../../src/features/inspections/store.ts";
import { tellOfWork } from "../../../src/features/looks/index.ts";
import { lookAtBook } from "../../../src/features/signals/index.ts";
import { takeStep } from "../../../src/features/signals/step.ts";
import { inTransaction } from "../../../src/platform/context.ts";
import { aPerson } from "../../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, type World } from "../morning/desk-world.ts";

let world: World;
let borrowerId: string;
let inspectionId: string;
const ids = { officer: "", manager: "", reviewer: "" };

beforeEach(async () => {
  world = await aWorld("2026-03-10T01:00:00Z");
  const officer = await anOfficerWithSlack(world.db);
  ids.officer = officer.id;
  ids.manager = (await aPerson(world.db, { unitId: officer.unitId, roles: [{ role: "unit_manager" }] })).id;
  ids.reviewer = (await aPerson(world.db, { unitId: officer.unitId, roles: [{ role: "post_loan_officer" }] })).id;
  const inspection = await anInspection(world.db, officer.id, { dueOn: "2026-03-10" });
  [borrowerId, inspectionId] = [inspection.borrowerId, inspection.id];
  await world.db.borrower.update({ where: { id: borrowerId }, data: { takeOnOn: "2026-03-01" } });
});

async function look(at: string): Promise<void> {
  world.at(at);
  const looked = await lookAtBook(world.system());
  if (isRefusal(looked)) throw new Error(looked.refused);
}

const only = () => world.db.signal.findFirstOrThrow({ include: { named: true, events: { orderBy: { id: "asc" } } } });
const messages = () => world.db.outboxMessage.findMany({ where: { kind: { startsWith: "signal" } } });
const step = async (who: keyof typeof ids, taken: "acknowledge" | "ask_false_alarm") => {
  const done = await takeStep(await world.as(ids[who]), { signalId: (await only()).id, step: taken, words: "seen" });
  return isRefusal(done) ? done.refused : "taken";
};

describe("a late inspection (PRC-01)", () => {
  beforeEach(() => look("2026-03-17T01:00:00Z"));

  it("is a signal after three working days, about the officer, and says nothing of its own", async () => {
    expect(await only()).toMatchObject({ code: "PRC-01", level: "yellow", path: "quiet", ownerId: ids.manager });
    expect((await only()).named).toMatchObject([{ personId: ids.officer }]);
    await look("2026-03-25T01:00:00Z");
    expect(await only()).toMatchObject({ level: "orange", ladderAt: null });
    expect(await messages()).toEqual([]);
    expect(await world.db.escalation.count()).toBe(0);
    expect(await step("manager", "acknowledge")).toBe("signal.not_now");
  });

  it("is no warning about the customer", async () => {
    const inspection = await findInspection(world.db, inspectionId);
    if (inspection === null) throw new Error("no inspection");
    expect(await openWarnings(world.system(), inspection, isoDate("2026-03-17"))).toEqual([]);
  });

  it("ends when its report is submitted, by whoever submitted it", async () => {
    const at = new Date("2026-03-18T02:00:00Z");
    await world.db.inspection.update({ where: { id: inspectionId }, data: { state: "submitted", submittedAt: at } });
    const report = { inspectionId, revision: 1, state: "submitted", submittedById: ids.officer, submittedAt: at };
    const said = { policyVersionId: "policy-1", mode: "on_site", visitedOn: "2026-03-18", content: "{}" };
    await world.db.report.create({ data: { ...report, ...said, submittedOn: "2026-03-18", contentHash: "h" } });
    await look("2026-03-18T02:01:00Z");
    expect(await only()).toMatchObject({ state: "closed", endedById: ids.officer });
    expect((await only()).events.at(-1)).toMatchObject({ toState: "closed", personId: ids.officer });
    expect(await messages()).toEqual([]);
  });

  it("is put on the list of two people where the date was moved instead", async () => {
    await world.db.inspection.update({ where: { id: inspectionId }, data: { dueOn: "2026-03-31" } });
    await look("2026-03-18T02:01:00Z");
    expect(await only()).toMatchObject({ state: "raised", askedFor: "release", endedAt: null });
  });
});

describe("a copied report, and a picture of another visit (PRC-02, PRC-03)", () => {
  const saw = (key: string) =>
    inTransaction(world.system(), (tx) =>
      tellOfWork(tx, { borrowerId, key, asOf: isoDate("2026-03-10"), reportId: "report-1", source: "review" }),
    );

  it("goes to whoever leads the officer, who may read it and takes no step in it", async () => {
    await saw("confirmed_copy");
    await look("2026-03-10T01:00:00Z");
    expect(await only()).toMatchObject({ code: "PRC-02", level: "yellow", ownerId: ids.manager });
    const told = (await messages()).map(({ personId }) => personId);
    expect(told).toContain(ids.manager);
    expect(told).not.toContain(ids.officer);
    expect(await step("officer", "acknowledge")).toBe("may.four_eyes");
    expect(await step("manager", "acknowledge")).toBe("taken");
  });

  it("is not raised again by the fact that people have judged, but by another report", async () => {
    await saw("evidence_reused");
    await look("2026-03-10T01:00:00Z");
    const { id } = await only();
    expect(await only()).toMatchObject({ code: "PRC-03", level: "orange" });
    const ended = { state: "false_alarm", endedById: ids.reviewer, endedAt: new Date("2026-03-10T02:00:00Z") };
    await world.db.signal.update({ where: { id }, data: ended });
    await look("2026-03-11T01:00:00Z");
    expect(await world.db.signal.count({ where: { code: "PRC-03" } })).toBe(1);
    await saw("evidence_reused");
    await look("2026-03-11T01:00:00Z");
    expect(await world.db.signal.count({ where: { code: "PRC-03" } })).toBe(2);
  });
});

it("a customer whom nobody looks after is a signal about who keeps the account (PRC-04)", async () => {
  const lent = () => world.db.signal.findFirst({ where: { code: "PRC-04" } });
  await look("2026-05-29T01:00:00Z");
  expect(await lent()).toBeNull();
  await look("2026-05-30T01:00:00Z");
  expect(await lent()).toMatchObject({ level: "yellow", ownerId: ids.manager, path: "full" });
  await look("2026-08-28T01:00:00Z");
  expect(await lent()).toMatchObject({ level: "orange" });
});
