/** A copy of the whole record while the desk runs: SQLite writes it out as of one moment, whoever else is writing. */
import { existsSync } from "node:fs";
import { headText, verifyAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { copySqlite, openDatabase } from "../storage/index.ts";
import { type BackupManifest, evidenceIn, fileHash, writeManifest } from "./manifest.ts";
import { authorizeBackups, type BackupRefusal, refuseBackup } from "./refusal.ts";

export interface BackedUp {
  readonly manifest: BackupManifest;
  /** Evidence that the record names and that lies in no file: by hash. */
  readonly missing: readonly string[];
}

/** Writes `file` and `file.json`. The copy is opened again and its audit chain read before it is called a backup. */
export async function backUp(ctx: Context, file: string, evidenceDir: string): Promise<BackedUp | BackupRefusal> {
  const refused = authorizeBackups(ctx);
  if (refused !== undefined) {
    return refused;
  }
  const { database, clocks } = ctx.parts;
  if (database.kind === "postgres") {
    return refuseBackup("postgres", file);
  }
  if (existsSync(file)) {
    return refuseBackup("exists", file);
  }
  const takenAt = clocks.machineNow().toISOString();
  const businessAt = clocks.now().toJSDate().toISOString();
  await copySqlite(database, file);
  const auditHead = await headOf(file);
  if (auditHead === undefined) {
    return refuseBackup("audit_broken", file);
  }
  // Evidence is written before the row that names it: what is listed after the copy holds all that the copy names.
  const evidence = await evidenceIn(evidenceDir);
  const manifest: BackupManifest = {
    format: "afterloan-backup-1",
    takenAt,
    businessAt,
    sha256: await fileHash(file),
    auditHead,
    evidence,
  };
  await writeManifest(file, manifest);
  return { manifest, missing: await missingEvidence(ctx, evidence) };
}

async function headOf(file: string): Promise<string | undefined> {
  const copy = await openDatabase({ url: `file:${file}` });
  try {
    const { head, findings } = await verifyAudit(copy.db);
    return findings.length === 0 ? headText(head) : undefined;
  } finally {
    await copy.close();
  }
}

/** Evidence that the record names as stored and that the list lacks. */
export async function missingEvidence(ctx: Context, there: BackupManifest["evidence"]): Promise<string[]> {
  const named = await ctx.db.evidence.findMany({ where: { sha256: { not: null } }, select: { sha256: true } });
  const known = new Set(there.map(({ sha256 }) => sha256));
  return [...new Set(named.flatMap(({ sha256 }) => sha256 ?? []))].filter((sha256) => !known.has(sha256));
}
