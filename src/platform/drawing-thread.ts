/**
 * Draws in a thread of its own, one job after the other: reading a typeface and drawing take a second of processor time, and nobody who
 * presses a button meanwhile waits for that. The thread stays, so that only the first job loads the typeface's code, and keeps no process
 * alive that has nothing left to do.
 */
import { Worker } from "node:worker_threads";

/** Longer than any job on a busy machine; a thread that takes longer hangs. */
const PATIENCE_MS = 60_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (failure: Error) => void;
}

interface Begun {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** The program at the address is told `{number, job}` and answers `{number, bytes}` or `{number, failure}`. */
export class DrawingThread<Job> {
  readonly #address: URL;
  #begun: Begun | undefined;
  #numbers = 0;

  constructor(address: URL) {
    this.#address = address;
  }

  /** Throws what the drawing reports, or an Error where it does not come to an end. */
  async draw(job: Job): Promise<Uint8Array> {
    const { worker, waiting } = this.#begun ?? this.#begin();
    this.#numbers += 1;
    const number = this.#numbers;
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

  #begin(): Begun {
    const worker = new Worker(this.#address);
    const begun: Begun = { worker, waiting: new Map() };
    const ended = (failure: Error) => {
      if (this.#begun === begun) this.#begun = undefined;
      for (const { reject } of begun.waiting.values()) reject(failure);
    };
    worker.on("message", (said: unknown) => answered(begun, said));
    worker.on("error", ended);
    worker.on("exit", () => ended(new Error("the thread that draws has ended")));
    worker.unref();
    this.#begun = begun;
    return begun;
  }
}

function answered({ waiting }: Begun, said: unknown): void {
  if (typeof said !== "object" || said === null || !("number" in said)) return;
  const one = waiting.get(Number(said.number));
  if ("bytes" in said && said.bytes instanceof Uint8Array) {
    one?.resolve(said.bytes);
  } else {
    one?.reject(new Error("failure" in said ? String(said.failure) : "nothing was drawn"));
  }
}
