import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDelivery } from "../../../src/platform/outbox/delivery.ts";
import { anOfficer, aSlackAccount } from "../../builders/index.ts";
import { CHEN, LI, type OutboxDesk, startOutboxDesk } from "./outbox-desk.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let desk: OutboxDesk;
beforeEach(async () => {
  desk = await startOutboxDesk();
});
afterEach(async () => {
  await desk.stop();
});
const posts = () => desk.workspace.accepted.filter(({ method }) => method === "chat.postMessage").length;
const asked = () => desk.workspace.calls.filter((method) => method === "dnd.teamInfo").length;

/** It is 09:30 in Shanghai, a Monday. Li wants quiet from now on, for so long. */
function quietFor(ms: number, userId = LI): void {
  const now = desk.parts.clocks.machineNow().getTime();
  desk.workspace.as(userId).wantsQuiet(new Date(now - MINUTE), new Date(now + ms));
}

/** The desk is killed and started again: what it knew in memory is gone. */
const restarted = () => createDelivery({ ...desk.one, worker: "after the restart" });

/** Looks every five minutes, as the tick would every second. */
async function livesOn(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5 * MINUTE) {
    desk.passes(5 * MINUTE);
    await desk.sends();
  }
}

describe("a message for somebody who does not want to be disturbed", () => {
  it("waits for the end, and arrives once", async () => {
    quietFor(50 * MINUTE);
    await desk.promises("morning", desk.people.li);
    expect(await desk.sends()).toMatchObject({ sent: 0, waiting: 1 });
    await livesOn(45 * MINUTE);
    expect(desk.read(LI)).toEqual([]);
    await livesOn(10 * MINUTE);
    expect([desk.read(LI), posts()]).toEqual([["News of morning"], 1]);
  });

  it("survives a desk that is killed meanwhile, and one that was down when the quiet ended", async () => {
    quietFor(50 * MINUTE);
    await desk.promises("morning", desk.people.li);
    await desk.sends();
    await desk.sends(restarted());
    expect(desk.read(LI)).toEqual([]);
    desk.passes(3 * HOUR);
    await desk.sends(restarted());
    await desk.sends(restarted());
    expect([desk.read(LI), posts()]).toEqual([["News of morning"], 1]);
  });

  it("goes at once to everybody else", async () => {
    quietFor(HOUR);
    await desk.promises("li", desk.people.li);
    await desk.promises("chen", desk.people.chen);
    await desk.sends();
    expect([desk.read(LI), desk.read(CHEN)]).toEqual([[], ["News of chen"]]);
  });

  it("goes at once where it is urgent", async () => {
    quietFor(HOUR);
    await desk.promises("red", desk.people.li, { urgent: true });
    await desk.promises("news", desk.people.li);
    await desk.sends();
    expect(desk.read(LI)).toEqual(["News of red"]);
  });

  it("waits four working hours at most, whatever the person wants", async () => {
    quietFor(20 * HOUR);
    await desk.promises("morning", desk.people.li);
    await livesOn(4 * HOUR - 10 * MINUTE);
    expect(desk.read(LI)).toEqual([]);
    await livesOn(15 * MINUTE);
    expect(desk.read(LI)).toEqual(["News of morning"]);
  });

  it("does not wait past the end of the day's work", async () => {
    desk.passes(6 * HOUR);
    quietFor(20 * HOUR);
    await desk.promises("afternoon", desk.people.li);
    await livesOn(HOUR + 50 * MINUTE);
    expect(desk.read(LI)).toEqual([]);
    await livesOn(15 * MINUTE);
    expect(desk.read(LI)).toEqual(["News of afternoon"]);
  });

  it("waits through the night for the end of the quiet", async () => {
    desk.passes(12 * HOUR);
    quietFor(10.5 * HOUR);
    await desk.promises("evening", desk.people.li);
    await livesOn(10 * HOUR);
    expect(desk.read(LI)).toEqual([]);
    await livesOn(35 * MINUTE);
    expect(desk.read(LI)).toEqual(["News of evening"]);
  });

  it("goes soon when the person ends the quiet early", async () => {
    quietFor(3 * HOUR);
    await desk.promises("morning", desk.people.li);
    await desk.sends();
    quietFor(-1);
    await livesOn(15 * MINUTE);
    expect(desk.read(LI)).toEqual(["News of morning"]);
  });

  it("does not count as stuck", async () => {
    const { loadState } = await import("../../../src/features/delivery/state.ts");
    quietFor(50 * MINUTE);
    await desk.promises("morning", desk.people.li);
    await livesOn(30 * MINUTE);
    const ctx = await desk.one.contextOf(desk.people.ma);
    expect(ctx && (await loadState(ctx))).toMatchObject({
      health: "green",
      quiet: 1,
      queued: 0,
      oldestSeconds: undefined,
    });
  });
});

describe("asking Slack who wants quiet", () => {
  it("is one question for many readers, believed for five minutes", async () => {
    const { unitId } = await desk.db.person.findUniqueOrThrow({ where: { id: desk.people.li } });
    for (let n = 0; n < 45; n += 1) {
      const { id } = await anOfficer(desk.db, { unitId });
      await aSlackAccount(desk.db, id, { userId: `U0OTHER${n}` });
      await desk.promises(`n${n}`, id, { kind: "nobody draws this" });
    }
    await desk.sends();
    expect(asked()).toBe(1);
    for (const [minutes, times] of [
      [0, 2],
      [4, 2],
      [2, 3],
    ] as const) {
      desk.passes(minutes * MINUTE);
      await desk.promises(`li ${minutes}`, desk.people.li);
      await desk.sends();
      expect(asked()).toBe(times);
    }
  });

  it.each([
    ["Slack refuses", { kind: "refused", error: "missing_scope" }],
    ["Slack asks to wait", { kind: "rate_limited", retryAfter: 600 }],
    ["no answer comes", { kind: "drop_before_accept" }],
    ["Slack is ill", { kind: "http_error", status: 503, accepted: false }],
  ] as const)("holds up nobody when %s", async (_what, fault) => {
    quietFor(HOUR);
    desk.workspace.faults.add({ ...fault, on: "dnd.teamInfo" });
    await desk.promises("morning", desk.people.li);
    expect(await desk.sends()).toMatchObject({ sent: 1 });
  });
});
