/** A process of its own: takes a file of facts as the command does, without planning. Tells seconds and the longest write. */
import { isRefusal } from "../../src/domain/refusal.ts";
import { importFacts } from "../../src/features/facts/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import type { TakenFacts } from "./taken-facts.ts";

const [url = "", file = "", now = ""] = process.argv.slice(2);
const config = loadConfig({ DATABASE_URL: url, LOG_LEVEL: "error" });
if (Array.isArray(config)) throw new Error("the bench's own settings are wrong");
const { parts, close } = await openParts(config, undefined, { clocks: createStandingClocks(now) });
const report = await importFacts(systemContext(parts), {
  ...{ file, kind: "balances", source: "core_banking" },
  follow: async () => undefined,
});
if (isRefusal(report)) throw new Error(report.refused);
const taken: TakenFacts = {
  seconds: report.seconds,
  rows: report.counts.imported + report.counts.updated + report.counts.unchanged,
  megabytes: process.resourceUsage().maxRSS / 1024,
  longestMs: parts.database.longestBackgroundWrite(),
};
await close();
process.send?.(taken);
process.disconnect?.();
