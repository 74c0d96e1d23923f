/** Our own copy of a file, under its hash: the same content is stored once, and a changed one cannot pass for it. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "./ids.ts";

export interface EvidenceStore {
  /** Answers the SHA-256 (hex) of what was stored. */
  put(bytes: Uint8Array): Promise<string>;
  /** Throws where the copy is missing or is not what its name says. */
  get(sha256: string): Promise<Uint8Array>;
  /** Removes a copy that nothing names any more, unless it was put there again since `before`. Answers whether one went. */
  remove(sha256: string, before: Date): Promise<boolean>;
}

export function evidenceStore(directory: string): EvidenceStore {
  const place = (sha256: string) => join(directory, sha256.slice(0, 2), sha256);
  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes);
      const path = place(sha256);
      await mkdir(join(directory, sha256.slice(0, 2)), { recursive: true });
      // Written aside and renamed: a process that dies half way leaves no half file under the hash.
      const aside = `${path}.${newId()}`;
      await writeFile(aside, bytes, { mode: 0o600 });
      await rename(aside, path);
      return sha256;
    },
    get: async (sha256) => {
      const bytes = await readFile(place(sha256));
      if (hashOf(bytes) !== sha256) {
        throw new Error(`the stored file ${sha256.slice(0, 12)} has been changed`);
      }
      return bytes;
    },
    remove: async (sha256, before) => {
      const found = await stat(place(sha256)).catch(() => undefined);
      if (found === undefined || found.mtime >= before) return false;
      await rm(place(sha256), { force: true });
      return true;
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
