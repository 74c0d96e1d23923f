import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { newId } from "../../../src/platform/ids.ts";
import { BatchSize, openDatabase } from "../../../src/platform/storage/index.ts";

function aFile(): string {
  const path = join(inject("sqliteFolder"), `${newId()}.db`);
  copyFileSync(inject("sqliteTemplate"), path);
  return path;
}

/** Holds the writer for so long. */
const heldFor = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

describe("a program beside the bot", () => {
  it("leaves the file free after each long write of its background work, and a click of the bot is stored between", async () => {
    const url = `file:${aFile()}`;
    const bot = await openDatabase({ url });
    const beside = await openDatabase({ url, givesWay: () => true });
    await bot.db.setting.findFirst();
    const order: string[] = [];

    const importing = beside.inBackground(async () => {
      for (let batch = 1; batch <= 6; batch += 1) {
        await beside.inTransaction(async (tx) => {
          await tx.setting.create({ data: { key: `batch ${batch}`, value: "1" } });
          await heldFor(60);
        });
        order.push(`batch ${batch}`);
      }
    });
    await heldFor(20);
    await bot.db.setting.create({ data: { key: "click", value: "1" } });
    order.push("click");
    await importing;

    expect(order.indexOf("click")).toBeLessThan(order.indexOf("batch 6"));
    await bot.close();
    await beside.close();
  });

  it("pauses only where a bot runs, and never in what a person waits for", async () => {
    const asked: string[] = [];
    const { db, inBackground, close } = await openDatabase({
      url: `file:${aFile()}`,
      givesWay: () => {
        asked.push("is a bot there?");
        return false;
      },
    });

    await db.setting.create({ data: { key: "typed", value: "1" } });
    expect(asked).toEqual([]);
    await inBackground(() => db.setting.create({ data: { key: "imported", value: "1" } }));
    expect(asked).toHaveLength(1);
    await close();
  });
});

describe("how long a background write holds the file", () => {
  it("is known of the longest, in a transaction or alone; what a person waits for does not count", async () => {
    const { db, inBackground, inTransaction, longestBackgroundWrite, close } = await openDatabase({
      url: `file:${aFile()}`,
    });
    const hold = (key: string) =>
      inTransaction(async (tx) => {
        await tx.setting.create({ data: { key, value: "1" } });
        await heldFor(120);
      });

    await hold("typed");
    expect(longestBackgroundWrite()).toBe(0);
    await inBackground(() => db.setting.create({ data: { key: "alone", value: "1" } }));
    const alone = longestBackgroundWrite();
    expect(alone).toBeGreaterThan(0);
    await inBackground(() => hold("imported"));
    expect(longestBackgroundWrite()).toBeGreaterThanOrEqual(115);
    await close();
  });
});

describe("the size of a batch", () => {
  it("shrinks after a slow batch, and waiting for the writer does not count", async () => {
    const slow = new BatchSize();
    for (let quick = 0; quick < 4; quick += 1) await slow.measure(slow.rows, async (begun) => begun());
    const grown = slow.rows;
    await slow.measure(grown, async (begun) => {
      begun();
      await heldFor(250);
    });
    expect(slow.rows).toBeLessThan(grown);

    const waited = new BatchSize();
    const first = waited.rows;
    await waited.measure(first, async (begun) => {
      await heldFor(250);
      begun();
    });
    expect(waited.rows).toBeGreaterThan(first);
  });
});
