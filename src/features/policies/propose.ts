/** Puts a policy forward: it changes nothing until a second person adopts it. */
import { nothingInParticular } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import type { LoadedPolicy } from "../../platform/policy-file.ts";
import { waitingProposal } from "./store.ts";

export interface Proposed {
  readonly proposalId: string;
}

export async function proposePolicy(ctx: Context, loaded: LoadedPolicy): Promise<Proposed | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const refused = authorize(tx, "propose_policy", nothingInParticular) ?? (await notNow(tx, loaded));
    if (refused !== undefined) {
      return refused;
    }
    const { id: policyId, version } = loaded.policy.policy;
    const proposal = await tx.db.policyProposal.create({
      data: {
        policyId,
        version,
        text: loaded.text,
        hash: loaded.hash,
        proposedById: tx.actor.personId,
        proposedAt: tx.now.toJSDate(),
        state: "proposed",
      },
    });
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "policy.proposed",
      subject: { kind: "policy_proposal", id: proposal.id },
      after: { policyId, version, hash: loaded.hash },
    });
    return { proposalId: proposal.id };
  });
}

async function notNow(tx: Context, { policy, hash }: LoadedPolicy): Promise<Refusal | undefined> {
  const waiting = await waitingProposal(tx.db);
  if (waiting !== null) {
    return refuse("policy.one_waits", { version: waiting.version });
  }
  const { id: policyId, version } = policy.policy;
  const known = await tx.db.policyVersion.findUnique({ where: { hash }, select: { id: true } });
  if (known?.id === tx.policy.versionId) {
    return refuse("policy.in_force", { version });
  }
  // Reports name the version they were written under: one name stands for one text, for ever.
  const named = await tx.db.policyVersion.findFirst({ where: { policyId, version }, select: { id: true } });
  return named === null ? undefined : refuse("policy.version_taken", { version });
}
