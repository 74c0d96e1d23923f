import { headText, verifyAuditEnd } from "../../../platform/audit/index.ts";
import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

/** The end of the chain; `audit verify` reads all of it. */
const LAST = 500;

export const audit: Check = {
  name: "audit",
  needs: ["record"],
  look: async ({ db }) => {
    const { findings, head } = await verifyAuditEnd(db, LAST);
    const [first] = findings;
    return first === undefined
      ? [ok("audit.ok", { head: headText(head) })]
      : [fail("audit.broken", { seq: String(first.seq) })];
  },
};
