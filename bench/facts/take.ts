/** A process of its own: takes a file of facts as the command does, without planning. Tells seconds and the longest write, elapsed and of the processor. */

import { isRefusal } from "../../src/domain/refusal.ts";
import { importFacts } from "../../src/features/facts/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { type Parts, systemContext } from "../../src/platform/context.ts";
import { peakMegabytes } from "../peak-memory.ts";
import type { TakenFacts } from "./taken-facts.ts";

class Writes {
  mostMs = 0;

  /** The same parts, whose transactions are measured. */
  measured(parts: Parts): Parts {
    const { database } = parts;
    const inTransaction: typeof database.inTransaction = (work, limitMs) =>
      database.inTransaction(async (tx) => {
        const before = process.cpuUsage();
        const answer = await work(tx);
        const { user, system } = process.cpuUsage(before);
        this.mostMs = Math.max(this.mostMs, (user + system) / 1_000);
        return answer;
      }, limitMs);
    return { ...parts, database: { ...database, inTransaction } };
  }
}

const [url = "", file = "", now = ""] = process.argv.slice(2);
const config = loadConfig({ DATABASE_URL: url, LOG_LEVEL: "error" });
if (Array.isArray(config)) throw new Error("the bench's own settings are wrong");
const { parts, close } = await openParts(config, undefined, { clocks: createStandingClocks(now) });
const writes = new Writes();
const report = await importFacts(systemContext(writes.measured(parts)), {
  ...{ file, kind: "balances", source: "core_banking" },
  follow: async () => undefined,
});
if (isRefusal(report)) throw new Error(report.refused);
const taken: TakenFacts = {
  seconds: report.seconds,
  rows: report.counts.imported + report.counts.updated + report.counts.unchanged,
  megabytes: peakMegabytes(),
  longestMs: parts.database.longestBackgroundWrite(),
  mostProcessorMs: writes.mostMs,
};
await close();
process.send?.(taken);
process.disconnect?.();
