import { ok } from "../finding.ts";
import type { Check } from "../patient.ts";

/** Unsound settings are told before anything is looked at: `settingProblems`. */
export const settings: Check = {
  name: "settings",
  needs: [],
  look: async ({ config: { slack } }) => [ok(`settings.${slack.mode}`)],
};
