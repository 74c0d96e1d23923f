/** The real portfolio in a file of its own, and the whole desk over it in this process, on the local workspace. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { commands } from "../../commands/index.ts";
import { repositoryPath } from "../../prisma/schema.ts";
import { assemble } from "../../src/app.ts";
import { isoDate } from "../../src/domain/dates.ts";
import { NO_LIMITS } from "../../src/domain/send-pace.ts";
import { contextFor, contextOfPerson } from "../../src/features/people/index.ts";
import { localPeople } from "../../src/local-people.ts";
import { openParts } from "../../src/open-parts.ts";
import { momentAt } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import type { Context, Parts } from "../../src/platform/context.ts";
import { evidenceStore } from "../../src/platform/evidence-store.ts";
import { createBolt } from "../../src/platform/slack/bolt.ts";
import { createSlackClients } from "../../src/platform/slack/clients.ts";
import { hear } from "../../src/platform/slack/hear.ts";
import { localTokens, type PersonDriver, startWorkspace } from "../../src/workspace/workspace.ts";
import { CONDUCTS, type Conduct } from "./conduct.ts";

export const AS_OF = "2005-06-15";
const BOT = { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" };
/** A busy machine is no fault of anybody's. */
const PATIENT_MS = 60_000;
export const TIME_ZONE = "America/New_York";

export interface Officer {
  readonly driver: PersonDriver;
  readonly personId: string;
  readonly conduct: Conduct;
  /** Customers with an inspection planned, from the soonest due to the last in even steps. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
}

export interface Stand {
  readonly parts: Parts;
  readonly officers: readonly Officer[];
  contextOf(personId: string): Promise<Context>;
  /** Noon of that day where the units are. */
  moveTo(day: string): void;
  stop(): Promise<void>;
}

export interface Wishes {
  readonly folder: string;
  readonly portfolio: string;
  readonly officers: number;
  /** Customers of each officer. */
  readonly customers: number;
  /** Only the first so many rows of the portfolio, for a quick try. */
  readonly rows: number | undefined;
}

/** As a lender would: the terminal's own commands. Before noon of the day in New York, where the units are. */
export function importBook(
  { folder, portfolio, rows }: Pick<Wishes, "folder" | "portfolio" | "rows">,
  asOf = AS_OF,
): void {
  const book = rows === undefined ? portfolio : firstRows(folder, portfolio, rows);
  const mapping = repositoryPath("policy/mappings/sba.yml");
  afterloan(folder, "clock", asOf, "--time", "23:30");
  afterloan(folder, "import", book, "--mapping", mapping, "--as-of", asOf);
}

function firstRows(folder: string, portfolio: string, rows: number): string {
  const lines = readFileSync(portfolio, "latin1").split("\n");
  writeFileSync(`${folder}/book.csv`, lines.slice(0, rows + 1).join("\n"), "latin1");
  return `${folder}/book.csv`;
}

export const settingsOf = (folder: string) => ({
  DATABASE_URL: `file:${folder}/reports.db`,
  AFTERLOAN_DATA_DIR: folder,
});

export function afterloan(folder: string, ...typed: readonly string[]): void {
  const env = { PATH: process.env.PATH, ...settingsOf(folder) };
  const run = spawnSync(process.execPath, [repositoryPath("commands/run.mjs"), ...typed], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (run.status !== 0) throw new Error(`${typed[0]} ended with ${run.status}: ${run.stderr}`);
}

export async function openStand({ folder, officers: wanted, customers }: Wishes): Promise<Stand> {
  const config = loadConfig({ ...settingsOf(folder), LOG_LEVEL: "error" });
  if (Array.isArray(config)) throw new Error(`settings: ${JSON.stringify(config)}`);
  const { parts, close } = await openParts(config);
  const people = (await localPeople(parts)).map((person, at) => ({ ...person, locale: conductOf(at).locale }));
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
    exportsFolder: `${folder}/exports`,
    commands,
    metadataSecret: "bench",
    worker: "bench",
    limits: NO_LIMITS,
  });
  const transport = { mode: "socket" as const, appToken: localTokens.appToken };
  const bolt = createBolt({ botToken: localTokens.botToken, transport, apiUrl: workspace.apiUrl, log: parts.log });
  hear(bolt.bolt, { parts, door, clients, contextFor: (user) => contextFor(parts, user) });
  await bolt.start();
  const officers: Officer[] = [];
  for (const [at, { id, locale }] of people.slice(0, wanted).entries()) {
    const personId = await speaks(parts, id, locale);
    const kept = await customersOf(parts, personId, customers);
    officers.push({ driver: workspace.as(id), personId, conduct: conductOf(at), customers: kept });
  }
  return {
    parts,
    officers,
    contextOf: async (personId) => {
      const ctx = await contextOfPerson(parts, personId);
      if (ctx === undefined) throw new Error("nobody of that id is at work");
      return ctx;
    },
    moveTo: (day) => parts.clocks.moveTo(momentAt(isoDate(day), "12:00", TIME_ZONE)),
    stop: async () => {
      await bolt.stop();
      await workspace.close();
      await close();
    },
  };
}

function conductOf(place: number): Conduct {
  const conduct = CONDUCTS[place % CONDUCTS.length];
  if (conduct === undefined) throw new Error("nobody has a habit");
  return conduct;
}

/** Answers whose account it is. */
async function speaks({ database: { db } }: Parts, userId: string, locale: string): Promise<string> {
  await db.slackAccount.updateMany({ where: { userId }, data: { locale } });
  return (await db.slackAccount.findFirstOrThrow({ where: { userId } })).personId;
}

async function customersOf({ database: { db } }: Parts, personId: string, wanted: number) {
  const planned = await db.inspection.findMany({
    where: { assigneeId: personId, state: "planned", kind: { in: ["first", "routine"] } },
    orderBy: [{ dueOn: "asc" }, { number: "asc" }],
    select: { borrower: { select: { id: true, name: true } } },
  });
  const each = [...new Map(planned.map(({ borrower }) => [borrower.id, borrower])).values()];
  const step = Math.max(1, each.length / wanted);
  return Array.from({ length: wanted }, (_, at) => each[Math.floor(at * step)]).flatMap((one) => one ?? []);
}
