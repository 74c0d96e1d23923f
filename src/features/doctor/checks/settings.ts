import { ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

/** Unsound settings are told before anything is looked at: `settingProblems`. */
export const settings: Check = {
  name: "settings",
  needs: [],
  look: async ({ config: { slack, proxiesUnread = [] } }) => [
    ok(`settings.${slack.mode}`),
    ...(proxiesUnread.length === 0 ? [] : [warn("settings.proxy_unread", { settings: proxiesUnread.join(", ") })]),
  ],
};
