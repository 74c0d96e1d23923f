import { isProblems } from "../../../platform/yaml-file.ts";
import { type Finding, fail, ok, warn } from "../finding.ts";
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
      const [first] = loaded;
      const problem = `${first?.path || `${first?.line}:${first?.column}`}: ${first?.problem}; ${first?.remedy}`;
      return [fail("policy.invalid", { file, count: loaded.length, line: first?.line ?? 1, problem })];
    }
    const hash = loaded.hash.slice(0, SHOWN_OF_HASH);
    return [ok("policy.ok", { file, hash }), ...unread(loaded.policy, file)];
  },
};

/** Rules that compliance has not read in the original. */
function unread(content: unknown, file: string): Finding[] {
  const count = marksIn(content);
  return count === 0 ? [] : [warn("policy.legal_review", { count, file })];
}

function marksIn(value: unknown): number {
  if (typeof value !== "object" || value === null) {
    return 0;
  }
  const own = "needs_legal_review" in value && value.needs_legal_review === true ? 1 : 0;
  return Object.values(value).reduce<number>((sum, member) => sum + marksIn(member), own);
}
