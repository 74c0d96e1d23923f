/**
 * The drill: back up at 08:59 with the desk running, send the morning, restore, tick. The local workspace outlives the desk and is the
 * oracle: nobody reads anything twice.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { type Desk, startDesk } from "../../src/main.ts";
import { backUp } from "../../src/platform/backup/back-up.ts";
import { type Clocks, createStandingClocks, momentFromIso } from "../../src/platform/clock.ts";
import type { Config } from "../../src/platform/config.ts";
import { systemContext } from "../../src/platform/context.ts";
import type { Job, startJobs } from "../../src/platform/scheduler.ts";
import { acquireBotLock, openDatabase } from "../../src/platform/storage/index.ts";
import { restore } from "../../src/restore.ts";
import { localTokens, type PersonSeed, startWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { aBorrower, anAdministrator, anOfficer, aSlackAccount, aUnit } from "../builders/index.ts";
import { anInspection } from "../builders/inspections.ts";
import { freshUrl, testDatabaseKind } from "../setup/database.ts";
import { openTestParts } from "../setup/test-desk.ts";

const LI = "U000000LI";
const MA = "U000000MA";
const seed = (id: string, name: string, email: string): PersonSeed => ({
  id,
  name,
  realName: name,
  title: "",
  email,
  locale: "en-US",
  timeZone: "Asia/Shanghai",
});

let workspace: Workspace;
let folder: string;
let config: Config;
let clocks: Clocks;
let jobs: readonly Job[];
let desk: Desk | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "afterloan-drill-"));
  workspace = await startWorkspace({
    people: [seed(LI, "Li Wen", "li@bank.example"), seed(MA, "Ma Jun", "ma@bank.example")],
    channels: [],
    commands: [],
    bot: { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" },
    ...localTokens,
    welcome: [],
    environment: {},
  });
  const url = await freshUrl();
  config = {
    slack: { mode: "socket", ...localTokens, apiUrl: workspace.apiUrl },
    databaseUrl: url,
    port: 0,
    dataDir: folder,
    evidenceDir: join(folder, "evidence"),
    logLevel: "silent",
  };
  clocks = createStandingClocks("2026-03-02T08:59:00+08:00");
  await fillBook(url);
});
afterEach(async () => {
  await desk?.stop();
  desk = undefined;
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An officer with something due today, and somebody without an account, whom the administrator is told of. */
async function fillBook(url: string): Promise<void> {
  const database = await openDatabase({ url, durable: false });
  const { db } = database;
  const unit = await aUnit(db);
  const li = await anOfficer(db, { name: "Li Wen", email: "li@bank.example", unitId: unit.id });
  const ma = await anAdministrator(db, { name: "Ma Jun", email: "ma@bank.example", unitId: unit.id });
  await anOfficer(db, { name: "Nobody Yet", email: "nobody@bank.example", unitId: unit.id });
  await aSlackAccount(db, li.id, { userId: LI, teamId: "T00LOCAL01", channelId: null });
  await aSlackAccount(db, ma.id, { userId: MA, teamId: "T00LOCAL01", channelId: null });
  const borrower = await aBorrower(db, { unitId: unit.id, ownerId: li.id });
  const { policies } = await openTestParts({ ...database, url }, "2026-03-02T08:00:00+08:00");
  const policyVersionId = policies.inForce().versionId;
  await anInspection(db, { policyVersionId, borrowerId: borrower.id, assigneeId: li.id, dueOn: "2026-03-02" });
  await database.close();
}

/** The desk itself; its jobs run when the drill says so. */
async function starts(): Promise<Desk> {
  const byHand: typeof startJobs = (all) => {
    jobs = all;
    return { now: async (name) => all.find((job) => job.name === name)?.run(), stop: async () => undefined };
  };
  desk = await startDesk(config, commands, { clocks, startJobs: byHand });
  return desk;
}

const posts = () => workspace.accepted.filter(({ method }) => method === "chat.postMessage");
const runs = async (name: string) => jobs.find((job) => job.name === name)?.run();
const unsent = (running: Desk) =>
  running.parts.database.db.outboxMessage.count({ where: { state: { notIn: ["sent", "cancelled"] } } });

/** The duties of a morning, until nothing is left to send. */
async function ticks(running: Desk): Promise<void> {
  await runs("mornings");
  while ((await unsent(running)) > 0) {
    await runs("uncertain");
    await runs("messages");
  }
  await runs("edits");
}

describe.skipIf(testDatabaseKind !== "sqlite")("a backup", () => {
  it("taken at 08:59 and restored after the morning was sent makes nobody read anything twice", async () => {
    const before = await starts();
    const file = join(folder, "copy.db");
    const taken = await backUp(systemContext(before.parts), file, config.evidenceDir);
    expect(isRefusal(taken)).toBe(false);
    clocks.moveTo(momentFromIso("2026-03-02T09:00:00+08:00"));
    await ticks(before);
    expect(new Set(posts().map(({ channel }) => channel)).size).toBe(2);
    const accepted = posts().length;
    await before.stop();
    desk = undefined;

    const restored = await restore(config, file, clocks);
    expect(restored).toMatchObject({ uncertain: 1, missing: [] });
    clocks.moveTo(momentFromIso("2026-03-02T09:05:00+08:00"));
    const after = await starts();
    expect(await after.parts.database.db.outboxMessage.count({ where: { kind: "morning" } })).toBe(0);
    await ticks(after);
    expect(await after.parts.database.db.outboxMessage.count({ where: { kind: "morning", state: "sent" } })).toBe(1);
    expect(posts()).toHaveLength(accepted);
    clocks.moveTo(momentFromIso("2026-03-03T09:00:00+08:00"));
    await ticks(after);
    expect(posts().length).toBeGreaterThan(accepted);
  }, 120_000);

  it("is not restored while a desk runs, nor when it was changed, and overwrites nothing", async () => {
    const running = await starts();
    const ctx = systemContext(running.parts);
    const file = join(folder, "copy.db");
    await backUp(ctx, file, config.evidenceDir);
    const lock = acquireBotLock(config.databaseUrl);
    expect(await restore(config, file)).toMatchObject({ refused: "backup.running" });
    lock.release();
    expect(await backUp(ctx, file, config.evidenceDir)).toMatchObject({ refused: "backup.exists" });
    expect(await restore(config, join(folder, "none.db"))).toMatchObject({ refused: "backup.no_backup" });
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from("x")]));
    expect(await restore(config, file)).toMatchObject({ refused: "backup.changed" });
    expect(existsSync(`${file}.json`)).toBe(true);
  }, 60_000);
});
