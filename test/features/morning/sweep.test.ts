import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { MORNING } from "../../../src/features/morning/ids.ts";
import { type SweepCounts, sweepMornings } from "../../../src/features/morning/sweep.ts";
import { aReviewer, aStandIn, aUnit } from "../../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, theMessage, type World, wasSent } from "./desk-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

async function sweep(options = {}): Promise<SweepCounts> {
  const counts = await sweepMornings(world.system(), options);
  if (isRefusal(counts)) {
    throw new Error(counts.refused);
  }
  return counts;
}

const mornings = () => world.db.outboxMessage.findMany({ where: { kind: MORNING }, orderBy: { slotOn: "asc" } });

describe("at nine in the morning of a working day", () => {
  it("an officer with due, late and returned work is promised one message that covers all of it", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { dueOn: "2026-03-05" });
    await anInspection(world.db, officer.id, { dueOn: "2026-03-10", state: "started" });
    await anInspection(world.db, officer.id, { dueOn: "2026-03-17" });
    await anInspection(world.db, officer.id, { dueOn: "2026-02-01", state: "returned", returnedDueOn: "2026-03-12" });

    const counts = await sweep();

    expect(counts).toMatchObject({ promised: 1, covered: { late: 1, returned: 1, due_today: 1, due_soon: 1 } });
    const message = await theMessage(world, officer.id, MORNING);
    expect(message.slotOn).toBe("2026-03-10");
    expect(message.items.map(({ stage }) => stage).sort()).toEqual([
      "due_soon:before_7@2026-03-17",
      "due_today:before_0@2026-03-10",
      "late:after_1@2026-03-05",
      "returned:none@2026-03-12",
    ]);
  });

  it("nobody is told twice, however often the sweep runs", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);

    const first = await sweep();
    const second = await sweep();

    expect([first.promised, second.promised, second.left.already]).toEqual([1, 0, 1]);
    expect(await mornings()).toHaveLength(1);
  });

  it("two processes that sweep at once promise one message", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);

    await Promise.allSettled([sweep(), sweep(), sweep()]);

    expect(await mornings()).toHaveLength(1);
  });

  it("a person with nothing to do hears nothing", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { dueOn: "2026-03-18" });
    await anInspection(world.db, officer.id, { state: "submitted" });
    await anInspection(world.db, null, { dueOn: "2026-03-01" });

    expect(await sweep()).toMatchObject({ promised: 0 });
  });

  it("a dry run counts and promises nothing", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);

    expect((await sweep({ dryRun: true })).promised).toBe(1);
    expect(await mornings()).toHaveLength(0);
  });
});

