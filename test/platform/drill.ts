/** A desk on its own record beside a local workspace that outlives it: what a restore drill needs, on either database. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { type Desk, startDesk } from "../../src/main.ts";
import { type Clocks, createStandingClocks } from "../../src/platform/clock.ts";
import type { Config } from "../../src/platform/config/index.ts";
import type { Job, startJobs } from "../../src/platform/scheduler.ts";
import { openDatabase } from "../../src/platform/storage/index.ts";
import { localTokens, startWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { aBorrower, anAdministrator, anOfficer, aSlackAccount, aUnit } from "../builders/index.ts";
import { anInspection } from "../builders/inspections.ts";
import { aColleague } from "../setup/a-colleague.ts";
import { freshUrl } from "../setup/database.ts";
import { openTestParts } from "../setup/test-desk.ts";

const LI = "U000000LI";
const MA = "U000000MA";
export interface Drill {
  readonly folder: string;
  readonly config: Config;
  readonly clocks: Clocks;
  readonly workspace: Workspace;
  /** The desk itself; its jobs run when the drill says so. */
  starts(): Promise<Desk>;
  stops(): Promise<void>;
  /** The duties of a morning, until nothing is left to send. */
  ticks(running: Desk): Promise<void>;
  /** What Slack accepted. */
  posts(): readonly { readonly channel: string }[];
  /** All of it: the workspace too. */
  ends(): Promise<void>;
}

/** It is 08:59 of a Monday in Shanghai. */
export async function startDrill(wishes: Pick<Config, "health"> & { overHttp?: boolean } = {}): Promise<Drill> {
  const folder = mkdtempSync(join(tmpdir(), "afterloan-drill-"));
  const workspace = await startWorkspace({
    people: [
      aColleague(LI, "Li Wen", { email: "li@bank.example" }),
      aColleague(MA, "Ma Jun", { email: "ma@bank.example" }),
    ],
    channels: [],
    commands: [{ command: "/postloan", usageHint: "help", description: "The post-loan desk" }],
    bot: { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" },
    ...localTokens,
    welcome: [],
    environment: {},
  });
  const url = await freshUrl();
  const config: Config = {
    slack: { mode: wishes.overHttp === true ? "http" : "socket", ...localTokens, apiUrl: workspace.apiUrl },
    databaseUrl: url,
    port: 0,
    dataDir: folder,
    evidenceDir: join(folder, "evidence"),
    logLevel: "silent",
    ...(wishes.health === undefined ? {} : { health: wishes.health }),
  };
  const clocks = createStandingClocks("2026-03-02T08:59:00+08:00");
  await fillBook(url);
  let desk: Desk | undefined;
  let jobs: readonly Job[] = [];
  const runs = async (name: string) => jobs.find((job) => job.name === name)?.run();
  const stops = async () => {
    await desk?.stop();
    desk = undefined;
  };
  return {
    folder,
    config,
    clocks,
    workspace,
    stops,
    starts: async () => {
      const byHand: typeof startJobs = (all) => {
        jobs = all;
        return { now: async (name) => all.find((job) => job.name === name)?.run(), stop: async () => undefined };
      };
      desk = await startDesk(config, commands, { clocks, startJobs: byHand });
      return desk;
    },
    ticks: async (running) => {
      await runs("mornings");
      while ((await unsent(running)) > 0) {
        await runs("uncertain");
        await runs("messages");
      }
      await runs("edits");
    },
    posts: () => workspace.accepted.filter(({ method }) => method === "chat.postMessage"),
    ends: async () => {
      await stops();
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const unsent = (running: Desk) =>
  running.parts.database.db.outboxMessage.count({ where: { state: { notIn: ["sent", "cancelled"] } } });

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
