import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "../../../platform/ids.ts";
import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";
import { standingFolder } from "../standing-folder.ts";

/** Writes an empty file and takes it away again; where the folder is not made yet, in the nearest one above. */
export const evidence: Check = {
  name: "evidence",
  needs: [],
  look: async ({ config: { evidenceDir: folder } }) => {
    const trial = join(standingFolder(folder), `doctor-${newId()}`);
    try {
      await writeFile(trial, "");
      return [ok("evidence.ok", { folder })];
    } catch (failure) {
      const code = failure instanceof Error && "code" in failure ? String(failure.code) : "unknown";
      return [fail("evidence.not_writable", { folder, code })];
    } finally {
      await rm(trial, { force: true }).catch(() => undefined);
    }
  },
};
