/** A real process, told to stop by SIGTERM while Slack answers late. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../src/platform/storage/index.ts";
import { localTokens, startWorkspace, type Workspace } from "../../../src/workspace/workspace.ts";
import { anAdministrator, anOfficer, aSlackAccount } from "../../builders/index.ts";
import { freshUrl } from "../../setup/database.ts";
import { dm, MA } from "./outbox-desk.ts";

let workspace: Workspace;
let database: Database;
let url: string;
let folder: string;
let desk: ChildProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "afterloan-stop-"));
  url = await freshUrl();
  database = await openDatabase({ url, durable: false });
  workspace = await startWorkspace({
    people: [
      {
        id: MA,
        name: "Ma Jun",
        realName: "Ma Jun",
        title: "",
        email: "ma@bank.example",
        locale: "en-US",
        timeZone: "Asia/Shanghai",
      },
    ],
    channels: [],
    commands: [],
    bot: { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" },
    ...localTokens,
    welcome: [],
    environment: {},
  });
});
afterEach(async () => {
  desk?.kill("SIGKILL");
  await workspace.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody without an account, so that the administrator has something to be told at the start. */
async function anAdministratorToBeTold(): Promise<void> {
  const ma = await anAdministrator(database.db, { name: "Ma Jun", email: "ma@bank.example" });
  await aSlackAccount(database.db, ma.id, { userId: MA, teamId: "T00LOCAL01", channelId: dm(MA) });
  await anOfficer(database.db, { name: "Nobody Yet", email: "nobody@bank.example" });
}

async function startDesk(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "commands/cli.ts", "start"], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      AFTERLOAN_DATA_DIR: folder,
      SLACK_BOT_TOKEN: localTokens.botToken,
      SLACK_APP_TOKEN: localTokens.appToken,
      SLACK_API_URL: workspace.apiUrl,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  desk = child;
  return child;
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) {
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

const told = () => database.db.outboxMessage.findMany({ where: { kind: "people.unmatched" } });
const isOnItsWay = () => workspace.accepted.some(({ method }) => method === "chat.postMessage");

async function stopped(child: ChildProcess): Promise<number | null> {
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  return code;
}

describe("a desk that is told to stop while a message is on its way", () => {
  beforeEach(anAdministratorToBeTold);

  it("waits for Slack's answer and knows that it was sent", async () => {
    workspace.faults.add({ kind: "slow", ms: 1_500, on: "chat.postMessage" });
    const child = await startDesk();
    await until(isOnItsWay);
    expect(await stopped(child)).toBe(0);
    expect(await told()).toMatchObject([{ state: "sent", ts: workspace.accepted[0]?.ts }]);
  }, 60_000);

  it("leaves what Slack does not answer uncertain, for the next desk to look up, which sends it no second time", async () => {
    workspace.faults.add({ kind: "slow", ms: 60_000, on: "chat.postMessage" });
    const child = await startDesk();
    await until(isOnItsWay);
    expect(await stopped(child)).toBe(0);
    const [row] = await told();
    expect(row).toMatchObject({ state: "uncertain", failure: "stopped" });
    await database.db.outboxMessage.updateMany({ where: { id: row?.id ?? "" }, data: { leaseUntil: new Date() } });
    await startDesk();
    await until(async () => (await told())[0]?.state === "sent");
    expect(workspace.accepted.filter(({ method }) => method === "chat.postMessage")).toHaveLength(1);
  }, 90_000);
});
