import { keptOffsetMs } from "../../../platform/kept-clock.ts";
import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

const MINUTE_MS = 60_000;

export const businessClock: Check = {
  name: "business_clock",
  needs: ["record"],
  look: async ({ db, config: { slack } }) => {
    const offset = await keptOffsetMs(db);
    if (offset === 0) {
      return [ok("business_clock.ok")];
    }
    const minutes = Math.round(offset / MINUTE_MS);
    return [
      slack.mode === "local"
        ? ok("business_clock.demonstration", { minutes })
        : fail("business_clock.moved", { minutes }),
    ];
  },
};
