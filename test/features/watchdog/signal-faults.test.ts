/** The rungs of signals: each fault is planted, seen twice, mended once, and told to the administrator; then all is clean again. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watch } from "../../../src/features/watchdog/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { aBorrower, anAdministrator, anOfficer, aPerson, aUnit, aUnitManager } from "../../builders/index.ts";
import { aSignal } from "../../builders/signals.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";
import { deletionOf, withoutOutboxGuards } from "../../setup/without-guards.ts";

const [LI, ZHAO, SUN, CHEN, MA] = ["U000000LI", "U00000ZHAO", "U000000SUN", "U00000CHEN", "U000000MA"] as const;
const NAMES = { [LI]: "Li Wen", [ZHAO]: "Zhao Lei", [SUN]: "Sun Jing", [CHEN]: "Chen Gang", [MA]: "Ma Jun" };
const BORROWER = "Ningbo Harbour Foods Co., Ltd.";
const UNTOLD = "A signal you should have been told about";

let desk: TestDesk;
let touches: number;
let ids: Record<string, string>;

beforeEach(async () => {
  touches = 0;
  desk = await startTestDesk({
    // A Tuesday.
    at: "2026-03-03T08:00:00+08:00",
    people: Object.entries(NAMES).map(([id, name]) => aColleague(id, name)),
    heartbeat: {
      touch: async () => {
        touches += 1;
      },
    },
    book: async (db, parts) => {
      ids = await aBook(db, parts.policies.inForce().versionId);
    },
  });
});
afterEach(() => desk.stop());

async function aBook(db: Tx, policyVersionId: string): Promise<Record<string, string>> {
  const head = await aUnit(db, { kind: "head_office" });
  const unit = await aUnit(db, { name: "Harbour Branch", parentId: head.id });
  const person = (id: keyof typeof NAMES, unitId: string) => ({
    name: NAMES[id],
    email: `${id.toLowerCase()}@bank.example`,
    unitId,
  });
  const li = await anOfficer(db, person(LI, unit.id));
  const zhao = await aUnitManager(db, person(ZHAO, unit.id));
  const sun = await aPerson(db, { ...person(SUN, head.id), roles: [{ role: "risk_manager" }] });
  const chen = await aPerson(db, { ...person(CHEN, head.id), roles: [{ role: "head_office_manager" }] });
  await anAdministrator(db, person(MA, head.id));
  const borrower = await aBorrower(db, { name: BORROWER, unitId: unit.id, ownerId: li.id });
  return {
    unit: unit.id,
    li: li.id,
    zhao: zhao.id,
    sun: sun.id,
    chen: chen.id,
    borrower: borrower.id,
    policyVersionId,
  };
}

const id = (name: string): string => ids[name] ?? "";
const at = (moment: string) => desk.at(`${moment}:00+08:00`);
const TEN = "2026-03-03T10:00";

/** Raised from facts at ten on Tuesday. */
const signal = (level: string, differences = {}) =>
  aSignal(desk.db, {
    policyVersionId: id("policyVersionId"),
    borrowerId: id("borrower"),
    code: "OPS-10",
    raisedAt: new Date(`${TEN}:00+08:00`),
    level,
    ...differences,
  });

async function sends(): Promise<void> {
  await desk.run("messages");
  await desk.run("messages");
}

async function climbs(moment: string): Promise<void> {
  at(moment);
  await desk.run("escalations");
  await sends();
}

/** A look, and what is sent because of it. No sweep runs: what comes, comes from the watchdog. */
async function look(moment: string): Promise<void> {
  at(moment);
  await desk.run("digests");
  await desk.run("watchdog");
  await sends();
}

const findings = async () => {
  const rows = await desk.db.watchdogFinding.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ kind, personId, repair }) => [kind, personId, repair]);
};
const untoldOf = (personId: string) => desk.db.outboxMessage.count({ where: { kind: "watchdog.signals", personId } });
const reports = () => desk.db.outboxMessage.count({ where: { kind: "watchdog.report" } });
const countOf = (userId: string) => desk.as(userId).messagesFromBot().length;
const said = (userId: string) => {
  const { text = "", shown = "" } = desk.as(userId).lastMessage ?? {};
  return `${text}\n${shown}`;
};

describe("where the ladder does its work", () => {
  it("touches the heartbeat at every look, also when a post went from one person to another", async () => {
    await signal("red");
    await climbs(TEN);
    await look("2026-03-03T10:15");
    const grant = { personId: id("zhao"), role: "unit_manager" };
    at("2026-03-03T10:20");
    const now = desk.parts.clocks.now().toJSDate();
    await desk.db.roleGrant.updateMany({ where: grant, data: { toAt: now } });
    await aPerson(desk.db, { unitId: id("unit"), roles: [{ role: "unit_manager", fromAt: now }] });
    await look("2026-03-03T10:35");
    expect(await findings()).toEqual([]);
    expect(touches).toBe(2);
  });
});

