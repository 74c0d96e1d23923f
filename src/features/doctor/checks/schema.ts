import { fail, ok, some, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

export const schema: Check = {
  name: "schema",
  needs: ["database"],
  /** A missing guard hinders nobody who reads. */
  loses: ({ code }) => (code === "schema.pending" || code === "schema.newer" ? ["record"] : []),
  look: async ({ schema: inspect }) => {
    const { applied, pending, unknown, missingGuards } = await inspect();
    const found = [
      ...(unknown.length > 0 ? [fail("schema.newer", { count: unknown.length, names: some(unknown) })] : []),
      ...(pending.length > 0 ? [warn("schema.pending", { count: pending.length, names: some(pending) })] : []),
      ...(missingGuards.length > 0
        ? [fail("schema.guards", { count: missingGuards.length, names: some(missingGuards) })]
        : []),
    ];
    return found.length === 0 ? [ok("schema.ok", { count: applied })] : found;
  },
};
