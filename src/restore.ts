/** Puts a backup in the place of the record. The desk must be stopped; what stood there is kept beside it. */
import { copyFileSync, existsSync, renameSync } from "node:fs";
import { isRefusal } from "./domain/refusal.ts";
import { openParts } from "./open-parts.ts";
import { missingEvidence } from "./platform/backup/back-up.ts";
import { evidenceIn, fileHash, readManifest } from "./platform/backup/manifest.ts";
import { authorizeBackups, type BackupRefusal, refuseBackup } from "./platform/backup/refusal.ts";
import type { Clocks } from "./platform/clock.ts";
import type { Config } from "./platform/config/index.ts";
import { systemContext } from "./platform/context.ts";
import { type MarkedRestored, markRestored } from "./platform/outbox/after-restore.ts";
import { acquireBotLock, BotAlreadyRuns, sqlitePath } from "./platform/storage/index.ts";

export interface RestoredRecord extends MarkedRestored {
  readonly takenAt: string;
  /** Where the record lies that stood there before. */
  readonly keptAs: string | undefined;
  readonly missing: readonly string[];
}

/** Of a SQLite backup. Refused while a desk runs, and where the file is not what its manifest says. */
export async function restore(config: Config, file: string, clocks?: Clocks): Promise<RestoredRecord | BackupRefusal> {
  if (!config.databaseUrl.startsWith("file:")) {
    return refuseBackup("postgres_restore", file);
  }
  const manifest = existsSync(file) ? await readManifest(file) : undefined;
  if (manifest === undefined) {
    return refuseBackup("no_backup", file);
  }
  if ((await fileHash(file)) !== manifest.sha256) {
    return refuseBackup("changed", file);
  }
  const lock = lockOf(config.databaseUrl);
  if (lock === undefined) {
    return refuseBackup("running", file);
  }
  try {
    const keptAs = putInPlace(file, sqlitePath(config.databaseUrl));
    const marked = await mark(config, manifest.businessAt, manifest.auditHead, clocks);
    return isRefusal(marked) ? marked : { ...marked, takenAt: manifest.businessAt, keptAs };
  } finally {
    lock.release();
  }
}

/** After `pg_restore`, or any other tool: what stands in the database is marked as restored from a copy of that moment. */
export async function markForeignRestore(config: Config, takenAt: string): Promise<RestoredRecord | BackupRefusal> {
  const lock = lockOf(config.databaseUrl);
  if (lock === undefined) {
    return refuseBackup("running", takenAt);
  }
  try {
    const marked = await mark(config, takenAt, "");
    return isRefusal(marked) ? marked : { ...marked, takenAt, keptAs: undefined };
  } finally {
    lock.release();
  }
}

async function mark(config: Config, takenAt: string, auditHead: string, clocks?: Clocks) {
  const { parts, close } = await openParts(config, undefined, clocks === undefined ? {} : { clocks });
  try {
    const ctx = systemContext(parts);
    const refused = authorizeBackups(ctx);
    if (refused !== undefined) {
      return refused;
    }
    const missing = await missingEvidence(ctx, await evidenceIn(config.evidenceDir));
    return { ...(await markRestored(ctx, takenAt, auditHead)), missing };
  } finally {
    await close();
  }
}

function lockOf(url: string) {
  try {
    return acquireBotLock(url);
  } catch (failure) {
    if (failure instanceof BotAlreadyRuns) {
      return undefined;
    }
    throw failure;
  }
}

/** The log of the old file goes with it: left behind, it would be played into the new one. */
function putInPlace(file: string, path: string): string | undefined {
  const arriving = `${path}.arriving`;
  copyFileSync(file, arriving);
  const keptAs = existsSync(path) ? freeName(`${path}.before-restore`) : undefined;
  for (const suffix of keptAs === undefined ? [] : ["", "-wal", "-shm"]) {
    if (existsSync(`${path}${suffix}`)) {
      renameSync(`${path}${suffix}`, `${keptAs}${suffix}`);
    }
  }
  renameSync(arriving, path);
  return keptAs;
}

function freeName(wanted: string): string {
  for (let n = 0; ; n += 1) {
    const name = n === 0 ? wanted : `${wanted}.${n}`;
    if (!existsSync(name)) {
      return name;
    }
  }
}
