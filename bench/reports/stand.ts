/** The real portfolio in a file of its own, and the whole desk over it in this process, on the local workspace. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { commands } from "../../commands/index.ts";
import { repositoryPath } from "../../prisma/schema.ts";
import { assemble } from "../../src/app.ts";
import { NO_LIMITS } from "../../src/domain/send-pace.ts";
import { contextFor, contextOfPerson } from "../../src/features/people/index.ts";
import { localPeople } from "../../src/local-people.ts";
import { openParts } from "../../src/open-parts.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import type { Context, Parts } from "../../src/platform/context.ts";
import { evidenceStore } from "../../src/platform/evidence-store.ts";
import { createBolt } from "../../src/platform/slack/bolt.ts";
import { createSlackClients } from "../../src/platform/slack/clients.ts";
import { hear } from "../../src/platform/slack/hear.ts";
import { localTokens, type PersonDriver, startWorkspace } from "../../src/workspace/workspace.ts";

export const AS_OF = "2005-06-15";
const BOT = { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" };
/** A busy machine is no fault of anybody's. */
const PATIENT_MS = 60_000;

export interface Officer {
  readonly driver: PersonDriver;
  readonly personId: string;
  /** Numbers of their planned inspections, the largest books first. */
  readonly inspections: readonly string[];
}

export interface Stand {
  readonly parts: Parts;
  readonly officers: readonly Officer[];
  contextOf(personId: string): Promise<Context>;
  stop(): Promise<void>;
}

export interface Wishes {
  readonly folder: string;
  readonly portfolio: string;
  readonly officers: number;
  /** Only the first so many rows of the portfolio, for a quick try. */
  readonly rows: number | undefined;
}

/** As a lender would: the terminal's own commands. Before noon of the day in New York, where the units are. */
export function importBook({ folder, portfolio, rows }: Wishes): void {
  const book = rows === undefined ? portfolio : firstRows(folder, portfolio, rows);
  const mapping = repositoryPath("policy/mappings/sba.yml");
  afterloan(folder, "clock", AS_OF, "--time", "23:30");
  afterloan(folder, "import", book, "--mapping", mapping, "--as-of", AS_OF);
}

function firstRows(folder: string, portfolio: string, rows: number): string {
  const lines = readFileSync(portfolio, "latin1").split("\n");
  writeFileSync(`${folder}/book.csv`, lines.slice(0, rows + 1).join("\n"), "latin1");
  return `${folder}/book.csv`;
}

const settingsOf = (folder: string) => ({ DATABASE_URL: `file:${folder}/reports.db`, AFTERLOAN_DATA_DIR: folder });

function afterloan(folder: string, ...typed: readonly string[]): void {
  const env = { PATH: process.env.PATH, ...settingsOf(folder) };
  const run = spawnSync(process.execPath, [repositoryPath("commands/run.mjs"), ...typed], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (run.status !== 0) throw new Error(`${typed[0]} ended with ${run.status}: ${run.stderr}`);
}

export async function openStand({ folder, officers: wanted }: Wishes): Promise<Stand> {
  const config = loadConfig({ ...settingsOf(folder), LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const { parts, close } = await openParts(config);
  const people = await localPeople(parts);
  const workspace = await startWorkspace({
    people,
    channels: [],
    commands: [{ command: "/postloan", usageHint: "help", description: "The post-loan desk" }],
    bot: BOT,
    ...localTokens,
    welcome: [],
    environment: {},
    ackTimeoutMs: PATIENT_MS,
  });
  const clients = createSlackClients(localTokens.botToken, workspace.apiUrl);
  const { door } = assemble({
    parts,
    clients,
    evidence: evidenceStore(`${folder}/evidence`),
    commands,
    metadataSecret: "bench",
    worker: "bench",
    limits: NO_LIMITS,
  });
  const transport = { mode: "socket" as const, appToken: localTokens.appToken };
  const bolt = createBolt({ botToken: localTokens.botToken, transport, apiUrl: workspace.apiUrl, log: parts.log });
  hear(bolt.bolt, { parts, door, clients, contextFor: (user) => contextFor(parts, user) });
  await bolt.start();
  const { db } = parts.database;
  const officers: Officer[] = [];
  for (const { id } of people.slice(0, wanted)) {
    const { personId } = await db.slackAccount.findFirstOrThrow({ where: { userId: id } });
    const rows = await db.inspection.findMany({
      where: { assigneeId: personId, state: "planned", kind: { in: ["first", "routine"] } },
      orderBy: [{ dueOn: "asc" }, { number: "asc" }],
      select: { number: true },
    });
    officers.push({ driver: workspace.as(id), personId, inspections: rows.map(({ number }) => number) });
  }
  return {
    parts,
    officers,
    contextOf: async (personId) => {
      const ctx = await contextOfPerson(parts, personId);
      if (ctx === undefined) throw new Error("nobody of that id is at work");
      return ctx;
    },
    stop: async () => {
      await bolt.stop();
      await workspace.close();
      await close();
    },
  };
}
