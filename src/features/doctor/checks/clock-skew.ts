import { fail, ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

/** Over HTTP, Slack's requests are refused from 300 s on. */
const FAR_SECONDS = 240;
const SOME_SECONDS = 30;

/** This machine's clock beside Slack's, which stands in the header of every answer. */
export const clockSkew: Check = {
  name: "clock_skew",
  needs: ["slack", "token"],
  look: async (patient) => {
    const answer = await patient.auth();
    const slacks = answer.kind === "answer" ? answer.date : undefined;
    if (slacks === undefined) {
      return [];
    }
    const seconds = Math.round((patient.machineNow().getTime() - slacks.getTime()) / 1000);
    const far = { seconds: Math.abs(seconds), how: seconds > 0 ? "ahead" : "behind" };
    if (far.seconds >= FAR_SECONDS) {
      return [fail("clock_skew.far", far)];
    }
    return [far.seconds >= SOME_SECONDS ? warn("clock_skew.some", far) : ok("clock_skew.ok", far)];
  },
};
