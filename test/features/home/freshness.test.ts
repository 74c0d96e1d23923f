/** A Home tab that somebody has open is kept fresh: a change is there within a round, many changes are one view, and no view comes twice. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type HomeDesk, startHomeDesk } from "./home-desk.ts";

let desk: HomeDesk;
beforeEach(async () => {
  desk = await startHomeDesk();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await desk.stop();
});

const ME = "account_manager";
const round = () => desk.run("homes");
const minutesLater = (minutes: number) => {
  const then = Date.now() + minutes * 60_000;
  vi.spyOn(desk.parts.clocks, "machineNow").mockImplementation(() => new Date(then));
};

/** Something that people do: recorded, as everything is. */
async function startsCheck(): Promise<void> {
  await desk.person(ME).clicks("Start check", { in: "home" });
  await desk.person(ME).closes({ all: true });
}

describe("an open Home tab", () => {
  it("shows a change in the round that follows it", async () => {
    expect(await desk.opened(ME)).not.toContain("Continue");
    await startsCheck();
    expect(desk.shown(ME)).not.toContain("Continue");
    await round();
    expect(desk.shown(ME)).toContain("Continue");
  });

  it("gets one view of many changes, and none where nothing looks different", async () => {
    await desk.opened(ME);
    await desk.opened("overseer");
    for (let n = 0; n < 25; n += 1) await desk.aCheck({ name: `New ${n}` });
    await startsCheck();
    const before = desk.published();
    await round();
    await round();
    expect(desk.published() - before).toBe(1);
    expect(desk.shown(ME)).toContain("New 3");
  });

  it("is not sent again when it is opened and nothing has changed", async () => {
    await desk.opened(ME);
    const before = desk.published();
    await desk.opened(ME);
    expect(desk.published()).toBe(before);
    await desk.aCheck({});
    await desk.opened(ME);
    expect(desk.published()).toBe(before + 1);
  });

  it("sees what leaves no trace in the audit within a minute", async () => {
    await desk.opened(ME);
    await desk.aCheck({ name: "Told By A File" });
    await round();
    expect(desk.shown(ME)).not.toContain("Told By A File");
    minutesLater(1);
    await round();
    expect(desk.shown(ME)).toContain("Told By A File");
  });

  it("is left alone an hour after it was opened", async () => {
    await desk.opened(ME);
    await startsCheck();
    minutesLater(61);
    await round();
    expect(desk.shown(ME)).not.toContain("Continue");
  });

  it("waits as long as Slack asks, and is fresh afterwards", async () => {
    await desk.opened(ME);
    await startsCheck();
    desk.workspace.faults.add({ kind: "rate_limited", retryAfter: 30, on: "views.publish", times: 1 });
    await round();
    await round();
    expect(desk.shown(ME)).not.toContain("Continue");
    minutesLater(1);
    await round();
    expect(desk.shown(ME)).toContain("Continue");
  });
});
