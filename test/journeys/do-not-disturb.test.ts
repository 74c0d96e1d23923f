import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TestDesk } from "../setup/test-desk.ts";
import { CHEN, inspectionOf, LI, startBusyBranch, ZHAO } from "./busy-branch.ts";

const FOODS = "Ningbo Harbour Foods Co., Ltd.";
const SILK = "Suzhou Silk Works Co., Ltd.";

let desk: TestDesk;
beforeEach(async () => {
  ({ desk } = await startBusyBranch("2026-03-02T09:05:00+08:00", [
    { name: FOODS, dueOn: "2026-03-02" },
    { name: SILK, dueOn: "2026-02-25" },
  ]));
  // Slack tells quiet times by the machine's clock: here both clocks are one, and move together.
  vi.spyOn(desk.parts.clocks, "machineNow").mockImplementation(() => desk.parts.clocks.now().toJSDate());
  for (const id of [LI, CHEN]) {
    desk.as(id).wantsQuiet(new Date("2026-03-02T08:00:00+08:00"), new Date("2026-03-02T10:30:00+08:00"));
  }
});
afterEach(() => desk.stop());

/** What the desk said by itself; an answer to what they typed is not among it. */
const told = (id: string) =>
  desk
    .as(id)
    .messagesFromBot()
    .filter(({ ephemeralFor }) => ephemeralFor === undefined);

async function lives(time: string): Promise<void> {
  desk.at(`2026-03-02T${time}:00+08:00`);
  await desk.tick();
}

describe("An officer who does not want to be disturbed until half past ten", () => {
  it("finds the morning's list at half past ten, once, as things stand then; nobody else waits", async () => {
    await desk.tick();
    expect(told(LI)).toEqual([]);
    expect(told(ZHAO)).toHaveLength(1);

    await lives("10:25");
    expect(told(LI)).toEqual([]);
    await lives("10:30");
    expect(told(LI)).toHaveLength(1);
    expect(told(LI)[0]?.shown).toContain(FOODS);
    expect(told(LI)[0]?.shown).toContain(SILK);
    await lives("10:45");
    await lives("16:00");
    expect(told(LI)).toHaveLength(1);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("reads the list at once where they ask for it themselves", async () => {
    await desk.tick();
    await desk.as(LI).says("/postloan due");
    expect(desk.as(LI).lastMessage?.shown).toContain(FOODS);
  });

  it("is asked at once what has a clock of its own; what it came to is told with the list, which no longer holds it", async () => {
    await desk.tick();
    await desk.as(LI).says(`/postloan reassign ${(await inspectionOf(desk, FOODS)).number} Chen Jie`);
    await lives("09:20");
    expect(told(CHEN)[0]?.text).toBe("Li Wen asks you to take over 1 piece of work");
    await desk.as(CHEN).clicks("Accept");
    await lives("10:25");
    expect(told(LI)).toEqual([]);

    await lives("10:30");
    const shown = told(LI).map((message) => message.shown);
    expect(shown).toHaveLength(2);
    expect(shown.find((text) => text.includes("Good morning"))).toContain(SILK);
    expect(shown.find((text) => text.includes("Good morning"))).not.toContain(FOODS);
    expect(shown.some((text) => text.includes("has gone from Li Wen to Chen Jie"))).toBe(true);
  });

  it("waits four working hours at most, whatever Slack says", async () => {
    desk.as(LI).wantsQuiet(new Date("2026-03-02T08:00:00+08:00"), new Date("2026-03-02T23:00:00+08:00"));
    await desk.tick();
    await lives("13:00");
    expect(told(LI)).toEqual([]);
    await lives("15:30");
    expect(told(LI)).toHaveLength(1);
  });
});
