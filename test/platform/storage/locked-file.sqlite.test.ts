import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterEach, describe, expect, inject, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { newId } from "../../../src/platform/ids.ts";
import { acquireBotLock, BotAlreadyRuns, isStorageBusy, openDatabase } from "../../../src/platform/storage/index.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

function aFile(): string {
  const path = join(inject("sqliteFolder"), `${newId()}.db`);
  copyFileSync(inject("sqliteTemplate"), path);
  return path;
}

/** Waits until the other process holds the file's lock. */
async function lockedElsewhere(path: string, ms: number): Promise<void> {
  const script = repositoryPath("test/setup/hold-lock.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, path, String(ms)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", (code) => reject(new Error(`the other process ended with ${code}`)));
  });
}

const aSetting = (key: string) => ({ data: { key, value: "1" } });

describe("while another process holds the file", () => {
  it("a click waits without stopping anybody, and is stored", async () => {
    const path = aFile();
    const { db, close } = await openDatabase({ url: `file:${path}` });
    await db.setting.create(aSetting("before"));
    await lockedElsewhere(path, 700);

    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const stored = db.setting.create(aSetting("click"));
    const seen = await db.setting.findUnique({ where: { key: "before" } });
    await stored;
    delay.disable();

    expect(seen).not.toBeNull();
    expect(await db.setting.findUnique({ where: { key: "click" } })).not.toBeNull();
    expect(delay.max / 1e6).toBeLessThan(200);
    const another = await openDatabase({ url: `file:${path}` });
    expect(await another.db.setting.findUnique({ where: { key: "click" } })).not.toBeNull();
    await another.close();
    await close();
  });

  it("a transaction waits too, and is seen by the next process", async () => {
    const path = aFile();
    const { db, inTransaction, close } = await openDatabase({ url: `file:${path}` });
    await db.setting.findFirst();
    await lockedElsewhere(path, 500);

    await Promise.all(
      ["one", "two"].map((key) =>
        inTransaction(async (tx) => {
          await tx.setting.findUnique({ where: { key } });
          await tx.setting.create(aSetting(key));
        }),
      ),
    );

    const another = await openDatabase({ url: `file:${path}` });
    expect(await another.db.setting.count({ where: { key: { in: ["one", "two"] } } })).toBe(2);
    await another.close();
    await close();
  });

  it("a person is told in the end that nothing was stored", async () => {
    const path = aFile();
    const { db, inTransaction, close } = await openDatabase({ url: `file:${path}`, lockedForMs: 300 });
    await db.setting.findFirst();
    await lockedElsewhere(path, 5_000);

    const failures = await Promise.all(
      [
        () => db.setting.create(aSetting("click")),
        () => inTransaction((tx) => tx.setting.create(aSetting("decision"))),
        () => db.setting.createMany({ data: [{ key: "many", value: "1" }] }),
      ].map((write) => write().catch((error: unknown) => error)),
    );

    expect(failures.map(isStorageBusy)).toEqual([true, true, true]);
    expect(await db.setting.count({ where: { key: { in: ["click", "decision", "many"] } } })).toBe(0);
    await close();
  });
});

describe("every connection", () => {
  it("minds foreign keys and guards deletes, also after many transactions", async () => {
    const { db, raw, inTransaction, close } = await openDatabase({ url: `file:${aFile()}` });
    for (let n = 0; n < 20; n += 1) await inTransaction((tx) => tx.setting.create(aSetting(`s${n}`)));

    const pragma = async (name: string) =>
      Object.values(Object(await inTransaction((tx) => tx.$queryRawUnsafe(`PRAGMA ${name}`)))[0]).map(Number)[0];

    expect(await pragma("foreign_keys")).toBe(1);
    expect(await pragma("recursive_triggers")).toBe(1);
    expect(await raw.query("PRAGMA journal_mode")).toEqual([{ journal_mode: "wal" }]);
    await expect(db.person.create({ data: aPersonWithoutUnit() })).rejects.toThrow();
    await close();
  });
});

function aPersonWithoutUnit() {
  return { name: "Li", email: "li@bank.example", unitId: "nowhere", createdAt: new Date() };
}

describe("one bot per file", () => {
  it("the second is refused, with the first one's process", () => {
    const url = `file:${aFile()}`;
    const lock = acquireBotLock(url);

    expect(() => acquireBotLock(url)).toThrow(BotAlreadyRuns);
    expect(() => acquireBotLock(url)).toThrow(String(process.pid));
    lock.release();
    acquireBotLock(url).release();
  });

  it.each([
    ["of a process that is gone", { pid: 2 ** 22 + 1, startedAt: "" }],
    ["of a process whose number somebody else has now", { pid: process.pid, startedAt: "another boot:1" }],
    ["that cannot be read", "{"],
  ])("a lock %s is taken over", (_what, left) => {
    const path = aFile();
    writeFileSync(`${path}.bot-lock`, typeof left === "string" ? left : JSON.stringify(left));

    const lock = acquireBotLock(`file:${path}`);

    expect(JSON.parse(readFileSync(`${path}.bot-lock`, "utf8"))).toMatchObject({ pid: process.pid });
    lock.release();
  });
});
