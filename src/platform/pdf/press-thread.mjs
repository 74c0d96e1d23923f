/** The thread in which documents are drawn; see printed.ts. It loads TypeScript by itself, whichever way the desk was started. */
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { press } = await import("./press.ts");

parentPort?.on("message", async ({ number, job }) => {
  try {
    parentPort?.postMessage({ number, bytes: await press(job) });
  } catch (failure) {
    parentPort?.postMessage({ number, failure: failure instanceof Error ? failure.message : "unknown" });
  }
});
