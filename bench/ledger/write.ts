/** A process of its own that writes one register and says how long it took and how much memory it ever held. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import Database from "libsql";
import type { LedgerFormat } from "../../src/domain/ledger/filters.ts";
import { writeLedger } from "../../src/features/ledger/write-file.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { openParts } from "../../src/open-parts.ts";
import { createStandingClocks } from "../../src/platform/clock.ts";
import { loadConfig } from "../../src/platform/config/index.ts";
import { peakMegabytes } from "../peak-memory.ts";

// As commands/run.mjs does.
setFlagsFromString("--liftoff-only");

export interface Writing {
  readonly url: string;
  readonly folder: string;
  /** `raw`: the same rows by one SQL statement, joined with commas. */
  readonly as: LedgerFormat | "raw";
  readonly reader: string;
  readonly at: string;
}

export interface Wrote {
  /** From the first question to the file's end, without the program's own start. */
  readonly ms: number;
  readonly rows: number;
  readonly differences: number;
  readonly peakMb: number;
}

const RAW = `
  SELECT a."seq", a."at", a."verb", u."code", u."name" AS "unit", b."number", b."name", b."customerType", i."product", i."number" AS "inspection",
    a."actorId", l."drawnMinor", l."currency", l."tier"
  FROM "AuditEvent" a JOIN "Inspection" i ON i."id" = a."subjectId" JOIN "Borrower" b ON b."id" = i."borrowerId"
  JOIN "OrgUnit" u ON u."id" = i."unitId" JOIN "Loan" l ON l."borrowerId" = b."id" ORDER BY a."seq"`;

async function raw({ url, folder }: Writing): Promise<Omit<Wrote, "peakMb">> {
  const database = new Database(url.slice("file:".length), { readonly: true });
  const began = performance.now();
  const out = createWriteStream(`${folder}/raw.csv`);
  let rows = 0;
  for (const row of database.prepare(RAW).iterate()) {
    rows += 1;
    const line = `${Object.values(row as object).join(",")}\r\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  database.close();
  return { rows, differences: 0, ms: performance.now() - began };
}

async function ours({ url, folder, as, reader, at }: Writing): Promise<Omit<Wrote, "peakMb">> {
  const config = loadConfig({ DATABASE_URL: url, AFTERLOAN_DATA_DIR: folder, LOG_LEVEL: "error" });
  if (Array.isArray(config) || as === "raw") throw new Error("the bench's own settings are wrong");
  const { parts, close } = await openParts(config, undefined, { clocks: createStandingClocks(at) });
  const ctx = await contextOfPerson(parts, reader);
  if (ctx === undefined) throw new Error("the book has no such reader");
  const began = performance.now();
  const wanted = { filters: {}, format: as, path: `${folder}/ledger.${as}` };
  const { entries, differences } = await parts.database.inBackground(() => writeLedger(ctx, wanted, () => undefined));
  const ms = performance.now() - began;
  await close();
  return { rows: entries, differences, ms };
}

process.on("message", (writing: Writing) => {
  const write = writing.as === "raw" ? raw(writing) : ours(writing);
  void write.then((wrote) => {
    const said: Wrote = { ...wrote, peakMb: peakMegabytes() };
    process.send?.(said);
  });
});