describe("a seeded fault", () => {
  it("a rung's row of the outbox was deleted: its reader is told once, and the administrator why", async () => {
    const { number } = await signal("red");
    await climbs(TEN);
    const row = await desk.db.outboxMessage.findFirstOrThrow({
      where: { personId: id("zhao"), kind: "signals.rung" },
    });
    await withoutOutboxGuards(desk.database, deletionOf(row.id));
    await look("2026-03-03T10:15");
    expect(await findings()).toEqual([["untold", id("zhao"), null]]);
    expect([touches, await reports()]).toEqual([0, 0]);

    await look("2026-03-03T10:20");
    expect(await findings()).toEqual([["untold", id("zhao"), "told"]]);
    expect(said(ZHAO)).toContain(UNTOLD);
    expect(said(ZHAO)).toContain(BORROWER);
    expect(said(ZHAO)).toContain("nobody has acknowledged it");
    expect(said(MA)).toContain(`Zhao Lei: signal ${number}, as Unit manager`);
    expect(said(MA)).not.toContain("Harbour Foods");

    await look("2026-03-03T10:25");
    await look("2026-03-03T10:30");
    expect(touches).toBe(2);
    expect([await untoldOf(id("zhao")), await reports()]).toEqual([1, 1]);
  });

  it("a repeat of a red was lost: everybody whom it should have reached hears", async () => {
    await signal("red");
    await climbs(TEN);
    // Noon's repeat: the ladder believes that it was said.
    await desk.db.signal.updateMany({ data: { ladderAt: null } });
    await look("2026-03-03T12:05");
    expect(await findings()).toEqual([]);
    await look("2026-03-03T12:15");
    await look("2026-03-03T12:20");
    expect((await findings()).map(([kind, , repair]) => `${kind} ${repair}`)).toEqual(Array(4).fill("untold told"));
    expect(said(CHEN)).toContain(UNTOLD);
  });

  it("a tick stood still for a day: what should have been said is said, and not again when it goes on", async () => {
    await signal("red");
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const beat = { endedAt: hoursAgo(25) };
    await desk.db.dutyBeat.upsert({
      where: { duty: "escalations" },
      create: { duty: "escalations", ...beat },
      update: beat,
    });
    const watched = { duties: [{ name: "escalations", everyMinutes: 10 }], since: hoursAgo(100) };
    for (const time of ["10:00", "10:05"]) {
      at(`2026-03-04T${time}`);
      await watch(systemContext(desk.parts), watched);
    }
    await sends();
    const told = ["li", "zhao", "sun", "chen"].map((name) => ["untold", id(name), "told"]);
    expect(await findings()).toEqual(expect.arrayContaining([["duty_stopped", null, "none"], ...told]));
    expect(said(LI)).toContain(UNTOLD);
    expect(said(MA)).toContain("escalations: last at");
    const before = [LI, ZHAO, SUN, CHEN].map(countOf);
    await climbs("2026-03-04T10:06");
    expect([LI, ZHAO, SUN, CHEN].map(countOf)).toEqual(before);
    // Two hours later it repeats as ever.
    await climbs("2026-03-04T12:30");
    expect([LI, ZHAO, SUN, CHEN].map(countOf)).toEqual(before.map((count) => count + 1));
  });

  it("the clock was set back: told at once, and nothing is said twice", async () => {
    await signal("red");
    await climbs(TEN);
    await look("2026-03-03T10:15");
    expect(touches).toBe(1);
    const before = [LI, ZHAO, SUN, CHEN].map(countOf);
    at("2026-03-03T09:30");
    await desk.run("escalations");
    await look("2026-03-03T09:31");
    expect(await findings()).toEqual([["clock_back", null, "none"]]);
    await climbs("2026-03-03T10:16");
    await look("2026-03-03T10:20");
    expect([LI, ZHAO, SUN, CHEN].map(countOf)).toEqual(before);
    expect(touches).toBe(2);
    expect(await findings()).toEqual([["clock_back", null, "none"]]);
  });

  it("the person of a rung is gone: whoever is next above hears of it, and that the post is vacant is reported", async () => {
    await signal("yellow");
    await climbs(TEN);
    await climbs("2026-03-05T10:00");
    await climbs("2026-03-05T10:16");
    expect(said(ZHAO)).toContain("A signal needs an answer");
    await desk.db.person.update({ where: { id: id("zhao") }, data: { leftOn: "2026-03-04" } });
    await look("2026-03-05T10:40");
    await look("2026-03-05T10:45");
    expect(await findings()).toEqual(
      expect.arrayContaining([
        ["untold", id("chen"), "told"],
        ["vacancy", null, "told"],
      ]),
    );
    expect(said(CHEN)).toContain(UNTOLD);
    expect(said(MA)).toContain("Unit manager, Harbour Branch");
    await look("2026-03-05T10:50");
    expect([touches, await reports(), await untoldOf(id("chen"))]).toEqual([1, 1, 1]);
  });

  it("nobody is left to tell: only the administrator can know", async () => {
    await signal("red");
    const everybody = ["li", "zhao", "sun", "chen"].map(id);
    await desk.db.person.updateMany({ where: { id: { in: everybody } }, data: { leftOn: "2026-03-01" } });
    await look("2026-03-03T10:30");
    await look("2026-03-03T10:35");
    expect((await findings()).map(([kind]) => kind)).toContain("nobody");
    expect(said(MA)).toContain("nobody holds a post that must hear of it");
    expect(touches).toBe(0);
  });
});
