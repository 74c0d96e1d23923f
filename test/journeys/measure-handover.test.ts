import { afterEach, describe, expect, it } from "vitest";
import { anOfficer } from "../builders/index.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type BusyBranch, CHEN, inspectionOf, LI, startBusyBranch, ZHAO } from "./busy-branch.ts";

const FOODS = "Ningbo Harbour Foods Co., Ltd.";
const GOAL = "Get the buyer's signed balance confirmation.";

let desk: TestDesk;
let branch: BusyBranch;
afterEach(() => desk.stop());

/** Li answers for a measure at Foods, due on 5 March; it is Monday the second. */
async function begin(): Promise<void> {
  ({ desk, branch } = await startBusyBranch("2026-03-02T09:05:00+08:00", [{ name: FOODS, dueOn: "2026-03-20" }]));
  const { id: inspectionId, borrowerId, unitId } = await inspectionOf(desk, FOODS);
  await desk.db.case.create({
    data: {
      id: "m1",
      kind: "measure",
      borrowerId,
      unitId,
      inspectionId,
      reportId: "r",
      place: 1,
      cause: "Receivables over 90 days are 8%.",
      goal: GOAL,
      proof: "The confirmation, signed",
      ownerId: branch.li,
      dueOn: "2026-03-05",
      state: "open",
      openedById: branch.li,
      openedAt: new Date("2026-02-27T01:00:00Z"),
    },
  });
  await desk.tick();
}

const measure = () => desk.db.case.findUniqueOrThrow({ where: { id: "m1" } });
const verbs = async () =>
  (await desk.db.auditEvent.findMany({ where: { subjectKind: "measure" }, orderBy: { seq: "asc" } })).map(
    ({ verb }) => verb,
  );

async function liOffersIt(): Promise<void> {
  const li = desk.as(LI);
  await li.clicks("Look");
  await li.clicks("Hand over");
  await li.chooses("To whom?", "Chen Jie");
  await li.fills("Why?", "I am at the court all week.");
  await li.submits();
  expect(li.modal?.text).toContain("Chen Jie is asked to take over");
  await li.closes({ all: true });
  await desk.tick();
}

