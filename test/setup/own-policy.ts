/** The shipped bank's policy with some of its lines changed, as a file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Throws where a line to be changed is not there: the test would try the shipped policy. */
export function ownPolicy(folder: string, changes: readonly (readonly [from: string, to: string])[]): string {
  const path = join(folder, "own.yml");
  let text = readFileSync("policy/cn-bank.yml", "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the shipped policy holds no line “${from}”`);
    text = text.replace(from, to);
  }
  writeFileSync(path, text);
  return path;
}
