import { fail, ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

export const database: Check = {
  name: "database",
  needs: [],
  loses: ({ level }) => (level === "fail" ? ["database", "record"] : []),
  look: async ({ probed }) => {
    switch (probed.kind) {
      case "absent":
        return [warn("database.absent", { path: probed.path })];
      case "closed":
        return [fail(`database.${probed.fault}`)];
      case "open":
        return [
          probed.fault === undefined
            ? ok("database.ok", { kind: probed.database.kind === "sqlite" ? "SQLite" : "PostgreSQL" })
            : fail(`database.${probed.fault}`),
        ];
    }
  },
};