describe("the hour and the day are the reader's own", () => {
  it("it is too early at 08:59 and time at 09:00", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);

    world.at("2026-03-10T00:59:00Z");
    const before = await sweep();
    world.at("2026-03-10T01:00:00Z");
    const after = await sweep();

    expect([before.promised, before.left.too_early, after.promised]).toEqual([0, 1, 1]);
  });

  it("an officer in Ürümqi time hears two hours after one in Shanghai", async () => {
    const here = await anOfficerWithSlack(world.db);
    const there = await anOfficerWithSlack(world.db, {}, "Asia/Urumqi");
    await anInspection(world.db, here.id);
    await anInspection(world.db, there.id);

    const atNine = await sweep();
    world.at("2026-03-10T03:00:00Z");
    const later = await sweep();

    expect([atNine.promised, later.promised]).toEqual([1, 1]);
  });

  it("no message comes on a rest day, nor in the holiday week, but on a make-up working Sunday it does", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { dueOn: "2026-01-30" });

    world.at("2026-03-14T02:00:00Z");
    const saturday = await sweep();
    world.at("2026-02-18T02:00:00Z");
    const springFestival = await sweep();
    world.at("2026-02-14T02:00:00Z");
    const makeUpSaturday = await sweep();

    expect([saturday.promised, springFestival.promised, makeUpSaturday.promised]).toEqual([0, 0, 1]);
  });

  it("the holidays of the reader's own unit count", async () => {
    const unit = await aUnit(world.db, { calendarId: "us-federal", timeZone: "America/New_York" });
    const officer = await anOfficerWithSlack(world.db, { unitId: unit.id }, "America/New_York");
    await anInspection(world.db, officer.id, { dueOn: "2026-07-01" });

    world.at("2026-07-03T14:00:00Z");
    const dayBeforeTheFourth = await sweep();
    world.at("2026-07-06T14:00:00Z");
    const monday = await sweep();

    expect([dayBeforeTheFourth.promised, monday.promised]).toEqual([0, 1]);
  });

  it("mornings that were missed are not made up: today's covers them", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { dueOn: "2026-03-10" });

    world.at("2026-03-16T02:00:00Z");
    await sweep();

    expect((await mornings()).map(({ slotOn }) => slotOn)).toEqual(["2026-03-16"]);
  });

  it("a clock that goes back tells nobody the same morning again", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);
    await sweep();

    world.at("2026-03-09T02:00:00Z");
    await sweep();
    world.at("2026-03-10T02:00:00Z");
    const again = await sweep();

    expect(again.promised).toBe(0);
  });
});

describe("a new day", () => {
  it("marks yesterday's list to be drawn again, and no older one", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { dueOn: "2026-03-06" });
    for (const day of ["2026-03-10", "2026-03-11", "2026-03-12"]) {
      world.at(`${day}T01:00:00Z`);
      await sweep();
      const { id } = await theMessage(world, officer.id, MORNING);
      await wasSent(world, id);
      await world.db.outboxMessage.updateMany({ where: { slotOn: { lt: "2026-03-11" } }, data: { staleAt: null } });
    }

    const stale = (await mornings()).map(({ slotOn, staleAt }) => [slotOn, staleAt !== null]);

    expect(stale).toEqual([
      ["2026-03-10", false],
      ["2026-03-11", true],
      ["2026-03-12", false],
    ]);
  });
});

describe("somebody is away", () => {
  it("the stand-in is told, and the absent person is not", async () => {
    const away = await anOfficerWithSlack(world.db);
    const standIn = await anOfficerWithSlack(world.db);
    await aStandIn(world.db, { personId: away.id, standInId: standIn.id, fromOn: "2026-03-09", toOn: "2026-03-10" });
    await anInspection(world.db, away.id);

    const counts = await sweep();

    expect(counts).toMatchObject({ promised: 1, left: { away: 1 } });
    expect((await mornings()).map(({ personId }) => personId)).toEqual([standIn.id]);
  });

  it("where the stand-in has left, the person is told after all", async () => {
    const away = await anOfficerWithSlack(world.db);
    const standIn = await anOfficerWithSlack(world.db);
    const days = { fromOn: "2026-03-09", toOn: "2026-03-10" };
    await aStandIn(world.db, { personId: away.id, standInId: standIn.id, ...days });
    await world.db.person.update({ where: { id: standIn.id }, data: { leftOn: "2026-03-09" } });
    await anInspection(world.db, away.id);

    await sweep();

    expect((await mornings()).map(({ personId }) => personId)).toContain(away.id);
  });

  it("who has left the bank hears nothing any more", async () => {
    const gone = await anOfficerWithSlack(world.db, { leftOn: "2026-03-09" });
    await anInspection(world.db, gone.id);

    expect((await sweep()).promised).toBe(0);
  });
});

describe("the wrong person asks for a sweep", () => {
  it("is refused, and nothing is promised", async () => {
    const reviewer = await aReviewer(world.db);
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);

    const outcome = await sweepMornings(await world.as(reviewer.id));

    expect(outcome).toMatchObject({ refused: "may.role" });
    expect(await mornings()).toHaveLength(0);
  });
});
