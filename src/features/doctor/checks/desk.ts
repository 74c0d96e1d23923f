import { runningBot } from "../../../platform/storage/index.ts";
import { ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

export const desk: Check = {
  name: "desk",
  needs: [],
  look: async ({ config: { databaseUrl } }) => {
    const pid = runningBot(databaseUrl);
    return [pid === undefined ? ok("desk.none") : warn("desk.runs", { pid: String(pid) })];
  },
};
