/** What every run begins with: a filled database file to copy, and the shipped policy as JSON. */
import { copyFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../../prisma/migrate.ts";
import { repositoryPath } from "../../prisma/schema.ts";
import { loadCalendars } from "../../src/platform/calendars/index.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { createLog } from "../../src/platform/log.ts";
import { openPolicies } from "../../src/platform/policies.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { openDatabase } from "../../src/platform/storage/index.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";
import { FIRST_DAY, fillBook } from "./book.ts";

export interface Template {
  readonly template: string;
  readonly policyFile: string;
}

/** Makes the files in the folder; answers their paths. */
export async function makeTemplate(folder: string, officers: number): Promise<Template> {
  const path = join(folder, `template-${officers}.db`);
  const calendars = loadCalendars(repositoryPath("policy/calendars"));
  const loaded = loadPolicy(repositoryPath("policy/cn-bank.yml"));
  if (isProblems(calendars) || isProblems(loaded)) {
    throw new Error("the shipped calendars and policy must be sound");
  }
  const policyFile = join(folder, "policy.json");
  writeFileSync(policyFile, JSON.stringify(loaded));
  await migrate(`file:${path}`);
  const database = await openDatabase({ url: `file:${path}`, durable: false });
  const clocks = createStandingClocks(`${FIRST_DAY}T08:00:00+08:00`);
  const policies = await openPolicies(database, loaded, clocks.now().toJSDate());
  const parts = { database, clocks, policies, calendars, log: createLog("silent"), pages: { address: undefined } };
  await fillBook(parts, officers);
  await database.raw.query("PRAGMA wal_checkpoint(TRUNCATE)");
  await database.close();
  return { template: path, policyFile };
}

/** A file of its own; whatever SQLite laid beside the last one of that name goes. */
export function copyTemplate(template: string, path: string): void {
  removeDatabase(path);
  copyFileSync(template, path);
  if (existsSync(`${template}-wal`)) {
    copyFileSync(`${template}-wal`, `${path}-wal`);
  }
}

export function removeDatabase(path: string): void {
  for (const suffix of ["", "-wal", "-shm", ".bot-lock"]) {
    rmSync(`${path}${suffix}`, { force: true });
  }
}
