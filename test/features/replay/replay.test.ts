/** A past week on a copy of the book, against the same week lived on the moved clock. */
import { beforeEach, describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { type IsoDate, VISIT_MODES } from "../../../src/domain/vocabulary.ts";
import { sweepMornings } from "../../../src/features/morning/index.ts";
import { planNextAfter, replanAll } from "../../../src/features/planning/index.ts";
import { promiseNoOwner } from "../../../src/features/portfolio/index.ts";
import { type ReplayedDay, readAnswers, replay } from "../../../src/features/replay/index.ts";
import { momentAt } from "../../../src/platform/clock.ts";
import { inTransaction } from "../../../src/platform/context.ts";
import { oneOf } from "../../../src/platform/stored-word.ts";
import { aBorrower, aLoan, anAdministrator, anOfficer, aStandIn, aUnit, aUnitManager } from "../../builders/index.ts";
import { testDatabaseKind } from "../../setup/database.ts";
import { aWorld, type World } from "../morning/desk-world.ts";
import { sure } from "../portfolio/extracts.ts";

const FROM = isoDate("2026-03-02");
const TO = isoDate("2026-04-03");
const SHANGHAI = "Asia/Shanghai";
let world: World;

/**
 * Two branches in two zones: work that is late, due, yet to be paid out, overdue, written off, and kept by nobody; and people who
 * go on leave, leave, are given a post and ask for quiet while the weeks pass.
 */
beforeEach(async () => {
  world = await aWorld("2026-03-01T08:00:00Z");
  const { db } = world;
  const head = await aUnit(db, { kind: "head_office" });
  const shanghai = await aUnit(db, { parentId: head.id });
  const newYork = await aUnit(db, { parentId: head.id, timeZone: "America/New_York", calendarId: "us-federal" });
  await anAdministrator(db, { unitId: head.id });
  await aUnitManager(db, { unitId: shanghai.id });
  for (const [unitId, loans] of [
    [shanghai.id, 8],
    [newYork.id, 4],
  ] as const) {
    const { id: ownerId } = await anOfficer(db, { unitId });
    for (let place = 0; place < loans; place += 1) {
      const { id: borrowerId } = await aBorrower(db, {
        unitId,
        takeOnOn: "2025-12-01",
        ...(place === 3 ? {} : { ownerId }),
      });
      await aLoan(db, { borrowerId, disbursedOn: "2025-06-10", ...FACTS[place] });
    }
  }
  await peopleMove(shanghai.id, newYork.id);
  sure(await replanAll(world.system(), "import"));
  await somebodyAsksForQuiet();
});

async function somebodyAsksForQuiet(): Promise<void> {
  const first = await world.db.inspection.findFirstOrThrow({
    where: { assigneeId: { not: null } },
    orderBy: { id: "asc" },
  });
  await world.db.snooze.create({
    data: {
      ...{ inspectionId: first.id, personId: first.assigneeId ?? "", untilOn: "2026-03-20" },
      ...{ reason: "the customer moves house", enteredAt: new Date("2026-03-01T08:00:00Z") },
    },
  });
}

async function peopleMove(shanghai: string, newYork: string): Promise<void> {
  const { db } = world;
  const onLeave = await anOfficer(db, { unitId: shanghai });
  const standIn = await anOfficer(db, { unitId: shanghai });
  await aStandIn(db, { personId: onLeave.id, standInId: standIn.id, fromOn: "2026-03-10", toOn: "2026-03-13" });
  const leaver = await anOfficer(db, { unitId: newYork, leftOn: "2026-03-18" });
  const manager = { role: "unit_manager", fromAt: new Date("2026-03-24T16:00:00Z") } as const;
  await anOfficer(db, { unitId: newYork, roles: [manager] });
  for (const [unitId, ownerId, pastDueSince] of [
    [shanghai, onLeave.id, "2026-02-20"],
    [newYork, leaver.id, "2026-02-24"],
    [newYork, leaver.id, null],
  ] as const) {
    const { id: borrowerId } = await aBorrower(db, { unitId, takeOnOn: "2025-12-01", ownerId });
    await aLoan(db, { borrowerId, disbursedOn: "2025-06-10", pastDueSince });
  }
}

const FACTS: readonly object[] = [
  {},
  { pastDueSince: "2026-02-20" },
  { state: "written_off", tier: "loss" },
  {},
  { disbursedOn: "2026-03-04" },
  { product: "mortgage" },
  { tier: "special_mention", drawnMinor: 900_000_000_000n },
  { product: "personal_business" },
];

async function replayed(answers: string): Promise<ReplayedDay[]> {
  const read = readAnswers(answers);
  if (read === undefined) throw new Error("no such answers");
  return sure(await replay(world.system(), { from: FROM, to: TO, answers: read }));
}

/** As the desk would: every night the whole book, a tick at each zone's morning into the outbox, submissions one by one. */
async function lived(visits: boolean): Promise<ReplayedDay[]> {
  const days: ReplayedDay[] = [];
  for (let date = FROM; date <= TO; date = addDays(date, 1)) {
    days.push(await livedDay(date, visits));
  }
  return days.filter(({ planned, answered, messages }) => planned + answered + Object.keys(messages).length > 0);
}

async function livedDay(date: IsoDate, visits: boolean): Promise<ReplayedDay> {
  const before = await world.db.inspection.count();
  const known = await world.db.outboxMessage.findMany({ select: { id: true } });
  world.at(momentAt(date, "00:30", SHANGHAI).toISO());
  sure(await replanAll(world.system(), "nightly"));
  sure(await promiseNoOwner(world.system()));
  const covered: Record<string, number> = {};
  const told: Record<string, number> = {};
  let answered = 0;
  for (const zone of [SHANGHAI, "America/New_York"]) {
    world.at(momentAt(date, "09:00", zone).toISO());
    const swept = sure(await sweepMornings(world.system()));
    count(covered, swept.covered);
    count(told, swept.told);
  }
  if (visits) answered = await visitDue(date);
  const fresh = await world.db.outboxMessage.findMany({
    where: { id: { notIn: known.map(({ id }) => id) } },
    select: { kind: true },
    orderBy: { kind: "asc" },
  });
  const messages: Record<string, number> = {};
  for (const { kind } of fresh) count(messages, { [kind]: 1 });
  const planned = (await world.db.inspection.count()) - before;
  return { date, planned, answered, messages, covered, told };
}

function count(all: Record<string, number>, more: Readonly<Partial<Record<string, number>>>): void {
  for (const [key, amount = 0] of Object.entries(more)) {
    if (amount > 0) all[key] = (all[key] ?? 0) + amount;
  }
}

/** Each by the submission's own planning. */
async function visitDue(date: IsoDate): Promise<number> {
  const due = await world.db.inspection.findMany({
    where: { state: "planned", dueOn: { lte: date }, assigneeId: { not: null } },
    include: { borrower: { include: { unit: true } } },
    orderBy: { id: "asc" },
  });
  let visited = 0;
  for (const { id, mode, borrower } of due) {
    const calendar = world.parts.calendars.get(borrower.unit.calendarId);
    if (calendar === undefined || !isWorkingDay(calendar, date)) continue;
    await inTransaction(world.system(), async (tx) => {
      const now = tx.now.toJSDate();
      const data = { state: "approved", startedAt: now, submittedAt: now, closedAt: now };
      await tx.db.inspection.update({ where: { id }, data });
      await planNextAfter(tx, { inspectionId: id, visitedOn: date, mode: oneOf(VISIT_MODES, mode) });
    });
    visited += 1;
  }
  return visited;
}

/** Weeks, lived several times: slow where the machine has much to do. */
describe.runIf(testDatabaseKind === "sqlite")("a replay", { timeout: 120_000 }, () => {
  it("is equal to itself to the letter, and leaves the book as it was", async () => {
    const book = async () => JSON.stringify(await world.db.inspection.findMany({ orderBy: { id: "asc" } }));
    const before = await book();

    expect(JSON.stringify(await replayed("on-time"))).toBe(JSON.stringify(await replayed("on-time")));
    expect(await book()).toBe(before);
    expect(await world.db.outboxMessage.count()).toBe(0);
  });

  it.each([
    ["never", false],
    ["on-time", true],
  ] as const)("with answers %s says what the desk says when it lives the same weeks", async (answers, visits) => {
    const copied = await replayed(answers);

    expect(copied).toEqual(await lived(visits));
    expect(copied.some(({ messages }) => (messages.morning ?? 0) > 0)).toBe(true);
  });

  it("tells the more of what is late, the later the officers are", async () => {
    const late = async (answers: string) =>
      (await replayed(answers)).reduce((all, { covered }) => all + (covered.late ?? 0), 0);
    const [onTime, twoDays, never] = [await late("on-time"), await late("late:2"), await late("never")];

    expect(onTime).toBe(0);
    expect(twoDays).toBeGreaterThan(0);
    expect(never).toBeGreaterThan(twoDays);
  });

  it("refuses a period that the book has lived already, and one that ends before it begins", async () => {
    world.at("2026-03-20T01:00:00Z");
    const ended = { from: TO, to: FROM, answers: { kind: "never" } as const };
    expect(await replay(world.system(), ended)).toMatchObject({ refused: "replay.ends_before" });

    await world.db.inspection.updateMany({ where: {}, data: { submittedAt: new Date("2026-03-10T00:00:00Z") } });
    const outcome = await replay(world.system(), { from: FROM, to: TO, answers: { kind: "never" } });
    expect(isRefusal(outcome) && outcome.refused).toBe("replay.lived_already");
  });
});

describe.runIf(testDatabaseKind === "postgres")("on PostgreSQL, a replay", () => {
  it("is refused with what to do instead: there is no file to copy", async () => {
    const outcome = await replay(world.system(), { from: FROM, to: TO, answers: { kind: "never" } });
    expect(outcome).toMatchObject({ refused: "replay.needs_sqlite" });
  });
});

describe("how officers answer", () => {
  it.each([
    ["on-time", { kind: "on_time" }],
    ["never", { kind: "never" }],
    ["late:5", { kind: "late", workingDays: 5 }],
    ["late:0", undefined],
    ["late", undefined],
    ["late:-1", undefined],
    ["soon", undefined],
  ])("%s", (typed, answers) => {
    expect(readAnswers(typed)).toEqual(answers);
  });
});
