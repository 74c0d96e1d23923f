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
const READY_MS = 60_000;

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
  start(): Promise<RunningDesk>;
  remove(): void;
}

/** A data folder that outlives the process; every start in it takes the same port, so that open windows find it again. */
export async function deskFolder(): Promise<DeskFolder> {
  const folder = mkdtempSync(join(tmpdir(), "afterloan-story-"));
  const port = await freePort();
  return {
    start: () => startDesk(folder, port),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function startDesk(folder: string, port: number): Promise<RunningDesk> {
  const began = performance.now();
  const child = spawn(process.execPath, COMMAND, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), AFTERLOAN_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
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
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") {
    throw new Error("no port");
  }
  return address.port;
}
