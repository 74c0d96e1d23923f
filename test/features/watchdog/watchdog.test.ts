/** A second witness: each fault is planted, seen twice, mended once, and told to the administrator; then all is clean again. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watch } from "../../../src/features/watchdog/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import {
  aBorrower,
  anAdministrator,
  anOfficer,
  aPerson,
  aReviewer,
  aUnit,
  aUnitManager,
} from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";
import { deletionOf, withoutOutboxGuards } from "../../setup/without-guards.ts";

const [LI, ZHAO, WANG, SUN, MA] = ["U000000LI", "U00000ZHAO", "U00000WANG", "U000000SUN", "U000000MA"] as const;
const NAMES = { [LI]: "Li Wen", [ZHAO]: "Zhao Lei", [WANG]: "Wang Ping", [SUN]: "Sun Jing", [MA]: "Ma Jun" };
const BORROWER = "Ningbo Harbour Foods Co., Ltd.";
/** Tuesday; three working days after it is Friday, 6 March. */
const DUE = "2026-03-03";

let desk: TestDesk;
let touches: number;
let ids: Record<string, string>;

beforeEach(async () => {
  touches = 0;
  desk = await startTestDesk({
    at: `${DUE}T08:00:00+08:00`,
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

const email = (id: string) => `${id.toLowerCase()}@bank.example`;

async function aBook(db: Tx, policyVersionId: string): Promise<Record<string, string>> {
  const head = await aUnit(db, { kind: "head_office" });
  const unit = await aUnit(db, { name: "Harbour Branch", parentId: head.id });
  const person = (id: keyof typeof NAMES) => ({ name: NAMES[id], email: email(id), unitId: unit.id });
  const li = await anOfficer(db, person(LI));
  const zhao = await aUnitManager(db, person(ZHAO));
  const wang = await aReviewer(db, person(WANG));
  const sun = await aPerson(db, { ...person(SUN), unitId: head.id, roles: [{ role: "risk_manager" }] });
  const ma = await anAdministrator(db, { ...person(MA), unitId: head.id });
  const borrower = await aBorrower(db, { name: BORROWER, unitId: unit.id, ownerId: li.id });
  const of = { policyVersionId, borrowerId: borrower.id, assigneeId: li.id };
  const inspection = await anInspection(db, { ...of, dueOn: DUE });
  return {
    unit: unit.id,
    li: li.id,
    zhao: zhao.id,
    wang: wang.id,
    sun: sun.id,
    ma: ma.id,
    inspection: inspection.id,
    number: inspection.number,
    policyVersionId,
  };
}

const id = (name: string): string => ids[name] ?? "";
const at = (moment: string) => desk.at(`${moment}:00+08:00`);

async function morning(date: string): Promise<void> {
  at(`${date}T09:01`);
  await desk.tick();
}

/** Everything as it should be until Friday's rung. */
async function untilFriday(): Promise<void> {
  for (const date of [DUE, "2026-03-04", "2026-03-05", "2026-03-06"]) await morning(date);
}

/** Digests have come; no other sweep runs. */
async function watches(): Promise<void> {
  await desk.run("digests");
  await desk.run("watchdog");
}

/** A look, and what is sent because of it. What comes, comes from the watchdog. */
async function look(moment: string): Promise<void> {
  at(moment);
  await watches();
  await desk.run("messages");
  await desk.run("messages");
}

const findings = async () => {
  const rows = await desk.db.watchdogFinding.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ kind, personId, repair }) => [kind, personId, repair]);
};
const remindersOf = (personId: string) =>
  desk.db.outboxMessage.findMany({ where: { kind: "watchdog.reminder", personId } });
const reports = () => desk.db.outboxMessage.findMany({ where: { kind: "watchdog.report" } });
const said = (userId: string) => {
  const { text = "", shown = "" } = desk.as(userId).lastMessage ?? {};
  return `${text}\n${shown}`;
};

describe("where nothing is wrong", () => {
  it("touches the heartbeat at every look and says nothing", async () => {
    await untilFriday();
    await look("2026-03-06T09:15");
    await look("2026-03-06T09:20");

    expect(touches).toBe(2);
    expect(await findings()).toEqual([]);
    expect(await reports()).toEqual([]);
  });

  it("does not take for forgotten what became so after the morning", async () => {
    await untilFriday();
    at("2026-03-06T09:30");
    const borrower = await aBorrower(desk.db, { unitId: id("unit"), ownerId: id("li") });
    const now = desk.parts.clocks.now().toJSDate();
    await anInspection(desk.db, {
      policyVersionId: id("policyVersionId"),
      borrowerId: borrower.id,
      assigneeId: id("li"),
      dueOn: "2026-03-02",
      createdAt: now,
    });
    await aPerson(desk.db, { unitId: id("unit"), roles: [{ role: "unit_manager", fromAt: now }] });
    await desk.tick();
    await look("2026-03-06T09:45");
    await look("2026-03-06T09:50");
    expect(touches).toBe(2);

    await look("2026-03-09T09:15");
    await look("2026-03-09T09:20");
    expect((await findings()).map(([, person]) => person)).toContain(id("zhao"));
  });

  it("is refused to whoever may not run a sweep", async () => {
    const refused = await watch(await desk.contextOf(id("li")), { duties: [], since: new Date() });
    expect(refused).toMatchObject({ refused: "may.role" });
  });
});

describe("a seeded fault", () => {
  it("a row of the outbox was deleted: its reader is told once, and the administrator why", async () => {
    await untilFriday();
    const row = await desk.db.outboxMessage.findFirstOrThrow({
      where: { personId: id("zhao"), kind: "morning", slotOn: "2026-03-06" },
    });
    await withoutOutboxGuards(desk.database, deletionOf(row.id));
    await look("2026-03-06T09:15");
    expect(await findings()).toEqual([["untold", id("zhao"), null]]);
    expect([touches, (await reports()).length]).toEqual([0, 0]);

    await look("2026-03-06T09:20");
    expect(await findings()).toEqual([["untold", id("zhao"), "told"]]);
    expect(said(ZHAO)).toContain("1 inspection you should have been told about");
    expect(said(ZHAO)).toContain(BORROWER);
    expect(said(ZHAO)).toContain("late since 3 Mar 2026");
    expect(said(MA)).toContain("The watchdog found 1 thing");
    expect(said(MA)).toContain(`Zhao Lei: ${id("number")}, due 3 Mar 2026 (after_3)`);
    expect(said(MA)).not.toContain("Harbour");
    expect(touches).toBe(0);

    await look("2026-03-06T09:25");
    await look("2026-03-06T09:30");
    expect(touches).toBe(2);
    expect([(await remindersOf(id("zhao"))).length, (await reports()).length]).toEqual([1, 1]);
    const before = desk.as(ZHAO).messagesFromBot().length;
    await morning("2026-03-09");
    expect(desk.as(ZHAO).messagesFromBot()).toHaveLength(before);
  });

  it("only what a message was about was deleted, where the sweep itself sees nothing", async () => {
    await untilFriday();
    await withoutOutboxGuards(desk.database, [`DELETE FROM "OutboxItem"`]);
    for (const time of ["09:15", "09:20"]) {
      at(`2026-03-06T${time}`);
      await desk.tick();
      await watches();
    }
    expect((await findings()).map(([kind, , repair]) => `${kind} ${repair}`)).toEqual(Array(3).fill("untold told"));
  });

  it("a tick stood still for a day: what Friday should have said is said, and which duty stopped", async () => {
    for (const date of [DUE, "2026-03-04", "2026-03-05"]) await morning(date);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await desk.db.dutyBeat.upsert({
      where: { duty: "mornings" },
      create: { duty: "mornings", endedAt: hoursAgo(25) },
      update: { endedAt: hoursAgo(25) },
    });
    const watched = { duties: [{ name: "mornings", everyMinutes: 10 }], since: hoursAgo(100) };
    for (const time of ["09:15", "09:20"]) {
      at(`2026-03-06T${time}`);
      await desk.run("digests");
      await watch(systemContext(desk.parts), watched);
    }
    await desk.run("messages");
    await desk.run("messages");
    expect(await findings()).toEqual(
      expect.arrayContaining([
        ["duty_stopped", null, "none"],
        ["untold", id("zhao"), "told"],
        ["untold", id("wang"), "told"],
      ]),
    );
    expect(said(ZHAO)).toContain(BORROWER);
    expect(said(WANG)).toContain("with Li Wen");
    expect(said(MA)).toContain("mornings: last at");
    expect(said(MA)).toContain("needs a person");
  });

  it("the clock was set back: told at once, and nothing is said twice", async () => {
    await untilFriday();
    await look("2026-03-06T09:15");
    expect(touches).toBe(1);
    const before = desk.as(LI).messagesFromBot().length;
    at("2026-03-05T09:15");
    await desk.tick();
    await watches();
    await desk.run("messages");
    expect(said(MA)).toContain("It was 6 Mar 2026, 09:15, then it was 5 Mar 2026, 09:15.");
    expect(touches).toBe(1);

    await look("2026-03-05T09:20");
    expect(touches).toBe(2);
    expect(desk.as(LI).messagesFromBot()).toHaveLength(before);
    expect(await findings()).toEqual([["clock_back", null, "none"]]);
  });

  it("a clock that somebody moved on purpose was not set back", async () => {
    const { clocks, ...rest } = desk.parts;
    const moved = (offset: number) =>
      systemContext({ ...rest, clocks: { ...clocks, now: () => clocks.now().plus(offset), offsetMs: () => offset } });
    const nothing = { duties: [], since: new Date() };
    expect(await watch(moved(0), nothing)).toMatchObject({ isClean: true });
    expect(await watch(moved(-86_400_000), nothing)).toMatchObject({ isClean: true });
  });

  it("the person of a rung is gone: whoever is next above hears of it now, not tomorrow", async () => {
    await untilFriday();
    await desk.db.person.update({ where: { id: id("zhao") }, data: { leftOn: "2026-03-05" } });
    await look("2026-03-06T11:00");
    await look("2026-03-06T11:05");

    expect(await findings()).toEqual([["untold", id("sun"), "told"]]);
    expect(said(SUN)).toContain(BORROWER);
    expect(said(MA)).toContain("Sun Jing");
    await look("2026-03-06T11:10");
    expect(touches).toBe(1);
  });

  it("late, and nobody is left to tell: only the administrator can know", async () => {
    await untilFriday();
    const everybody = ["li", "zhao", "wang", "sun"].map(id);
    await desk.db.person.updateMany({ where: { id: { in: everybody } }, data: { leftOn: "2026-03-05" } });
    await look("2026-03-06T11:00");
    await look("2026-03-06T11:05");

    expect(await findings()).toEqual([["nobody", null, "none"]]);
    expect(said(MA)).toContain("Late, and nobody to tell (1)");
    await look("2026-03-06T11:10");
    expect([touches, (await reports()).length]).toEqual([0, 1]);
  });

  it.each(["had not left", "had left"])(
    "a process was killed between save and send, and the message %s",
    async (what) => {
      at(`${DUE}T09:01`);
      await desk.tick();
      const mine = () => desk.as(LI).messagesFromBot().length;
      const before = mine();
      const row = await desk.db.outboxMessage.findFirstOrThrow({ where: { personId: id("li"), kind: "morning" } });
      const died = { state: "claimed", claimedBy: "a dead worker", leaseUntil: new Date(Date.now() - 600_000) };
      if (what === "had left") {
        await desk.db.outboxMessage.update({ where: { id: row.id }, data: { ...died, ts: null, sentAt: null } });
      } else {
        // Another promise, of which Slack knows nothing.
        await desk.db.outboxMessage.update({ where: { id: row.id }, data: { ...died, key: "morning:never-sent" } });
      }
      at(`${DUE}T09:15`);
      await watches();
      at(`${DUE}T09:20`);
      await watches();
      expect((await findings()).map(([kind, , repair]) => `${kind} ${repair}`)).toEqual(["half_sent looked_up"]);
      expect(touches).toBe(0);

      await desk.run("uncertain");
      await desk.run("messages");
      expect(mine()).toBe(what === "had left" ? before : before + 1);
      await look(`${DUE}T09:25`);
      expect(touches).toBe(1);
      expect(said(MA)).toContain("A sender died with it in its hands (1)");
    },
  );

  it("nothing leaves: the heartbeat stops although nobody can be told in Slack", async () => {
    at(`${DUE}T09:01`);
    await desk.run("mornings");
    at(`${DUE}T09:20`);
    await watches();
    at(`${DUE}T09:25`);
    await watches();
    expect((await findings()).map(([kind]) => kind)).toEqual(["delivery_stopped"]);
    expect(touches).toBe(0);
  });
});
