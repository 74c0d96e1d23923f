import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { VACANT } from "../../../src/features/ladder/tell-vacancies.ts";
import { deskOf } from "../../../src/features/morning/desk.ts";
import { MORNING } from "../../../src/features/morning/ids.ts";
import { renderMorning } from "../../../src/features/morning/morning-message.ts";
import { type SweepCounts, sweepMornings } from "../../../src/features/morning/sweep.ts";
import { aPerson, aSlackAccount, aStandIn, aUnit } from "../../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, reads, theMessage, type World } from "./desk-world.ts";

/** 10 March 2026 is a Tuesday; at nine in Shanghai. */
let world: World;
let branch: Awaited<ReturnType<typeof aBranch>>;
beforeEach(async () => {
  world = await aWorld();
  branch = await aBranch();
});

async function aBranch() {
  const head = await aUnit(world.db, { name: "Head office", kind: "head_office" });
  const unit = await aUnit(world.db, { name: "Harbour", parentId: head.id });
  const people = {
    li: await anOfficerWithSlack(world.db, { name: "Li Wen", unitId: unit.id }),
    zhao: await aPerson(world.db, { name: "Zhao Lei", unitId: unit.id, roles: [{ role: "unit_manager" }] }),
    wang: await aPerson(world.db, { name: "Wang Ping", unitId: unit.id, roles: [{ role: "post_loan_officer" }] }),
    sun: await aPerson(world.db, { name: "Sun Jing", unitId: head.id, roles: [{ role: "risk_manager" }] }),
  };
  for (const { id } of [people.zhao, people.wang, people.sun]) await aSlackAccount(world.db, id);
  return { unit, head, ...people };
}

async function sweepOn(date: string): Promise<SweepCounts> {
  world.at(`${date}T01:00:00Z`);
  const counts = await sweepMornings(world.system());
  if (isRefusal(counts)) throw new Error(counts.refused);
  return counts;
}

/** Who was told on a morning, and of which item at which stage for the first time. */
async function newsOn(date: string): Promise<Record<string, string[]>> {
  const { mornings } = await sweepOn(date);
  const names = new Map([branch.li, branch.zhao, branch.wang, branch.sun].map(({ id, name }) => [id, name]));
  const news = mornings.map(({ personId, items }) => [
    names.get(personId) ?? "?",
    items.filter((item) => item.news).map((item) => `${item.stage} ${item.reminder}`),
  ]);
  return Object.fromEntries(news.filter(([, items]) => items?.length !== 0));
}

