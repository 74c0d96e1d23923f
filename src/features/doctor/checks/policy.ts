import { countUnreviewed } from "../../../domain/policy/unreviewed.ts";
import { isProblems } from "../../../platform/yaml-file.ts";
import { type Finding, fail, ok, unsound, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

const SHOWN_OF_HASH = 12;

export const policy: Check = {
  name: "policy",
  needs: [],
  look: async ({ policyFile: file, policy: loaded }) => {
    if ("unreadable" in loaded) {
      return [fail("policy.unreadable", { file, code: loaded.unreadable })];
    }
    if (isProblems(loaded)) {
      return [unsound("policy.invalid", loaded, { count: loaded.length })];
    }
    const hash = loaded.hash.slice(0, SHOWN_OF_HASH);
    return [ok("policy.ok", { file, hash }), ...unread(loaded.policy, file)];
  },
};

/** Rules that compliance has not read in the original. */
function unread(content: unknown, file: string): Finding[] {
  const count = countUnreviewed(content);
  return count === 0 ? [] : [warn("policy.legal_review", { count, file })];
}
