/** Opens what every command and the bot itself need: database, policy, calendars, clock. */

import { fileURLToPath } from "node:url";
import { migrate } from "../prisma/migrate.ts";
import { loadCalendars } from "./platform/calendars/index.ts";
import { createClocks } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Parts } from "./platform/context.ts";
import { keptOffsetMs } from "./platform/kept-clock.ts";
import { createLog, type Log } from "./platform/log.ts";
import { openPolicies } from "./platform/policies.ts";
import { loadPolicy, problemLine } from "./platform/policy-file.ts";
import { openDatabase } from "./platform/storage/index.ts";
import { type FileProblem, isProblems } from "./platform/yaml-file.ts";

/** Something set or written by people stands in the way: told in words, exit code 78 (EX_CONFIG). */
export class CannotStart extends Error {}

export interface Opened {
  readonly parts: Parts;
  close(): Promise<void>;
}

export async function openParts(config: Config, log: Log = createLog(config.logLevel)): Promise<Opened> {
  const calendars = checked(loadCalendars(shipped("policy/calendars")));
  const loaded = checked(loadPolicy(config.policyFile ?? shipped("policy/cn-bank.yml"), calendars.keys()));
  await migrate(config.databaseUrl);
  const database = await openDatabase({ url: config.databaseUrl });
  const clocks = createClocks(await keptOffsetMs(database.db));
  const policies = await openPolicies(database, loaded, clocks.now().toJSDate());
  return { parts: { database, clocks, policies, calendars, log }, close: () => database.close() };
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
