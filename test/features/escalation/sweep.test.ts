import { beforeEach, describe, expect, it } from "vitest";
import { aBorrower, aPerson, aStandIn } from "../../builders/index.ts";
import { aSignal } from "../../builders/signals.ts";
import { aLadderDesk, type LadderDesk } from "./ladder-desk.ts";

/** A Tuesday, 10:00 in Shanghai. */
const TUESDAY = "2026-03-10T02:00:00Z";
let desk: LadderDesk;
beforeEach(async () => {
  desk = await aLadderDesk(TUESDAY);
});

const names = async () => {
  const people = new Map((await desk.db.person.findMany()).map(({ id, name }) => [id, name]));
  return (await desk.promised()).map(({ personId, notBefore }) => [
    notBefore.toISOString().slice(5, 16),
    people.get(personId),
  ]);
};
const orange = (differences = {}) =>
  aSignal(desk.db, { policyVersionId: desk.policyVersionId, borrowerId: desk.borrowerId, ...differences });

describe("an orange signal that nobody answers", () => {
  it("is told to its keeper and the unit's manager in one bundle each, and to nobody twice", async () => {
    await orange();
    expect(await desk.sweeps()).toEqual({ signals: 1, told: 2, vacant: 0 });
    expect(await desk.sweeps()).toMatchObject({ told: 0 });
    expect((await names()).sort()).toEqual([
      ["03-10T02:15", "Li Wen"],
      ["03-10T02:15", "Zhao Lei"],
    ]);
  });

  it("of three at once each person hears in one message", async () => {
    for (let n = 0; n < 3; n += 1) {
      const { id } = await aBorrower(desk.db, { unitId: desk.branch.id, ownerId: desk.keeper.id });
      await orange({ borrowerId: id });
    }
    await desk.sweeps();
    const promised = await desk.promised();
    expect(promised).toHaveLength(2);
    expect(promised.every(({ about }) => about.length === 3)).toBe(true);
  });

  it("climbs a working day later to the risk manager, and after three to the president", async () => {
    await orange();
    await desk.sweeps();
    desk.at("2026-03-11T02:00:00Z");
    await desk.sweeps();
    expect((await names()).map(([, name]) => name)).toContain("Qian Bo");
    desk.at("2026-03-13T01:59:00Z");
    await desk.sweeps();
    expect((await names()).map(([, name]) => name)).not.toContain("Zhou Ke");
    desk.at("2026-03-13T02:00:00Z");
    await desk.sweeps();
    expect((await names()).map(([, name]) => name)).toContain("Zhou Ke");
  });

  it("where the desk stood still for days, each hears once of the last that is owed, not of every repeat", async () => {
    await orange();
    desk.at("2026-03-17T02:00:00Z");
    expect(await desk.sweeps()).toMatchObject({ told: 4 });
    expect(await desk.promised()).toHaveLength(4);
    expect(await desk.sweeps()).toMatchObject({ told: 0 });
  });

  it("acknowledged, it stops; unverified in three working days it is told anew", async () => {
    const { id } = await orange({ acknowledgedAt: new Date("2026-03-10T02:30:00Z"), state: "acknowledged" });
    await desk.sweeps();
    desk.at("2026-03-13T01:59:00Z");
    await desk.sweeps();
    expect(await desk.promised()).toHaveLength(2);
    const { ladderAt } = await desk.db.signal.findUniqueOrThrow({ where: { id } });
    expect(ladderAt?.toISOString()).toBe("2026-03-13T02:00:00.000Z");
    desk.at("2026-03-13T02:00:00Z");
    await desk.sweeps();
    expect(await desk.db.escalation.findMany({ where: { awaits: "verify" } })).toMatchObject([
      { personId: desk.manager.id, role: "unit_manager", rung: 0 },
    ]);
  });
});

describe("a red signal", () => {
  it("from facts reaches the president at once, a message of its own that does not wait", async () => {
    await orange({ level: "red" });
    await desk.sweeps();
    const promised = await desk.promised();
    expect(promised.map(({ kind }) => kind)).toEqual(Array(4).fill("signals.rung"));
    expect(promised.every(({ notBefore }) => notBefore.toISOString().startsWith("2026-03-10T02:00"))).toBe(true);
    const urgent = await desk.db.outboxMessage.findMany({ where: { urgent: true } });
    expect(urgent).toHaveLength(4);
  });

  it("of a person's word the president hears after four waking hours without an acknowledgement", async () => {
    await orange({ level: "red", raisedById: desk.keeper.id });
    await desk.sweeps();
    expect((await names()).map(([, name]) => name)).not.toContain("Zhou Ke");
    desk.at("2026-03-10T06:00:00Z");
    await desk.sweeps();
    expect((await names()).map(([, name]) => name)).toContain("Zhou Ke");
  });

  it("goes to whoever is on duty for a role that day, on a holiday too", async () => {
    const duty = await aPerson(desk.db, { name: "Duty Manager", unitId: desk.branch.id });
    const turn = { unitId: desk.branch.id, role: "unit_manager", fromOn: "2026-03-14", toOn: "2026-03-15" };
    await desk.db.dutyTurn.create({
      data: { ...turn, personId: duty.id, enteredById: desk.manager.id, enteredAt: new Date(TUESDAY) },
    });
    const saturday = "2026-03-14T11:00:00Z";
    desk.at(saturday);
    await orange({ level: "red", raisedAt: new Date(saturday) });
    await desk.sweeps();
    const told = (await names()).map(([, name]) => name);
    expect(told).toContain("Duty Manager");
    expect(told).not.toContain("Zhao Lei");
  });
});

describe("who is told", () => {
  it("is the stand-in of whoever is away, and the next above where a post is vacant, which is reported", async () => {
    const standIn = await aPerson(desk.db, {
      name: "Stand In",
      unitId: desk.branch.id,
      roles: [{ role: "account_manager" }],
    });
    const away = { personId: desk.keeper.id, standInId: standIn.id, fromOn: "2026-03-09", toOn: "2026-03-20" };
    await aStandIn(desk.db, away);
    await desk.db.person.update({ where: { id: desk.manager.id }, data: { leftOn: "2026-03-01" } });
    await orange();
    expect(await desk.sweeps()).toEqual({ signals: 1, told: 2, vacant: 1 });
    expect((await names()).map(([, name]) => name).sort()).toEqual(["Qian Bo", "Stand In"]);
  });

  it("is never somebody whom the signal is about, nor anybody where it is restricted", async () => {
    const { id } = await orange({ level: "red" });
    await desk.db.signalNamed.create({ data: { signalId: id, personId: desk.manager.id } });
    const { id: other } = await aBorrower(desk.db, { unitId: desk.branch.id, ownerId: desk.keeper.id });
    await orange({ level: "red", borrowerId: other, isRestricted: true });
    await desk.sweeps();
    expect((await names()).map(([, name]) => name).sort()).toEqual(["Li Wen", "Qian Bo", "Zhou Ke"]);
  });
});
