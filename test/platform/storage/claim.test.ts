import { describe, expect, it } from "vitest";
import { NO_LIMITS } from "../../../src/domain/send-pace.ts";
import type { Database } from "../../../src/platform/storage/index.ts";
import { freshDatabase } from "../../setup/database.ts";

const nine = new Date("2026-03-02T01:00:00.000Z");
const later = (ms: number) => new Date(nine.getTime() + ms);

async function promised(database: Database, ...messages: { key: string; urgent?: boolean; notBefore?: Date }[]) {
  for (const { key, urgent = false, notBefore = nine } of messages) {
    const data = { key, kind: "morning", urgent, state: "pending", notBefore, refs: "{}", createdAt: nine };
    await database.db.outboxMessage.create({ data });
  }
}

const claim = (database: Database, worker: string, now = nine, limit = 10) =>
  database.claim({
    machineNow: now,
    businessNow: now,
    limit,
    leaseMs: 60_000,
    worker,
    limits: NO_LIMITS,
    lookUpAfterMs: 40_000,
  });

describe("claiming messages", () => {
  it("takes what is due, urgent first, and no more than asked", async () => {
    const database = await freshDatabase();
    await promised(
      database,
      { key: "b", notBefore: later(-1000) },
      { key: "c" },
      { key: "tomorrow", notBefore: later(86_400_000) },
      { key: "red", urgent: true },
    );

    const claimed = await claim(database, "one", nine, 2);

    expect(claimed.map(({ key }) => key)).toEqual(["red", "b"]);
    expect(claimed[0]).toMatchObject({ state: "claimed", claimedBy: "one", attempts: 1, leaseUntil: later(60_000) });
  });

  it("never gives two workers the same message", async () => {
    const database = await freshDatabase();
    await promised(database, ...Array.from({ length: 30 }, (_, n) => ({ key: `m${n}` })));

    const rounds = await Promise.all(["one", "two", "three", "four"].map((worker) => claim(database, worker)));

    const keys = rounds.flat().map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const rest = await claim(database, "five", nine, 100);
    expect(keys.length + rest.length).toBe(30);
  });

  it("calls a message uncertain whose sender vanished, and does not give it out again", async () => {
    const database = await freshDatabase();
    await promised(database, { key: "m" });
    await claim(database, "one");

    const again = await claim(database, "two", later(60_001));

    expect(again).toEqual([]);
    expect(await database.db.outboxMessage.findFirst()).toMatchObject({ state: "uncertain", claimedBy: "one" });
  });

  it("leaves a living sender its lease", async () => {
    const database = await freshDatabase();
    await promised(database, { key: "m" });
    await claim(database, "one");

    await claim(database, "two", later(59_000));

    expect(await database.db.outboxMessage.findFirst()).toMatchObject({ state: "claimed", claimedBy: "one" });
  });

  it("waits as long as Slack asked to", async () => {
    const database = await freshDatabase();
    await promised(database, { key: "m" });
    await database.db.outboxMessage.updateMany({ data: { leaseUntil: later(30_000) } });

    expect(await claim(database, "one", later(29_000))).toHaveLength(0);
    expect(await claim(database, "one", later(30_000))).toHaveLength(1);
  });
});
