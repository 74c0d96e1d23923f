import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The shipped policy, but that files do not go through Slack; unless told otherwise, a visit has to have its photos, too. */
export function linkPolicy(folder: string, needsPhotos = true): string {
  const path = join(folder, "link.yml");
  const shipped = readFileSync("policy/cn-bank.yml", "utf8");
  const photos = "          - key: photos\n            type: evidence\n";
  const byLink = shipped.replace("  mode: slack", "  mode: link");
  const required = `${photos}            required: true\n`;
  writeFileSync(path, needsPhotos ? byLink.replaceAll(photos, required) : byLink);
  return path;
}
