/** What tests leave in the temporary folder goes with the run. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunFolder {
  readonly path: string;
  remove(): void;
}

/** From now on it is the temporary folder of this process and of those that it starts. */
export function openRunFolder(): RunFolder {
  const path = mkdtempSync(join(tmpdir(), "afterloan-test-"));
  process.env.TMPDIR = path;
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** For runs that need nothing else. */
export function setup(): () => void {
  return openRunFolder().remove;
}
