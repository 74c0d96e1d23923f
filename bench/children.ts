/** The processes that a bench starts: each ends with the bench. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { repositoryPath } from "../prisma/schema.ts";
import { bundle } from "./bundle.ts";

export interface Child {
  readonly process: ChildProcess;
  /** Sends one message to a child that was forked, and answers the next one of its own. */
  ask<Answer>(question: object): Promise<Answer>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 120_000;

export interface ChildWishes {
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a file of this repository, a `.ts` in one piece. With an IPC channel; its standard output is read for `ready`. */
export function startChild(file: string, args: readonly string[] = [], wishes: ChildWishes = {}): Child {
  const started = spawn(process.execPath, [file.endsWith(".ts") ? bundle(file) : repositoryPath(file), ...args], {
    env: { ...withoutSlack(process.env), ...wishes.env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  return {
    process: started,
    ask: <Answer>(question: object) =>
      new Promise<Answer>((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
        started.once("exit", ended);
        started.once("message", (answer) => {
          started.off("exit", ended);
          resolve(answer as Answer);
        });
        started.send(question);
      }),
    stop: async () => {
      if (started.exitCode === null && started.signalCode === null) {
        const ended = once(started, "exit");
        started.kill("SIGTERM");
        await ended;
      }
    },
  };
}

/** Answers when the child has said something that fits, and how long that took since now, in milliseconds. */
export async function saidBy({ process: child }: Child, sign: RegExp): Promise<{ text: string; ms: number }> {
  const began = performance.now();
  let text = "";
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`not ready after ${READY_WITHIN_MS} ms: ${text}`)),
      READY_WITHIN_MS,
    );
    child.once("exit", (code) => reject(new Error(`the child ended with ${code}: ${text}`)));
    child.stdout?.on("data", (piece: Buffer) => {
      text += piece.toString();
      if (sign.test(text)) {
        clearTimeout(timer);
        resolve({ text, ms: performance.now() - began });
      }
    });
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A bench never meets a real Slack. */
function withoutSlack(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(SLACK_|AFTERLOAN_|DATABASE_URL$|PORT$|LOG_LEVEL$)/.test(name)),
  );
}
