import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aSlackAccount, aStandIn } from "../../builders/index.ts";
import { CHEN, LI, MA, type OutboxDesk, startOutboxDesk, WANG } from "./outbox-desk.ts";

const MINUTE = 60_000;
let desk: OutboxDesk;
beforeEach(async () => {
  desk = await startOutboxDesk();
});
afterEach(async () => {
  await desk.stop();
});
const posts = () => desk.workspace.accepted.filter(({ method }) => method === "chat.postMessage").length;
const gone = (error: string, times = 1) =>
  desk.workspace.faults.add({ kind: "refused", error, on: "conversations.open", channel: LI, times });

describe("a message whose arrival nobody can look up", () => {
  beforeEach(() => {
    desk.workspace.faults.add({ kind: "drop_after_accept", on: "chat.postMessage" });
    desk.workspace.faults.add({ kind: "refused", error: "missing_scope", on: "conversations.history" });
  });

  it("is said again where it only reminds", async () => {
    await desk.promises("a", desk.people.li, { kind: "news" });
    await desk.sends();
    desk.passes(MINUTE);
    expect(await desk.looksUp()).toMatchObject({ resent: 1 });
    await desk.sends();
    expect(desk.read(LI)).toEqual(["News of a", "News of a"]);
  });

  it("is never said again where it tells of a decision; the administrator reads that it may have arrived", async () => {
    await desk.promises("a", desk.people.li, { kind: "decision" });
    await desk.sends();
    desk.passes(MINUTE);
    expect(await desk.looksUp()).toMatchObject({ dead: 1, resent: 0 });
    desk.passes(MINUTE);
    await desk.sends();
    expect(desk.read(LI)).toEqual(["News of a"]);
    expect(await desk.row("a")).toMatchObject({ state: "dead", failure: "may_have_arrived" });
    expect(desk.read(MA)[0]).toContain("it may have arrived");
    expect(desk.read(WANG)).toEqual([]);
  });
});

describe("a message that cannot reach its person", () => {
  it("goes to their other Slack account, once, and nobody else is troubled", async () => {
    await aSlackAccount(desk.db, desk.people.li, {
      userId: CHEN,
      teamId: "T0OTHER",
      channelId: null,
      matchedAt: new Date("2000-01-01"),
    });
    gone("user_disabled");
    await desk.promises("a", desk.people.li);
    await desk.sends();
    expect(desk.read(CHEN)).toEqual(["News of a"]);
    expect([desk.read(MA), desk.read(WANG)]).toEqual([[], []]);
    expect(posts()).toBe(1);
    const ended = await desk.db.slackAccount.findFirstOrThrow({ where: { userId: LI } });
    expect(ended.endedAt).not.toBeNull();
    expect(await desk.db.auditEvent.findFirst({ where: { verb: "delivery.account_ended" } })).not.toBeNull();
  });

  it("is read by whoever stands in for them today, with a note whose it was", async () => {
    const { li: personId, chen: standInId } = desk.people;
    await aStandIn(desk.db, { personId, standInId, fromOn: "2026-03-01", toOn: "2026-03-05" });
    gone("user_not_found");
    await desk.promises("a", personId);
    await desk.sends();
    const [read] = desk.read(CHEN);
    expect(read).toContain("This was for Li Wen.");
    expect(read).toContain("Slack does not know this person any more.");
    expect(read).toContain("News of a");
    expect(desk.read(WANG)).toEqual([]);
    expect(desk.read(MA)[0]).toContain("Told instead: Chen Jie.");
  });

  it("is read by their manager where nobody stands in, and the administrator is told once", async () => {
    await desk.db.person.update({ where: { id: desk.people.li }, data: { leftOn: "2026-02-27" } });
    await desk.promises("a", desk.people.li);
    await desk.sends();
    await desk.sends();
    expect(desk.read(WANG)).toHaveLength(1);
    expect(desk.read(WANG)[0]).toContain("News of a");
    expect(desk.read(MA)).toHaveLength(1);
    expect(desk.read(MA)[0]).toContain("Told instead: Wang Ping.");
  });

  it("is posted again in a conversation opened anew, where Slack lost the old one", async () => {
    await desk.promises("first", desk.people.li);
    await desk.sends();
    desk.workspace.faults.add({ kind: "refused", error: "channel_not_found", on: "chat.postMessage" });
    await desk.promises("a", desk.people.li);
    await desk.sends();
    expect(desk.read(LI)).toEqual(["News of first", "News of a"]);
    expect(desk.read(MA)).toEqual([]);
    expect(desk.workspace.calls.filter((call) => call === "conversations.open")).toHaveLength(2);
  });
});

describe("what fails before anything was posted", () => {
  it("is tried again soon, without a look-up", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "http_error", status: 502, accepted: false, on: "conversations.open" });
    expect(await desk.sends()).toMatchObject({ waiting: 1, uncertain: 0 });
    desk.passes(5_001);
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(desk.workspace.calls).not.toContain("conversations.history");
  });
});
