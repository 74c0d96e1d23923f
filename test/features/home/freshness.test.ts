/** A Home tab that somebody has open is kept fresh: a change is there within a round, many changes are one view, and no view comes twice. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { homePieces } from "../../../src/features/home/index.ts";
import { StorageBusy } from "../../../src/platform/storage/busy.ts";
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

  it("that could not be drawn says so, and is drawn again in the next round", async () => {
    const { home } = desk.ears.door;
    if (home === undefined) throw new Error("there is a Home tab");
    let broken = true;
    const run: typeof home.run = async (...given) => {
      if (broken) throw new Error("the database stayed locked");
      return home.run(...given);
    };
    Reflect.set(desk.ears.door, "home", { ...home, run });
    expect(await desk.opened(ME)).not.toContain("Start check");
    broken = false;
    await round();
    expect(desk.shown(ME)).toContain("Start check");
  });

  it("shows a digest's figures as they were added up before, where the database is kept busy", async () => {
    const ctx = await desk.contextOf(await desk.personId("unit_manager"));
    const locked = vi.spyOn(desk.database, "inTransaction").mockRejectedValue(new StorageBusy(2_000));
    const text = JSON.stringify(await homePieces(ctx));
    expect(locked).toHaveBeenCalled();
    expect(text).toContain("Harbour Branch");
  });
});
