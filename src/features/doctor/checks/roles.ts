import { type Finding, ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

const NEEDED = ["administrator", "post_loan_officer", "unit_manager"] as const;

/** Roles without which somebody waits for ever. */
export const roles: Check = {
  name: "roles",
  needs: ["record"],
  look: async ({ db, businessNow }) => {
    const at = (await businessNow()).toJSDate();
    const found: Finding[] = [];
    for (const role of NEEDED) {
      const held = await db.roleGrant.count({
        where: { role, fromAt: { lte: at }, OR: [{ toAt: null }, { toAt: { gt: at } }] },
      });
      if (held === 0) {
        found.push(warn(`roles.${role}`));
      }
    }
    return found.length === 0 ? [ok("roles.ok")] : found;
  },
};
