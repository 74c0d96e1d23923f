/** A process of its own: imports an extract as the command does, without planning. Tells seconds and the most memory. */

import { setFlagsFromString } from "node:v8";
import { isoDate } from "../../src/domain/dates.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { importPortfolio, loadMapping } from "../../src/features/portfolio/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";
import { peakMegabytes } from "../peak-memory.ts";
import type { Taken } from "./taken.ts";

// As commands/run.mjs does.
setFlagsFromString("--liftoff-only");
setFlagsFromString("--optimize-for-size");
const [url = "", file = "", mappingFile = ""] = process.argv.slice(2);
const config = loadConfig({ DATABASE_URL: url, LOG_LEVEL: "error" });
const mapping = loadMapping(mappingFile);
if (Array.isArray(config) || isProblems(mapping)) throw new Error("the bench's own settings are wrong");
const { parts, close } = await openParts(config);
const began = performance.now();
const report = await importPortfolio(systemContext(parts), {
  ...{ file, mapping, asOf: isoDate("2026-03-09"), takeOnOn: isoDate("2026-03-01") },
});
if (isRefusal(report)) throw new Error(report.refused);
const seconds = (performance.now() - began) / 1000;
await close();
const taken: Taken = { seconds, rows: report.counts.imported, megabytes: peakMegabytes() };
process.send?.(taken);
process.disconnect?.();
