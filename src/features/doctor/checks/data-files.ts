import { statSync } from "node:fs";
import { dirname } from "node:path";
import { sqlitePath } from "../../../platform/storage/index.ts";
import { ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

const OTHERS_READ = 0o004;
const OTHERS_ENTER = 0o001;

/** SQLite makes its file as the umask allows, and customers are in it; nobody else reads what lies in a folder they cannot enter. Windows has no such mode, PostgreSQL no such file. */
export const dataFiles: Check = {
  name: "data_files",
  needs: ["database"],
  look: async ({ config: { databaseUrl } }) => {
    if (!databaseUrl.startsWith("file:") || process.platform === "win32") {
      return [];
    }
    const path = sqlitePath(databaseUrl);
    const isOpen = (statSync(path).mode & OTHERS_READ) !== 0 && (statSync(dirname(path)).mode & OTHERS_ENTER) !== 0;
    return [isOpen ? warn("data_files.readable", { path }) : ok("data_files.ok")];
  },
};
