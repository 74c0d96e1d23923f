/** A picture as 32 by 32 shades of grey, read beside the desk's own thread. */
import { Worker } from "node:worker_threads";

/** A picture that takes longer is no photo that anybody took. */
const PATIENCE_MS = 20_000;
const MOST_MEGABYTES = 900;

/** Nothing where it is no JPEG or PNG, is broken, too large or too slow: then it is only known by its bytes. */
export function greyOf(bytes: Uint8Array): Promise<readonly number[] | undefined> {
  const worker = new Worker(new URL("./shrink.mjs", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return new Promise((resolve) => {
    const done = (grey?: readonly number[]) => {
      clearTimeout(timer);
      resolve(grey);
      void worker.terminate();
    };
    const timer = setTimeout(done, PATIENCE_MS);
    worker.once("message", (said: unknown) => done(Array.isArray(said) ? said.map(Number) : undefined));
    worker.once("error", () => done());
    worker.once("exit", () => done());
  });
}
