/** Opens what every command and the bot itself need: database, policy, calendars, clock. */

import { fileURLToPath } from "node:url";
import { migrate } from "../prisma/migrate.ts";
import type { Policy } from "./domain/policy/schema.ts";
import { loadCalendars } from "./platform/calendars/index.ts";
import { type Clocks, createClocks } from "./platform/clock.ts";
import type { Config } from "./platform/config/index.ts";
import type { Parts } from "./platform/context.ts";
import { keptOffsetMs } from "./platform/kept-clock.ts";
import { createLog, type Log } from "./platform/log.ts";
import { openPolicies } from "./platform/policies.ts";
import { type LoadedPolicy, loadPolicy, problemLine } from "./platform/policy-file.ts";
import type { startJobs } from "./platform/scheduler.ts";
import { type DatabaseOptions, openDatabase, runningBot, type SqliteDriver } from "./platform/storage/index.ts";
import { type FileProblem, isProblems } from "./platform/yaml-file.ts";
import { type Translate, translator } from "./texts/index.ts";

/** Something set or written by people stands in the way: told in words of the reader's language, exit code 78 (EX_CONFIG). */
export class CannotStart extends Error {
  readonly inWords: (t: Translate) => string;
  constructor(inWords: (t: Translate) => string) {
    super(inWords(translator("en")));
    this.inWords = inWords;
  }
}

/** What lies between the desk and its machine; the machine's own where nothing else is given. */
export interface Surroundings {
  /** Default: the machine's clock, and the business clock as it was left. */
  readonly clocks?: Clocks;
  /** How a SQLite file is reached. */
  readonly sqlite?: SqliteDriver;
  /** The policy in force. Default: as the policy file says it. */
  readonly policy?: LoadedPolicy;
  /** What ticks. Default: node-schedule. */
  readonly startJobs?: typeof startJobs;
  /** A program beside the bot: its long work leaves the database free again and again, and waits longer for its turn. */
  readonly besideBot?: boolean;
}

const besideBotOn = (url: string): Partial<DatabaseOptions> => ({
  givesWay: () => runningBot(url) !== undefined,
  lockedForMs: 10_000,
});

export interface Opened {
  readonly parts: Parts;
  close(): Promise<void>;
}

export async function openParts(
  config: Config,
  log: Log = createLog(config.logLevel),
  { clocks: given, sqlite, policy, besideBot }: Surroundings = {},
): Promise<Opened> {
  const calendars = checked(loadCalendars(shipped("policy/calendars")));
  const loaded = policy ?? loadedPolicy(config, calendars.keys());
  await migrate(config.databaseUrl);
  const database = await openDatabase({
    url: config.databaseUrl,
    ...(sqlite === undefined ? {} : { sqlite }),
    ...(besideBot === true ? besideBotOn(config.databaseUrl) : {}),
  });
  const clocks = given ?? createClocks(await keptOffsetMs(database.db));
  const policies = await openPolicies(database, loaded, clocks.now().toJSDate());
  return {
    parts: { database, clocks, policies, calendars, log, pages: { address: undefined } },
    close: () => database.close(),
  };
}

/** The policy alone, for what needs no database. */
export function readPolicy(config: Config): Policy {
  return loadedPolicy(config).policy;
}

function loadedPolicy({ policyFile }: Config, calendarIds?: Iterable<string>): LoadedPolicy {
  return checked(loadPolicy(policyFile ?? shipped("policy/cn-bank.yml"), calendarIds));
}

function checked<T extends object>(loaded: T | readonly FileProblem[]): T {
  if (isProblems(loaded)) {
    throw new CannotStart((t) => loaded.map((problem) => problemLine(problem, t)).join("\n"));
  }
  return loaded;
}

/** A file that comes with the program, by its path from the repository's root. */
export function shipped(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
