/** Compliance has read one rule in the original: who, when, and which words. */
import { nothingInParticular } from "../../domain/may.ts";
import { unreviewedRules } from "../../domain/policy/unreviewed.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { policyOfText } from "../../platform/policy-file.ts";
import { findProposal } from "./store.ts";

/** Signing twice is signing once. */
export async function signOffRule(ctx: Context, proposalId: string, path: string): Promise<Refusal | undefined> {
  return inTransaction(ctx, async (tx) => {
    const refused = authorize(tx, "sign_off_rule", nothingInParticular);
    if (refused !== undefined) {
      return refused;
    }
    const proposal = await findProposal(tx.db, proposalId);
    const rule =
      proposal === null ? undefined : unreviewedRules(policyOfText(proposal.text)).find((one) => one.path === path);
    if (proposal === null || rule === undefined) {
      return refuse("policy.nothing_waits");
    }
    if (proposal.signOffs.some((one) => one.path === path)) {
      return undefined;
    }
    const signed = { path, ruleText: rule.text, signedById: tx.actor.personId, signedAt: tx.now.toJSDate() };
    await tx.db.policySignOff.create({ data: { proposalId, ...signed } });
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "policy.rule_signed_off",
      subject: { kind: "policy_proposal", id: proposalId },
      after: { path, text: rule.text },
    });
    return undefined;
  });
}
