import { describe, expect, it } from "vitest";
import { isStorageBusy } from "../../../src/platform/storage/index.ts";
import type { Priority } from "../../../src/platform/storage/scope.ts";
import { WriteQueue } from "../../../src/platform/storage/write-queue.ts";

/** Everybody arrives while the first one writes; answers in which order they got their turn. */
async function turns(arrivals: readonly [string, Priority][]): Promise<string[]> {
  const queue = new WriteQueue(5_000);
  const order: string[] = [];
  const leave = await queue.enter("interactive");
  const all = arrivals.map(async ([who, priority]) => {
    const leaveAgain = await queue.enter(priority);
    order.push(who);
    leaveAgain();
  });
  leave();
  await Promise.all(all);
  return order;
}

describe("the queue of writers", () => {
  it("lets people go before an import, each in the order they came", async () => {
    const order = await turns([
      ["import 1", "background"],
      ["click 1", "interactive"],
      ["import 2", "background"],
      ["click 2", "interactive"],
    ]);

    expect(order).toEqual(["click 1", "click 2", "import 1", "import 2"]);
  });

  it("lets what Slack waits for go before people", async () => {
    const order = await turns([
      ["import", "background"],
      ["click", "interactive"],
      ["delivery", "delivery"],
    ]);

    expect(order).toEqual(["delivery", "click", "import"]);
  });

  it("gives up on a writer that never leaves, and goes on with the others when it does", async () => {
    const queue = new WriteQueue(20);
    const leave = await queue.enter("interactive");

    const tired = await queue.enter("interactive").catch((error: unknown) => error);
    leave();
    leave();

    expect(isStorageBusy(tired)).toBe(true);
    expect(typeof (await queue.enter("background"))).toBe("function");
    await expect(queue.enter("interactive")).rejects.toThrow("nothing was stored");
  });
});
