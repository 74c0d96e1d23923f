/** The product as a newcomer starts it: a process of its own, on a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/**
 * One process, not tsx's own command around it: that one ends its child by force when it has not answered a signal within
 * 30 ms, and a desk that is drawing three hundred loans has not.
 */
const COMMAND = ["--import", "tsx", "commands/cli.ts", "start"];
/** Not a promise of the product: how long a busy machine is given. */
export const READY_MS = 120_000;

export interface RunningDesk {
  /** The address that was printed. */
  readonly url: string;
  /** Milliseconds from the command to the address. */
  readonly readyMs: number;
  /** All that it has printed. */
  said(): string;
  /** Asks it to stop, as Ctrl+C does; answers the exit code. */
  stop(): Promise<number | null>;
  /** Takes the power away. */
  crash(): Promise<void>;
}

export interface DeskFolder {
  /** Minutes by which the machine's clock is ahead in that process. */
  start(minutesAhead?: number): Promise<RunningDesk>;
  /** Where its files lie. */
  readonly path: string;
  remove(): void;
}

/** The stories lived on another day than the machine's: what passes on a Thursday may fail before a weekend. */
const DAYS_AHEAD = Number(process.env.STORY_DAYS_AHEAD ?? 0);

/** Settings beside port and data folder, given the folder. */
export type Settings = (folder: string) => Readonly<Record<string, string>>;

/** A data folder that outlives the process; every start in it takes the same port, so that open windows find it again. */
export async function deskFolder(settings: Settings = () => ({})): Promise<DeskFolder> {
  const folder = mkdtempSync(join(tmpdir(), "afterloan-story-"));
  const port = await freePort();
  const more = settings(folder);
  return {
    start: (minutesAhead = 0) => startDesk({ PORT: String(port), AFTERLOAN_DATA_DIR: folder, ...more }, minutesAhead),
    path: folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A clock that runs ahead, put in place before anything else is loaded. */
const aheadBy = (minutes: number) =>
  `data:text/javascript,${encodeURIComponent(`
const Real = Date;
const now = () => Real.now() + ${minutes * 60_000};
globalThis.Date = class Date extends Real {
  constructor(...said) { said.length === 0 ? super(now()) : super(...said); }
  static now() { return now(); }
};`)}`;

async function startDesk(settings: Readonly<Record<string, string>>, minutes: number): Promise<RunningDesk> {
  const began = performance.now();
  const minutesAhead = minutes + DAYS_AHEAD * 1_440;
  const child = spawn(
    process.execPath,
    [...(minutesAhead === 0 ? [] : ["--import", aheadBy(minutesAhead)]), ...COMMAND],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (part: Buffer) => {
      output += part.toString("utf8");
    });
  }
  const url = await printedAddress(child, () => output);
  const readyMs = performance.now() - began;
  return {
    url,
    readyMs,
    said: () => output,
    stop: () => ended(child, () => child.kill("SIGTERM")),
    crash: async () => {
      await ended(child, () => child.kill("SIGKILL"));
    },
  };
}

async function ended(child: ChildProcess, end: () => void): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, "close");
    end();
    await closed;
  }
  return child.exitCode;
}

async function printedAddress(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`no address after ${READY_MS} ms:\n${output()}`));
    }, READY_MS);
    const look = (): void => {
      const found = /http:\/\/\S+/.exec(output())?.[0];
      if (found !== undefined) {
        clearTimeout(late);
        resolve(found);
      }
    };
    child.stdout?.on("data", look);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`it ended with ${code}:\n${output()}`));
    });
  });
}

/** Free when it was asked for: the next start of the same folder must find it free too. */
/** One with a free port beside it, for the pages; below those that the system hands out, which may be taken before a restart. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = once(server, "listening").then(
    () => true,
    () => false,
  );
  server.listen(port, "127.0.0.1");
  const free = await listening;
  server.close();
  return free;
}
