/**
 * The drill on PostgreSQL, as the operator's page says it: `pg_dump` at 08:59 with the desk running, send the morning, stop, `pg_restore`,
 * `restore --taken-at`, tick. Where the tools are not installed, the server's own copy of a database stands for them.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { restore as restoreCommand } from "../../commands/restore.ts";
import type { Desk } from "../../src/main.ts";
import { momentFromIso } from "../../src/platform/clock.ts";
import { openDatabase } from "../../src/platform/storage/index.ts";
import { createDatabase } from "../setup/postgres.ts";
import { type Drill, startDrill } from "./drill.ts";

const COPY = "drill_copy";

let drill: Drill;
beforeEach(async () => {
  drill = await startDrill();
});
afterEach(() => drill.ends());

function tool(name: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(name, args, { encoding: "utf8" });
  expect([name, status, stderr]).toEqual([name, 0, ""]);
}

/** An older pg_dump refuses a newer server. */
const hasTools = () =>
  spawnSync("pg_dump", ["--schema-only", "--file=/dev/null", drill.config.databaseUrl]).status === 0;

/** Taken with the desk running. Without the tools the desk is stopped for it: a database in use is not copied. */
async function backUp(running: Desk): Promise<Desk> {
  const { databaseUrl } = drill.config;
  if (hasTools()) {
    tool("pg_dump", "--format=custom", `--file=${join(drill.folder, "copy")}`, databaseUrl);
    return running;
  }
  await drill.stops();
  await createDatabase(inject("postgresServer"), COPY, nameOf(databaseUrl));
  return drill.starts();
}

async function putBack(): Promise<void> {
  const { databaseUrl } = drill.config;
  if (existsSync(join(drill.folder, "copy"))) {
    tool("pg_restore", "--clean", "--if-exists", `--dbname=${databaseUrl}`, join(drill.folder, "copy"));
    return;
  }
  const server = await openDatabase({ url: `${inject("postgresServer")}/postgres` });
  await server.raw.execute(`DROP DATABASE "${nameOf(databaseUrl)}"`);
  await server.close();
  await createDatabase(inject("postgresServer"), nameOf(databaseUrl), COPY);
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

it("restored after the morning was sent, nobody reads anything twice", async () => {
  const before = await backUp(await drill.starts());
  drill.clocks.moveTo(momentFromIso("2026-03-02T09:00:00+08:00"));
  await drill.ticks(before);
  const accepted = drill.posts().length;
  expect(accepted).toBe(2);
  await drill.stops();

  await putBack();
  const words = ["--taken-at", "2026-03-02T08:59:00+08:00"];
  expect(await restoreCommand.program?.(drill.config, { words, language: "en" })).toBe(0);
  drill.clocks.moveTo(momentFromIso("2026-03-02T09:05:00+08:00"));
  const after = await drill.starts();
  const mornings = (state?: string) =>
    after.parts.database.db.outboxMessage.count({
      where: { kind: "morning", ...(state === undefined ? {} : { state }) },
    });
  expect(await mornings()).toBe(0);
  await drill.ticks(after);
  expect([await mornings("sent"), drill.posts().length]).toEqual([1, accepted]);
  drill.clocks.moveTo(momentFromIso("2026-03-03T09:00:00+08:00"));
  await drill.ticks(after);
  expect(drill.posts().length).toBeGreaterThan(accepted);
}, 120_000);
