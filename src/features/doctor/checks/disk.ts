import { dirname } from "node:path";
import { sqlitePath } from "../../../platform/storage/index.ts";
import { type Finding, fail, ok, warn } from "../finding.ts";
import type { Check, Patient } from "../patient.ts";
import { standingFolder } from "../standing-folder.ts";

const MEGABYTE = 1024 * 1024;
/** A busy branch's month of evidence. */
const LOW_MB = 2_048;
/** SQLite's log alone may need as much before it is folded back. */
const FULL_MB = 200;

export const disk: Check = {
  name: "disk",
  needs: [],
  look: async (patient) => {
    const { databaseUrl, evidenceDir } = patient.config;
    const database = databaseUrl.startsWith("file:") ? [dirname(sqlitePath(databaseUrl))] : [];
    const folders = new Set([...database, evidenceDir].map(standingFolder));
    return Promise.all([...folders].map((folder) => room(patient, folder)));
  },
};

async function room({ freeBytes }: Patient, folder: string): Promise<Finding> {
  const free = Math.floor((await freeBytes(folder)) / MEGABYTE);
  if (free < FULL_MB) {
    return fail("disk.full", { free, folder });
  }
  return free < LOW_MB ? warn("disk.low", { free, folder }) : ok("disk.ok", { free, folder });
}
