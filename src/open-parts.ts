/** Opens what every command and the bot itself need: database, policy, calendars, clock. */

import { fileURLToPath } from "node:url";
import { migrate } from "../prisma/migrate.ts";
import { loadCalendars } from "./platform/calendars/index.ts";
import { createClocks } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Parts } from "./platform/context.ts";
import { createLog, type Log } from "./platform/log.ts";
import { openPolicies } from "./platform/policies.ts";
import { loadPolicy, problemLine } from "./platform/policy-file.ts";
import { openDatabase } from "./platform/storage/index.ts";
import { type FileProblem, isProblems } from "./platform/yaml-file.ts";

/** Something set or written by people stands in the way: told in words, exit code 78 (EX_CONFIG). */
export class CannotStart extends Error {}

const CLOCK_OFFSET = "clock.offset_ms";

export interface Opened {
  readonly parts: Parts;
  close(): Promise<void>;
}

export async function openParts(config: Config, log: Log = createLog(config.logLevel)): Promise<Opened> {
  const calendars = checked(loadCalendars(shipped("policy/calendars")));
  const loaded = checked(loadPolicy(config.policyFile ?? shipped("policy/cn-bank.yml"), calendars.keys()));
  await migrate(config.databaseUrl);
  const database = await openDatabase({ url: config.databaseUrl });
  const offset = await database.db.setting.findUnique({ where: { key: CLOCK_OFFSET } });
  const clocks = createClocks(offset === null ? 0 : Number(offset.value));
  const policies = await openPolicies(database, loaded, clocks.now().toJSDate());
  return { parts: { database, clocks, policies, calendars, log }, close: () => database.close() };
}

/** A moved clock outlives a restart, so that a demonstration goes on where it stood. */
export async function keepClock({ database, clocks }: Parts): Promise<void> {
  const value = String(clocks.offsetMs());
  await database.db.setting.upsert({
    where: { key: CLOCK_OFFSET },
    create: { key: CLOCK_OFFSET, value },
    update: { value },
  });
}

function checked<T extends object>(loaded: T | readonly FileProblem[]): T {
  if (isProblems(loaded)) {
    throw new CannotStart(loaded.map(problemLine).join("\n"));
  }
  return loaded;
}

function shipped(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