describe("an inspection due on Tuesday 10 March that nobody does", () => {
  it("is told 7, 2 and 0 days before, then climbs, then comes every week, each stage once", async () => {
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10" });
    const told: Record<string, Record<string, string[]>> = {};
    for (let day = 1; day <= 31; day += 1) {
      const date = `2026-03-${String(day).padStart(2, "0")}`;
      const news = await newsOn(date);
      if (Object.keys(news).length > 0) told[date] = news;
    }

    expect(told).toEqual({
      "2026-03-03": { "Li Wen": ["due_soon before_7"] },
      // The eighth is a Sunday: two days before is said on Monday.
      "2026-03-09": { "Li Wen": ["due_soon before_2"] },
      "2026-03-10": { "Li Wen": ["due_today before_0"] },
      "2026-03-11": { "Li Wen": ["late after_1"] },
      "2026-03-13": { "Zhao Lei": ["climbed after_3"], "Wang Ping": ["climbed after_3"] },
      "2026-03-19": { "Sun Jing": ["climbed after_7"] },
      "2026-03-23": {
        "Li Wen": ["late weekly_1"],
        "Zhao Lei": ["climbed weekly_1"],
        "Wang Ping": ["climbed weekly_1"],
        "Sun Jing": ["climbed weekly_1"],
      },
      "2026-03-30": {
        "Li Wen": ["late weekly_2"],
        "Zhao Lei": ["climbed weekly_2"],
        "Wang Ping": ["climbed weekly_2"],
        "Sun Jing": ["climbed weekly_2"],
      },
    });
  });

  it("is on its officer's list every working day until the last rung, then once a week", async () => {
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10" });
    for (let day = 1; day <= 31; day += 1) await sweepOn(`2026-03-${String(day).padStart(2, "0")}`);

    const days = await world.db.outboxMessage.findMany({
      where: { kind: MORNING, personId: branch.li.id },
      orderBy: { slotOn: "asc" },
    });

    expect(days.map(({ slotOn }) => slotOn?.slice(8))).toEqual([
      "03",
      "09",
      "10",
      "11",
      "12",
      "13",
      "16",
      "17",
      "18",
      "19",
      "23",
      "30",
    ]);
  });

  it("after a week without the desk is told once to each, at the highest rung, with the days it is late", async () => {
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10", borrowerName: "Blue Heron" });
    await sweepOn("2026-03-10");

    expect(await newsOn("2026-03-20")).toEqual({
      "Li Wen": ["late after_1"],
      "Zhao Lei": ["climbed after_3"],
      "Wang Ping": ["climbed after_3"],
      "Sun Jing": ["climbed after_7"],
    });
    expect((await sweepOn("2026-03-20")).promised).toBe(0);
    expect(await reads(world, renderMorning, await theMessage(world, branch.zhao.id, MORNING))).toEqual([
      "Your list for 20 Mar 2026: 1 late in your unit",
      "Good morning, Zhao Lei. This is your list for 20 Mar 2026.",
      "# Late, and climbed to you (1)",
      expect.stringMatching(
        /^Blue Heron · Routine inspection, on site · due Tue,? 10 Mar 2026, 8 working days late \| I-2026-\d+ · with Li Wen · climbed to you after 3 working days/,
      ),
      "[Snooze…]",
    ]);
  });

  it("stands as returned, not as late, in a manager's list once its report came back to be corrected later", async () => {
    const { id } = await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10", borrowerName: "Blue Heron" });
    await sweepOn("2026-03-13");
    await world.db.inspection.update({ where: { id }, data: { state: "returned", returnedDueOn: "2026-03-18" } });

    const edited = await theMessage(world, branch.zhao.id, MORNING, true);
    expect(await reads(world, renderMorning, edited)).toEqual([
      "Your list for 13 Mar 2026: all done",
      "Good morning, Zhao Lei. This is your list for 13 Mar 2026.",
      "# Late, and climbed to you (0)",
      "Blue Heron · Routine inspection, on site · reported, and returned to be corrected by 18 Mar 2026",
      "Everything on this list is done.",
    ]);
    expect((await deskOf(await world.as(branch.zhao.id), branch.zhao.id)) as object).toMatchObject({ items: [] });
    // The correction is late in its turn, and climbs by its own date.
    expect(await newsOn("2026-03-19")).toEqual({ "Li Wen": ["returned after_1"] });
    expect(await newsOn("2026-03-23")).toMatchObject({ "Zhao Lei": ["climbed after_3"] });
  });

  it("begins anew with another due date", async () => {
    const { id } = await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10" });
    await sweepOn("2026-03-13");
    await world.db.inspection.update({ where: { id }, data: { dueOn: "2026-03-17" } });

    expect(await newsOn("2026-03-16")).toEqual({ "Li Wen": ["due_soon before_2"] });
    expect(await newsOn("2026-03-20")).toMatchObject({ "Zhao Lei": ["climbed after_3"] });
  });

  it("that was told seven days before is counted, not listed, until two days before", async () => {
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-17", borrowerName: "Told Before" });
    await sweepOn("2026-03-10");
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-12", borrowerName: "Due Today" });
    await sweepOn("2026-03-12");

    const text = await reads(world, renderMorning, await theMessage(world, branch.li.id, MORNING));

    expect(text?.join("\n")).toContain("Due Today");
    expect(text?.join("\n")).not.toContain("Told Before");
    expect(text?.slice(-2)).toEqual(["Not shown here: 1 due soon.", "[Show all (2)] [Put off, could not visit…]"]);
  });

  it("told by a message that could not be delivered is told again", async () => {
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10" });
    await sweepOn("2026-03-13");
    await world.db.outboxMessage.updateMany({ where: { personId: branch.zhao.id }, data: { state: "dead" } });

    expect(await newsOn("2026-03-16")).toMatchObject({ "Zhao Lei": ["climbed after_3"] });
  });
});

