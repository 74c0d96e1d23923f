import { recount } from "../../totals/index.ts";
import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

/** Everything is counted again by plain SQL and held beside what digests read. */
export const totals: Check = {
  name: "totals",
  needs: ["record"],
  look: async ({ probed }) => {
    if (probed.kind !== "open") {
      return [];
    }
    const { things, differences, rolled } = await recount(probed.database);
    const count = differences.length + rolled.length;
    return count === 0 ? [ok("totals.ok", { count: things })] : [fail("totals.differ", { count })];
  },
};
