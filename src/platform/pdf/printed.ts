/** Documents, drawn beside the desk's own thread. */
import { DrawingThread } from "../drawing-thread.ts";
import type { PrintJob } from "./print-job.ts";

const thread = new DrawingThread<PrintJob>(new URL("./press-thread.mjs", import.meta.url));

/** Throws what the drawing reports, or an Error where it does not come to an end. */
export function printed(job: PrintJob): Promise<Uint8Array> {
  return thread.draw(job);
}
