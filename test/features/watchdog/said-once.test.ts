/** Signals that do not climb: restricted ones, light ones, and those whose release is proposed. What was lost is told, once. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aPerson } from "../../builders/index.ts";
import type { TestDesk } from "../../setup/test-desk.ts";
import { deletionOf, withoutOutboxGuards } from "../../setup/without-guards.ts";
import { aWatchedBranch, called, LI, MA, type WatchedBranch, ZHAO } from "./a-watched-branch.ts";
import { comesIn, isPutRight, LIGHT, RESTRICTED, type Wishes } from "./signals-come-in.ts";

describe("a desk that lost what it said", () => {
  const HE = "U0000000HE";
  let desk: TestDesk;
  let ids: WatchedBranch["ids"] & { readonly he: string };

  beforeEach(async () => {
    let he = "";
    const branch = await aWatchedBranch("10:00", "Ningbo Harbour Foods", { [HE]: "He Yun" }, async (db, headId) => {
      ({ id: he } = await aPerson(db, { ...called(HE, "He Yun", headId), roles: [{ role: "compliance" }] }));
    });
    desk = branch.desk;
    ids = { ...branch.ids, he };
  });
  afterEach(() => desk.stop());

  const comes = (wishes: Wishes) => comesIn(desk.parts, ids.borrower, wishes);

  async function forget(kind: string, personId: string): Promise<void> {
    const row = await desk.db.outboxMessage.findFirstOrThrow({ where: { kind, personId } });
    await withoutOutboxGuards(desk.database, deletionOf(row.id));
  }

  async function looks(...times: readonly string[]): Promise<void> {
    for (const time of times) {
      desk.at(`${time}:00+08:00`);
      await desk.run("digests");
      await desk.run("watchdog");
      await desk.run("messages");
      await desk.run("messages");
    }
  }

  const untold = async () => {
    const rows = await desk.db.watchdogFinding.findMany({ where: { kind: "untold", subjectKind: "signal" } });
    return rows.map(({ personId, repair }) => [personId, repair]);
  };
  const toldTo = (personId: string) => desk.db.outboxMessage.count({ where: { kind: "watchdog.signals", personId } });
  const said = (userId: string) => {
    const { text = "", shown = "" } = desk.as(userId).lastMessage ?? {};
    return `${text}\n${shown}`;
  };

  it("a restricted one: compliance hears of it once, and the administrator neither who nor what", async () => {
    const id = await comes({ ...RESTRICTED, named: [ids.li] });
    await forget("signal.raised", ids.he);
    await looks("2026-03-03T10:20", "2026-03-03T10:25");
    expect(await untold()).toEqual([[ids.he, "told"]]);
    expect(said(HE)).toContain("A signal you should have been told about");
    const { number } = await desk.db.signal.findUniqueOrThrow({ where: { id } });
    expect(said(HE)).toContain(number);
    expect(said(MA)).toContain("a confidential message");
    for (const word of ["He Yun", number, "INT-05", "Harbour", "ompliance"]) expect(said(MA)).not.toContain(word);

    await looks("2026-03-03T10:30", "2026-03-03T10:35");
    expect([await toldTo(ids.he), await desk.db.watchdogFinding.count({ where: { goneAt: null } })]).toEqual([1, 0]);
    for (const who of [LI, ZHAO]) expect(desk.as(who).messagesFromBot()).toEqual([]);
  });

  it("a restricted one that nobody may know of: the post is named where it is vacant, at the top", async () => {
    await comes({ ...RESTRICTED, named: [ids.he] });
    await looks("2026-03-03T10:20", "2026-03-03T10:25");
    const found = await desk.db.watchdogFinding.findMany();
    expect(found.map(({ kind, repair }) => [kind, repair])).toEqual([["vacancy", "told"]]);
    expect(said(MA)).not.toContain("Harbour");
  });

  it("a light one: whoever keeps the account hears of it once, within working hours", async () => {
    await comes(LIGHT);
    await forget("signals.rungs", ids.li);
    await looks("2026-03-03T10:20", "2026-03-03T10:25");
    expect(await untold()).toEqual([[ids.li, "told"]]);
    expect(said(LI)).toContain("A signal you should have been told about");
    expect(said(MA)).toContain("as Account manager");
    await looks("2026-03-03T10:30", "2026-03-04T10:30");
    expect([await toldTo(ids.li), (await untold()).length]).toEqual([1, 1]);
  });

  it("a proposed release: who may agree hears of it once, however long ago it was", async () => {
    const id = await comes(LIGHT);
    await looks("2026-03-03T10:20");
    await isPutRight(desk.parts, id);
    await looks("2026-03-03T10:40");
    await forget("signal.releases", ids.zhao);
    await looks("2026-03-20T10:20", "2026-03-20T10:25");
    expect(await untold()).toEqual([[ids.zhao, "told"]]);
    const heard = desk.as(ZHAO).messagesFromBot();
    expect(heard.filter(({ text }) => text.includes("A signal you should have been told about"))).toHaveLength(1);
    await looks("2026-03-20T10:30", "2026-04-20T10:30");
    expect([await toldTo(ids.zhao), await toldTo(ids.li)]).toEqual([1, 0]);
  });

  it("a rung of weeks ago that is still awaited is told, and one that was answered long ago is not", async () => {
    const id = await comes({ code: "FIN-02", path: "full", level: "yellow" });
    desk.at("2026-03-05T10:20:00+08:00");
    await desk.run("escalations");
    await forget("signals.rungs", ids.zhao);
    await desk.db.signal.update({ where: { id }, data: { ladderAt: null } });
    await looks("2026-03-25T10:20", "2026-03-25T10:25");
    expect(await untold()).toContainEqual([ids.zhao, "told"]);
    const before = await toldTo(ids.zhao);
    const acknowledged = {
      acknowledgedAt: new Date("2026-03-25T03:00:00Z"),
      verifiedAt: new Date("2026-03-25T03:00:00Z"),
    };
    const planned = { planApprovedAt: new Date("2026-03-25T03:00:00Z"), acknowledgedById: ids.li };
    await desk.db.signal.update({ where: { id }, data: { ...acknowledged, ...planned } });
    await looks("2026-03-25T11:20", "2026-03-25T11:25");
    expect(await toldTo(ids.zhao)).toBe(before);
  });
});
