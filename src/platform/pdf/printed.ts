/**
 * Draws documents in a thread of its own, one after the other: reading the typeface and drawing take a second of processor time,
 * and nobody who presses a button meanwhile waits for that. The thread stays, so that only the first document loads the typeface's
 * code, and keeps no process alive that has nothing left to do.
 */
import { Worker } from "node:worker_threads";
import type { PrintJob } from "./print-job.ts";

/** Longer than any report on a busy machine; a thread that takes longer hangs. */
const PATIENCE_MS = 60_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (failure: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

let thread: Thread | undefined;
let numbers = 0;

/** Throws what the drawing reports, or an Error where it does not come to an end. */
export async function printed(job: PrintJob): Promise<Uint8Array> {
  const { worker, waiting } = thread ?? begun();
  numbers += 1;
  const number = numbers;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      timer = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      worker.ref();
      worker.postMessage({ number, job });
    });
  } finally {
    clearTimeout(timer);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
  }
}

function begun(): Thread {
  const worker = new Worker(new URL("./press-thread.mjs", import.meta.url));
  const begunNow: Thread = { worker, waiting: new Map() };
  const ended = (failure: Error) => {
    if (thread === begunNow) thread = undefined;
    for (const { reject } of begunNow.waiting.values()) reject(failure);
  };
  worker.on("message", (said: unknown) => answered(begunNow, said));
  worker.on("error", ended);
  worker.on("exit", () => ended(new Error("the thread that draws documents has ended")));
  worker.unref();
  thread = begunNow;
  return begunNow;
}

function answered({ waiting }: Thread, said: unknown): void {
  if (typeof said !== "object" || said === null || !("number" in said)) return;
  const one = waiting.get(Number(said.number));
  if ("bytes" in said && said.bytes instanceof Uint8Array) {
    one?.resolve(said.bytes);
  } else {
    one?.reject(new Error("failure" in said ? String(said.failure) : "nothing was drawn"));
  }
}
