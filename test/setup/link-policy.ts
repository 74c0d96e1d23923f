import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The shipped policy, but that files do not go through Slack, and that a visit has to have its photos. */
export function linkPolicy(folder: string): string {
  const path = join(folder, "link.yml");
  const shipped = readFileSync("policy/cn-bank.yml", "utf8");
  const photos = "          - key: photos\n            type: evidence\n";
  const changed = shipped
    .replace("  mode: slack", "  mode: link")
    .replaceAll(photos, `${photos}            required: true\n`);
  writeFileSync(path, changed);
  return path;
}
