/** The desk's process as the bench holds it: orders, signals, and its end. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { bundle } from "../bundle.ts";
import type { Order, Reply, Sent } from "./wire.ts";

/** The process ended before it had answered: what the bench wants, most of the time. */
export class ProcessGone extends Error {
  override readonly name = "ProcessGone";
}

/** The desk in one file. Answers its path. */
export const bundleDesk = (): string => bundle("bench/faults/child/desk.ts");

/** In a life of seconds, what V8 spends on helper threads and on faster code never comes back: a start costs half without. */
const SHORT_LIVED = ["--single-threaded", "--no-opt", "--liftoff-only", "--wasm-lazy-compilation"];

export class DeskProcess {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, { done: () => void; failed: (failure: Error) => void }>();
  private orders = 0;
  readonly gone: Promise<unknown>;

  constructor(bundle: string) {
    const heard = process.env.FAULTS_HEAR === undefined ? "ignore" : "inherit";
    this.child = fork(bundle, [], {
      env: { PATH: process.env.PATH, NODE_NO_WARNINGS: "1" },
      stdio: ["ignore", heard, heard, "ipc"],
      execArgv: SHORT_LIVED,
    });
    this.gone = once(this.child, "exit").then(() => this.end());
    this.child.on("message", (reply: Reply) => this.hear(reply));
    this.child.on("error", () => undefined);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it is done. Throws ProcessGone where the process ended first, and what the desk itself complains of. */
  order(order: Order): Promise<void> {
    if (!this.alive || !this.child.connected) {
      return Promise.reject(new ProcessGone("the desk's process has ended"));
    }
    this.orders += 1;
    const sent: Sent = { id: this.orders, order };
    return new Promise((done, failed) => {
      this.waiting.set(sent.id, { done, failed });
      this.child.send(sent, (unsent) => unsent !== null && this.end());
    });
  }

  /** Sends the signal; resolves when the process has ended. */
  async kill(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    this.child.kill(signal);
    await this.gone;
  }

  private hear({ id, failure }: Reply): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (failure === undefined) {
      asked?.done();
    } else {
      asked?.failed(new Error(failure));
    }
  }

  private end(): void {
    for (const { failed } of this.waiting.values()) {
      failed(new ProcessGone("the desk's process has ended"));
    }
    this.waiting.clear();
  }
}
