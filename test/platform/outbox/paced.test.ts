/** What is called beside posting keeps Slack's tiers, over two workers, on a clock that moves only here. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SLACK_LIMITS } from "../../../src/domain/send-pace.ts";
import { editStale } from "../../../src/platform/outbox/edit-stale.ts";
import { lookUpUncertain } from "../../../src/platform/outbox/look-up.ts";
import { dm, LI, type OutboxDesk, startOutboxDesk } from "./outbox-desk.ts";

const MANY = 80;
let desk: OutboxDesk;
beforeEach(async () => {
  desk = await startOutboxDesk(SLACK_LIMITS);
});
afterEach(async () => {
  await desk.stop();
});

/** Messages that Slack has, as the record knows them. */
async function saidBefore(state: "sent" | "uncertain"): Promise<void> {
  await desk.one.client.conversations.open({ users: LI });
  await desk.db.slackAccount.updateMany({ where: { personId: desk.people.li }, data: { channelId: dm(LI) } });
  const [at, machine] = [desk.parts.clocks.now().toJSDate(), desk.parts.clocks.machineNow()];
  for (let n = 0; n < MANY; n += 1) {
    const { ts = "" } = await desk.one.client.chat.postMessage({ channel: dm(LI), text: `old ${n}` });
    const where =
      state === "sent"
        ? { ts, channelId: dm(LI), staleAt: machine, sentAt: at, rendered: "old" }
        : { channelId: dm(LI), leaseUntil: machine };
    await desk.promises(`n${n}`, desk.people.li);
    await desk.db.outboxMessage.update({ where: { key: `n${n}` }, data: { state, ...where } });
  }
}

/** Both workers look every second, for so long; the seconds in which Slack was called. */
async function callsOver(seconds: number, method: string, look: (worker: typeof desk.one) => Promise<unknown>) {
  const moments: number[] = [];
  for (let second = 0; second < seconds; second += 1) {
    const before = desk.workspace.calls.filter((call) => call === method).length;
    await Promise.all([look(desk.one), look(desk.other)]);
    const now = desk.workspace.calls.filter((call) => call === method).length;
    moments.push(...Array.from({ length: now - before }, () => second));
    desk.passes(1_000);
  }
  return moments;
}

const mostInAMinute = (moments: readonly number[]) =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 60).length));

describe("two workers together", () => {
  it("edit no more than fifty messages in any minute, some at once, and all in the end", async () => {
    await saidBefore("sent");
    const moments = await callsOver(150, "chat.update", editStale);
    expect(moments.filter((second) => second === 0).length).toBeGreaterThan(10);
    expect([moments.length >= MANY, mostInAMinute(moments) <= 50]).toEqual([true, true]);
    expect(await desk.db.outboxMessage.count({ where: { staleAt: { not: null } } })).toBe(0);
    expect(new Set(desk.read(LI)).size).toBe(MANY);
  }, 60_000);

  it("look up no more than fifty in any minute, and lose none", async () => {
    await saidBefore("uncertain");
    const moments = await callsOver(150, "conversations.history", lookUpUncertain);
    expect([moments.length >= MANY, mostInAMinute(moments) <= 50]).toEqual([true, true]);
    expect(await desk.db.outboxMessage.count({ where: { state: "uncertain" } })).toBe(0);
  }, 60_000);

  it("edit what a person changed at once, while a sweep's edits wait for their turns", async () => {
    await saidBefore("sent");
    await desk.db.outboxMessage.updateMany({ data: { staleInBackground: true } });
    expect(await editStale(desk.one)).toMatchObject({ edited: 20, waitMs: 0 });
    expect(await editStale(desk.one)).toMatchObject({ edited: 10 });
    expect((await editStale(desk.one)).waitMs).toBeGreaterThan(0);
    await desk.db.outboxMessage.update({ where: { key: "n79" }, data: { staleInBackground: false } });
    expect(await editStale(desk.one)).toMatchObject({ edited: 1 });
    expect(desk.read(LI)).toContain("News of n79");
  }, 60_000);

  it("do not call a conversation that is too early to open a failure", async () => {
    const nextAt = new Date(desk.parts.clocks.machineNow().getTime() + 1_000);
    const taken = Array.from({ length: 50 }, (_, turn) => ({ bucket: `method:conversations.open:${turn}`, nextAt }));
    await desk.db.deliveryPace.createMany({ data: taken });
    await desk.promises("first", desk.people.li);
    expect(await desk.sends()).toMatchObject({ sent: 0, waiting: 1, dead: 0 });
    desk.passes(1_500);
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(desk.read(LI)).toEqual(["News of first"]);
  });
});
