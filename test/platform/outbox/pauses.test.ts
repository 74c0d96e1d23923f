import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHEN, dm, LI, MA, type OutboxDesk, startOutboxDesk, WANG } from "./outbox-desk.ts";

const DAY = 86_400_000;
let desk: OutboxDesk;
beforeEach(async () => {
  desk = await startOutboxDesk();
});
afterEach(async () => {
  await desk.stop();
});

/** `times` answers of Slack that ask one conversation to wait. */
const limit = (userId: string, retryAfter: number, times = 1) =>
  desk.workspace.faults.add({ kind: "rate_limited", retryAfter, on: "chat.postMessage", channel: dm(userId), times });
const pauses = async () =>
  (await desk.db.deliveryPause.findMany({ orderBy: { bucket: "asc" } })).map(({ bucket, kind, why }) => ({
    bucket,
    kind,
    why,
  }));

describe("a conversation that Slack asks to leave alone", () => {
  it("is left alone by every process, however long, and nothing is dropped", async () => {
    limit(LI, 3 * 86_400);
    await desk.promises("a", desk.people.li);
    await desk.promises("b", desk.people.li);
    await desk.promises("c", desk.people.chen);
    expect(await desk.sends(desk.one)).toMatchObject({ sent: 1, waiting: 1 });
    const calls = desk.workspace.calls.length;
    expect(await desk.sends(desk.other)).toMatchObject({ sent: 0, waiting: 0 });
    desk.passes(2 * DAY);
    expect(await desk.sends(desk.other)).toMatchObject({ sent: 0, waiting: 0 });
    expect(desk.workspace.calls).toHaveLength(calls);
    desk.passes(DAY + 1);
    expect(await desk.sends(desk.other)).toMatchObject({ sent: 2 });
    expect(desk.read(LI)).toEqual(["News of a", "News of b"]);
    expect(await pauses()).toEqual([]);
  });

  it("is not left alone for the hour by which the machine's clock was set back", async () => {
    limit(LI, 10);
    await desk.promises("a", desk.people.li);
    await desk.sends();
    desk.passes(-3_600_000);
    expect(await desk.sends()).toMatchObject({ sent: 1 });
  });
});

describe("a workspace that Slack asks to leave alone", () => {
  beforeEach(async () => {
    for (const [key, person] of Object.entries(desk.people)) await desk.promises(key, person);
  });

  it("is known by three conversations refused at once; what was not refused waits too, and tries again", async () => {
    for (const one of [LI, CHEN, MA]) limit(one, 600);
    await desk.sends();
    expect(await pauses()).toContainEqual({ bucket: "all", kind: "limited", why: "several_conversations" });
    await desk.promises("later", desk.people.wang);
    const posts = desk.read(WANG).length;
    expect(await desk.sends(desk.other)).toMatchObject({ sent: 0 });
    desk.passes(61_000);
    expect(await desk.sends(desk.other)).toMatchObject({ sent: 1 });
    expect(desk.read(WANG)).toHaveLength(posts + 1);
    expect(desk.read(LI)).toEqual([]);
    desk.passes(540_000);
    expect(await desk.sends()).toMatchObject({ sent: 3 });
  });

  it("lets an urgent message try, and goes on for everybody when that one arrives", async () => {
    for (const one of [LI, CHEN, MA]) limit(one, 600);
    await desk.sends();
    await desk.promises("later", desk.people.wang);
    await desk.promises("red", desk.people.wang, { urgent: true });
    expect(await desk.sends()).toMatchObject({ sent: 2 });
    expect(desk.read(WANG).slice(-2)).toEqual(["News of red", "News of later"]);
    expect(await pauses()).not.toContainEqual(expect.objectContaining({ bucket: "all" }));
  });

  it("waits as long as Slack says of the app itself, an urgent message once a second alone", async () => {
    desk.workspace.faults.add({ kind: "refused", error: "rate_limited", on: "chat.postMessage", times: 4 });
    await desk.sends();
    expect(await pauses()).toEqual([{ bucket: "all", kind: "limited", why: "app_limited" }]);
    await desk.promises("red", desk.people.wang, { urgent: true });
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(await desk.sends()).toMatchObject({ sent: 0 });
    desk.passes(30_001);
    expect(await desk.sends()).toMatchObject({ sent: 4 });
  });
});

describe("a token that Slack does not accept", () => {
  const stopped = () =>
    desk.workspace.faults.add({ kind: "refused", error: "token_revoked", times: Number.POSITIVE_INFINITY });

  it("stops every process, also editing and looking up, and is asked about every thirty seconds", async () => {
    await desk.promises("a", desk.people.li);
    stopped();
    expect(await desk.sends(desk.one)).toMatchObject({ stopped: true });
    const calls = desk.workspace.calls.length;
    expect(await desk.sends(desk.other)).toMatchObject({ stopped: true });
    await desk.edits();
    await desk.looksUp();
    expect(desk.workspace.calls).toHaveLength(calls);
    desk.passes(30_001);
    await Promise.all([desk.sends(desk.one), desk.sends(desk.other)]);
    expect(desk.workspace.calls.slice(calls)).toEqual(["auth.test"]);
    expect(await pauses()).toEqual([{ bucket: "all", kind: "stopped", why: "token_revoked" }]);
  });

  it("is used again by itself once Slack accepts it, and the stop keeps the moment it began", async () => {
    await desk.promises("a", desk.people.li);
    stopped();
    await desk.sends();
    const began = (await desk.db.deliveryPause.findUniqueOrThrow({ where: { bucket: "all" } })).since;
    desk.passes(40_000);
    await desk.sends();
    expect((await desk.db.deliveryPause.findUniqueOrThrow({ where: { bucket: "all" } })).since).toEqual(began);
    desk.workspace.faults.clear();
    desk.passes(40_000);
    expect(await desk.sends()).toMatchObject({ sent: 1, stopped: false });
    expect(await pauses()).toEqual([]);
  });
});
