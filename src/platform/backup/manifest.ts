/** What a backup says of itself, beside its file: what was copied, when, and which evidence belongs to it. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const manifest = z.object({
  format: z.literal("afterloan-backup-1"),
  /** The machine's and the business moment before the copy began: whatever is later may have been sent and is not in it. */
  takenAt: z.iso.datetime(),
  businessAt: z.iso.datetime(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `SEQ:HASH` of the audit chain. */
  auditHead: z.string(),
  /** Files of the evidence folder, by hash. */
  evidence: z.array(z.object({ sha256: z.string(), bytes: z.number().int() })),
});
export type BackupManifest = z.infer<typeof manifest>;

export const manifestPath = (file: string) => `${file}.json`;

export async function writeManifest(file: string, content: BackupManifest): Promise<void> {
  await writeFile(manifestPath(file), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

/** Nothing where there is none, or where it is no manifest. */
export async function readManifest(file: string): Promise<BackupManifest | undefined> {
  const text = await readFile(manifestPath(file), "utf8").catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  try {
    return manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) {
    hash.update(part);
  }
  return hash.digest("hex");
}

/** What lies in the evidence folder now, by hash. A folder that does not exist is empty. */
export async function evidenceIn(folder: string): Promise<BackupManifest["evidence"]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const hashes = names.filter((name) => /(^|[\\/])[0-9a-f]{64}$/.test(name)).sort();
  return Promise.all(
    hashes.map(async (name) => ({ sha256: name.slice(-64), bytes: (await stat(join(folder, name))).size })),
  );
}
