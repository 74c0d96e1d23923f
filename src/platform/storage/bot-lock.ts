/** One bot per SQLite file. Two would send every message twice. Terminal commands may write beside the one. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { databaseKind, sqlitePath } from "./url.ts";

export interface BotLock {
  release(): void;
}

/** Another bot runs on the file; it is not ours to start beside it. */
export class BotAlreadyRuns extends Error {
  override readonly name = "BotAlreadyRuns";
  readonly pid: number;
  constructor(pid: number) {
    super(`a bot runs on this database file already, as process ${pid}`);
    this.pid = pid;
  }
}

const holder = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
type Holder = z.infer<typeof holder>;

/** Answers a lock to release, or throws BotAlreadyRuns. PostgreSQL needs none: there, work is claimed row by row. */
export function acquireBotLock(url: string): BotLock {
  if (databaseKind(url) === "postgres") return { release: () => undefined };
  const path = `${sqlitePath(url)}.bot-lock`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? "" };
  // Twice: the lock of a process that died is removed once; whoever was quicker then has it.
  if (!take(path, mine)) {
    refuseOrRemove(path);
    if (!take(path, mine)) throw new BotAlreadyRuns(read(path)?.pid ?? 0);
  }
  return {
    release: () => {
      const current = read(path);
      if (current?.pid === mine.pid && current.startedAt === mine.startedAt) rmSync(path, { force: true });
    },
  };
}

/** The process that runs a desk on this SQLite file now; undefined where none does, and for PostgreSQL. */
export function runningBot(url: string): number | undefined {
  const held = databaseKind(url) === "postgres" ? undefined : read(`${sqlitePath(url)}.bot-lock`);
  return held !== undefined && isAlive(held) ? held.pid : undefined;
}

/** A link appears whole or not at all, so nobody reads half a lock. */
function take(path: string, mine: Holder): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuseOrRemove(path: string): void {
  const held = read(path);
  if (held !== undefined && isAlive(held)) throw new BotAlreadyRuns(held.pid);
  rmSync(path, { force: true });
}

function read(path: string): Holder | undefined {
  try {
    const held = holder.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return held.success ? held.data : undefined;
  } catch {
    return undefined;
  }
}

/** A process id is used again after a while; the moment the process began tells the two apart where it is known. */
function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const started = startOf(pid);
  return started === undefined || startedAt === "" || started === startedAt;
}

/** Linux tells when a process began, in ticks since the machine did, beside which boot that was; others do not. */
function startOf(pid: number): string | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}:${afterName.split(" ")[19] ?? ""}`;
  } catch {
    return undefined;
  }
}