describe("a measure that its first responsible person hands over", () => {
  it("is the colleague's once they accept, who reads no customer before, and every list shows it", async () => {
    await begin();
    const [li, chen] = [desk.as(LI), desk.as(CHEN)];
    await liOffersIt();
    expect(await measure()).toMatchObject({ ownerId: branch.li, offeredToId: branch.chen });
    const offer = chen.lastMessage;
    expect(offer?.shown).toContain("Li Wen asks you to take over a measure");
    expect(offer?.shown).toContain(GOAL);
    expect(offer?.shown).toContain("I am at the court all week.");
    expect(offer?.shown).not.toContain(FOODS);

    await chen.clicks("Accept");
    expect(chen.modal?.text).toContain("is yours now");
    await chen.closes({ all: true });
    await desk.tick();
    expect(await measure()).toMatchObject({ ownerId: branch.chen, offeredToId: null, offerUntil: null, state: "open" });
    expect(li.lastMessage?.shown).toContain("Chen Jie takes over the measure");
    expect(li.messagesFromBot()[0]?.shown).toContain("now with a colleague");
    expect(chen.messagesFromBot().find(({ ts }) => ts === offer?.ts)?.shown).toContain(FOODS);

    desk.at("2026-03-03T09:05:00+08:00");
    await desk.tick();
    expect(chen.lastMessage?.shown).toContain("Measures due (1)");
    expect(await verbs()).toEqual(["measure.offered", "measure.accepted"]);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("stays where it is when the colleague declines, and when it is taken back", async () => {
    await begin();
    const [li, chen] = [desk.as(LI), desk.as(CHEN)];
    await liOffersIt();
    await chen.clicks("Decline");
    await desk.tick();
    expect(await measure()).toMatchObject({ ownerId: branch.li, offeredToId: null });
    expect(li.lastMessage?.shown).toContain("Chen Jie does not take over the measure");

    await liOffersIt();
    await li.clicks("Look");
    expect(li.modal?.text).toContain("Offered to Chen Jie");
    await li.clicks("Take back");
    await desk.tick();
    expect(await measure()).toMatchObject({ ownerId: branch.li, offeredToId: null });
    expect(chen.lastMessage?.shown).toContain("not offered to you any more");
    expect(chen.lastMessage?.buttons).not.toContain("Accept");
  });

  it("is the manager's to decide after a working day without an answer", async () => {
    await begin();
    const [li, chen, zhao] = [desk.as(LI), desk.as(CHEN), desk.as(ZHAO)];
    await liOffersIt();
    desk.at("2026-03-03T09:00:00+08:00");
    await desk.tick();
    expect(zhao.sees("has not answered whether they take over a measure")).toBe(false);
    desk.at("2026-03-03T09:06:00+08:00");
    await desk.tick();
    await desk.tick();
    expect(zhao.messagesFromBot().filter(({ shown }) => shown.includes("has not answered whether"))).toHaveLength(1);

    await zhao.clicks("Give it to Chen Jie");
    expect(zhao.modal?.text).toContain("Decided");
    await desk.tick();
    expect(await measure()).toMatchObject({ ownerId: branch.chen, offeredToId: null });
    expect(chen.sees("Zhao Lei gave you a measure")).toBe(true);
    expect(li.sees("Zhao Lei gave the measure")).toBe(true);
    expect(await verbs()).toEqual(["measure.offered", "measure.escalated", "measure.given"]);
  });

  it("is reported by whoever has it: a result ends the offer", async () => {
    await begin();
    await liOffersIt();
    const [li, chen] = [desk.as(LI), desk.as(CHEN)];
    await li.clicks("Look");
    await li.clicks("Report the result");
    await li.fills("What came of it", "The buyer confirmed 640,000 yuan and paid 400,000 of it.");
    await li.attaches("Evidence", { name: "c.pdf", bytes: new TextEncoder().encode("signed") });
    await li.submits();
    await desk.tick();
    expect(await measure()).toMatchObject({ state: "reported", offeredToId: null });
    await chen.clicks("Accept").catch(() => undefined);
    expect(await measure()).toMatchObject({ state: "reported", ownerId: branch.li });
  });
});

describe("a measure that the manager gives away", () => {
  it("is theirs at once, and both are told", async () => {
    await begin();
    const [li, chen, zhao] = [desk.as(LI), desk.as(CHEN), desk.as(ZHAO)];
    await zhao.says(`/postloan customer Harbour`);
    await zhao.clicks("Look");
    await zhao.clicks("Hand over");
    await zhao.chooses("To whom?", "Chen Jie");
    await zhao.submits();
    expect(zhao.modal?.text).toContain("is with Chen Jie now");
    await desk.tick();
    expect(await measure()).toMatchObject({ ownerId: branch.chen });
    expect(chen.sees("Zhao Lei gave you a measure")).toBe(true);
    expect(li.sees("Zhao Lei gave the measure")).toBe(true);
  });

  it("goes only to somebody who may answer for it here", async () => {
    await begin();
    const gone = await anOfficer(desk.db, { name: "Gao Lan", email: "gao.lan@bank.example", unitId: branch.unitId });
    const zhao = desk.as(ZHAO);
    await zhao.says(`/postloan customer Harbour`);
    await zhao.clicks("Look");
    await zhao.clicks("Hand over");
    await zhao.chooses("To whom?", "Gao Lan");
    await desk.db.person.update({ where: { id: gone.id }, data: { leftOn: "2026-02-27" } });
    await zhao.submits();
    expect(zhao.errors["To whom?"]).toContain("they have left");
    expect(await measure()).toMatchObject({ ownerId: branch.li });
  });
});

describe("the measures of somebody who has left", () => {
  it("are the unit manager's at once, who gives them on", async () => {
    await begin();
    const [chen, zhao] = [desk.as(CHEN), desk.as(ZHAO)];
    await desk.db.person.update({ where: { id: branch.li }, data: { leftOn: "2026-03-01" } });
    await desk.tick();
    await desk.tick();
    expect(await measure()).toMatchObject({ ownerId: branch.zhao, state: "open" });
    const told = zhao.messagesFromBot().filter(({ shown }) => shown.includes("one measure is yours now"));
    expect(told).toHaveLength(1);
    expect(told[0]?.shown).toContain(GOAL);
    expect(await verbs()).toEqual(["measure.fallen"]);

    await zhao.opensHome();
    await zhao.clicks("Look");
    await zhao.clicks("Hand over");
    await zhao.chooses("To whom?", "Chen Jie");
    await zhao.submits();
    await desk.tick();
    expect(await measure()).toMatchObject({ ownerId: branch.chen });
    expect(chen.sees("Zhao Lei gave you a measure")).toBe(true);
  });
});