describe("who a rung goes to is asked at that moment", () => {
  it("the manager of the unit above, where the unit has none; of oneself nobody is the manager", async () => {
    const above = await aPerson(world.db, { unitId: branch.head.id, roles: [{ role: "unit_manager" }] });
    await anInspection(world.db, branch.zhao.id, { dueOn: "2026-03-10", unitId: branch.unit.id });
    await world.db.person.update({ where: { id: branch.wang.id }, data: { leftOn: "2026-03-01" } });

    const { mornings } = await sweepOn("2026-03-13");

    const climbed = mornings.filter(({ items }) => items.some(({ stage }) => stage === "climbed"));
    expect(climbed.map(({ personId }) => personId).sort()).toEqual([above.id, branch.sun.id].sort());
  });

  it("the manager's stand-in, while the manager is away", async () => {
    const standIn = await aPerson(world.db, { unitId: branch.unit.id });
    const days = { fromOn: "2026-03-09", toOn: "2026-03-20" };
    await aStandIn(world.db, { personId: branch.zhao.id, standInId: standIn.id, ...days });
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10" });

    const { mornings } = await sweepOn("2026-03-13");

    expect(mornings.map(({ personId }) => personId)).toContain(standIn.id);
    expect(mornings.map(({ personId }) => personId)).not.toContain(branch.zhao.id);
  });

  it("work without an officer, or of one who has left, goes to the manager on the first day", async () => {
    await anInspection(world.db, null, { dueOn: "2026-03-10", unitId: branch.unit.id });
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10" });
    await world.db.person.update({ where: { id: branch.li.id }, data: { leftOn: "2026-03-10" } });

    expect(await newsOn("2026-03-11")).toEqual({ "Zhao Lei": ["climbed after_1", "climbed after_1"] });
  });

  it("a late correction climbs as a late inspection does", async () => {
    await anInspection(world.db, branch.li.id, { dueOn: "2026-02-01", state: "returned", returnedDueOn: "2026-03-10" });

    expect(await newsOn("2026-03-13")).toMatchObject({ "Zhao Lei": ["climbed after_3"] });
  });

  it("nothing climbs that was submitted", async () => {
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-02", state: "submitted" });

    expect((await sweepOn("2026-03-20")).promised).toBe(0);
  });
});

describe("a post that nobody holds", () => {
  it("is told once to the administrator, and the item goes to the next rung at once", async () => {
    await world.db.person.update({ where: { id: branch.zhao.id }, data: { leftOn: "2026-03-01" } });
    const admin = await aPerson(world.db, { unitId: branch.head.id, roles: [{ role: "administrator" }] });
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-10" });

    expect(await newsOn("2026-03-13")).toMatchObject({ "Sun Jing": ["climbed after_3"] });
    await sweepOn("2026-03-16");

    const messages = await world.db.outboxMessage.findMany({ where: { kind: VACANT }, include: { items: true } });
    expect(messages.map(({ personId, items }) => [personId, items.length])).toEqual([[admin.id, 1]]);
  });

  it("is not reported for a report that came back, however long ago its inspection was due", async () => {
    await world.db.person.update({ where: { id: branch.zhao.id }, data: { leftOn: "2026-03-01" } });
    await aPerson(world.db, { unitId: branch.head.id, roles: [{ role: "administrator" }] });
    await anInspection(world.db, branch.li.id, { dueOn: "2026-02-02", state: "returned", returnedDueOn: "2026-03-12" });

    await sweepOn("2026-03-13");
    expect(await world.db.outboxMessage.count({ where: { kind: VACANT } })).toBe(0);
    await sweepOn("2026-03-17");
    expect(await world.db.outboxMessage.count({ where: { kind: VACANT } })).toBe(1);
  });
});

describe("the desk of a manager", () => {
  it("shows what has climbed to them now, and nothing of another unit", async () => {
    const other = await anOfficerWithSlack(world.db);
    await anInspection(world.db, other.id, { dueOn: "2026-02-01", borrowerName: "Elsewhere" });
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-05", borrowerName: "Blue Heron" });
    await anInspection(world.db, branch.li.id, { dueOn: "2026-03-09", borrowerName: "Not Yet" });

    const desk = await deskOf(await world.as(branch.zhao.id), branch.zhao.id);

    expect(
      isRefusal(desk) ? [] : desk.items.map(({ borrowerName, stage, climbed }) => [borrowerName, stage, climbed]),
    ).toEqual([["Blue Heron", "climbed", { officer: "Li Wen", stage: "after_3" }]]);
  });

  it("fifteen lines at most; of a long list of one's own, what climbed still has five", async () => {
    for (let item = 0; item < 20; item += 1) {
      await anInspection(world.db, branch.zhao.id, { dueOn: "2026-03-10" });
      await anInspection(world.db, branch.li.id, { dueOn: "2026-03-03" });
    }
    await sweepOn("2026-03-10");

    const text = (await reads(world, renderMorning, await theMessage(world, branch.zhao.id, MORNING))) ?? [];

    expect(text.filter((one) => one.includes("with Li Wen"))).toHaveLength(5);
    // A manager does no checks: what lies on their desk is given on.
    const own = text.filter((one) => one.includes("[Reassign]") && !one.includes("with Li Wen"));
    expect(own).toHaveLength(10);
    expect(text.slice(-2)).toEqual([
      "Not shown here: 10 due today, 15 late in your unit.",
      "[Show all (40)] [Snooze…]",
    ]);
  });
});
