/** The thread in which pictures are drawn; see painted.ts. It loads TypeScript by itself, whichever way the desk was started. */
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { paint } = await import("./paint/paint.ts");

parentPort?.on("message", async ({ number, job }) => {
  try {
    parentPort?.postMessage({ number, bytes: await paint(job) });
  } catch (failure) {
    parentPort?.postMessage({ number, failure: failure instanceof Error ? failure.message : "unknown" });
  }
});
