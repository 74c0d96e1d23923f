/** A desk in good health: a book with people, a Slack that knows them, sound settings. Each test breaks one thing. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { instrumentsOf } from "../../../commands/doctor.ts";
import { doctorReport, examine, type Instruments } from "../../../src/features/doctor/index.ts";
import { type Config, loadConfig } from "../../../src/platform/config/index.ts";
import { manifestScopes } from "../../../src/platform/slack/manifest.ts";
import { localTokens, startWorkspace, type Workspace } from "../../../src/workspace/workspace.ts";
import { anAdministrator, aReviewer, aSlackAccount, aUnit, aUnitManager } from "../../builders/index.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";

export const TEAM = "T00LOCAL01";
/** In the middle of a year whose holidays are known; the machine's own date must decide nothing here. */
const TODAY = new Date("2026-03-02T01:00:00Z");
const GIGABYTE = 1024 ** 3;

export interface HealthyDesk {
  readonly workspace: Workspace;
  readonly database: TestDatabase;
  readonly folder: string;
  readonly env: Record<string, string>;
  /** How the doctor looks; a test replaces one way of looking. */
  instruments: Instruments;
}

interface Told {
  readonly check: string;
  readonly level: string;
  readonly code: string;
  readonly found: string;
  readonly remedy?: string;
}

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const slackPerson = (id: string, email: string) => ({
  id,
  name: email.split("@")[0] ?? "",
  realName: email,
  title: "",
  email,
  locale: "en-US",
  timeZone: "Asia/Shanghai",
});

export async function aHealthyDesk(
  wishes: { transport?: "socket" | "http"; scopes?: (asked: string[]) => string[] } = {},
): Promise<HealthyDesk> {
  const database = await freshDatabase();
  if (database.kind === "sqlite") chmodSync(database.url.slice("file:".length), 0o600);
  const unitId = (await aUnit(database.db)).id;
  const somebody = [
    [anAdministrator, "admin@bank.example", "U00000001"],
    [aReviewer, "wang@bank.example", "U00000002"],
    [aUnitManager, "chen@bank.example", "U00000003"],
  ] as const;
  for (const [make, email, userId] of somebody) {
    const { id } = await make(database.db, { email, unitId });
    await aSlackAccount(database.db, id, { teamId: TEAM, userId, channelId: `D${userId.slice(1)}` });
  }
  const workspace = await startWorkspace({
    people: somebody.map(([, email, id]) => slackPerson(id, email)),
    channels: [{ id: "C0REVIEWS", name: "reviews", members: ["U00000001"] }],
    commands: [],
    bot: { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" },
    ...localTokens,
    scopes: (wishes.scopes ?? ((asked) => asked))(manifestScopes("manifest.yml")),
    welcome: [],
    environment: {},
    machineNow: () => TODAY.getTime(),
  });
  const folder = mkdtempSync(join(tmpdir(), "afterloan-doctor-"));
  const env = {
    SLACK_BOT_TOKEN: localTokens.botToken,
    ...(wishes.transport === "http"
      ? { SLACK_SIGNING_SECRET: localTokens.signingSecret, PORT: "0" }
      : { SLACK_APP_TOKEN: localTokens.appToken }),
    SLACK_API_URL: workspace.apiUrl,
    DATABASE_URL: database.url,
    AFTERLOAN_DATA_DIR: folder,
  };
  opened.push(async () => {
    await workspace.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { workspace, database, folder, env, instruments: steady(configOf(env)) };
}

export function configOf(env: Record<string, string>): Config {
  const config = loadConfig(env);
  if (Array.isArray(config)) throw new Error("the settings of this test are unsound");
  return config;
}

/** The real ways of looking, on a day and a disk that do not depend on this machine. */
export function steady(config: Config): Instruments {
  return { ...instrumentsOf(config), machineNow: () => TODAY, freeBytes: async () => 50 * GIGABYTE };
}

export async function examined(
  instruments: Instruments,
  language: "en" | "zh-Hans" | "zh-Hant" = "en",
): Promise<Told[]> {
  const { view } = doctorReport(await examine(instruments), language);
  return (view.json as { checks: Told[] }).checks;
}

/** What is not in order. */
export const troubles = (told: readonly Told[]): string[] =>
  told.filter(({ level }) => level !== "ok").map(({ level, code }) => `${level} ${code}`);
