import { fail, ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

/** What the installation granted beside what manifest.yml asks for. */
export const scopes: Check = {
  name: "scopes",
  needs: ["slack", "token"],
  look: async (patient) => {
    const answer = await patient.auth();
    const granted = answer.kind === "answer" ? answer.scopes : undefined;
    if (granted === undefined) {
      return [warn("scopes.unknown")];
    }
    const missing = patient.neededScopes.filter((scope) => !granted.includes(scope));
    const more = granted.filter((scope) => !patient.neededScopes.includes(scope));
    const found = [
      ...(missing.length > 0 ? [fail("scopes.missing", { count: missing.length, scopes: missing.join(", ") })] : []),
      ...(more.length > 0 ? [warn("scopes.more", { count: more.length, scopes: more.join(", ") })] : []),
    ];
    return found.length === 0 ? [ok("scopes.ok", { count: granted.length })] : found;
  },
};
