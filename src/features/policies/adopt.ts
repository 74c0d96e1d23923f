/** A second person adopts the policy that waits, or takes it back; what compliance has signed off loses its mark. */
import { nothingInParticular } from "../../domain/may.ts";
import { type Policy, policySchema } from "../../domain/policy/schema.ts";
import { withoutMarks } from "../../domain/policy/unreviewed.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { policyOfText, versionOf } from "../../platform/policy-file.ts";
import { findProposal, type Proposal } from "./store.ts";

export interface Adopted {
  readonly versionId: string;
  readonly version: string;
}

/** In force from now on, in this process at once and in every other within a minute. What was begun keeps its version. */
export async function adoptPolicy(ctx: Context, proposalId: string): Promise<Adopted | Refusal> {
  const outcome = await inTransaction(ctx, async (tx) => {
    const proposal = await decidable(tx, proposalId, "adopt_policy");
    return isRefusal(proposal) ? proposal : adopt(tx, proposal);
  });
  if (!isRefusal(outcome)) {
    await ctx.parts.policies.refresh();
  }
  return outcome;
}

export async function withdrawProposal(ctx: Context, proposalId: string): Promise<Refusal | undefined> {
  return inTransaction(ctx, async (tx) => {
    const refused = authorize(tx, "propose_policy", nothingInParticular);
    const proposal = refused === undefined ? await findProposal(tx.db, proposalId) : null;
    if (refused !== undefined || proposal === null) {
      return refused ?? refuse("policy.nothing_waits");
    }
    await settle(tx, proposal, "withdrawn");
    await noted(tx, proposal, "policy.withdrawn", {});
    return undefined;
  });
}

async function decidable(tx: Context, proposalId: string, verb: Verb): Promise<Proposal | Refusal> {
  const refused = authorize(tx, verb, nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const proposal = await findProposal(tx.db, proposalId);
  if (proposal === null) {
    return refuse("policy.nothing_waits");
  }
  const subject = { ...nothingInParticular, notByPersons: [proposal.proposedById] };
  return authorize(tx, verb, subject) ?? proposal;
}

/** What stands in the way of adopting it today, whoever asks. */
export function notAdoptable({ now, parts }: Context, { policy, calendar, documents }: Policy): Refusal | undefined {
  const { effective } = policy;
  if (effective > localDate(now, calendar.time_zone)) {
    return refuse("policy.not_yet", { date: effective });
  }
  // Nobody could hand a file in any more, and the next start would be refused.
  return documents.mode === "link" && parts.pages.address === undefined ? refuse("policy.no_pages") : undefined;
}

async function adopt(tx: Context, proposal: Proposal): Promise<Adopted | Refusal> {
  const policy = signedPolicy(proposal);
  const refused = notAdoptable(tx, policy);
  if (refused !== undefined) {
    return refused;
  }
  const { text, hash } = versionOf(policy);
  const at = tx.now.toJSDate();
  const version = await tx.db.policyVersion.create({
    data: {
      policyId: proposal.policyId,
      version: proposal.version,
      effectiveFrom: policy.policy.effective,
      text,
      hash,
      adoptedBy: tx.actor.personId,
      adoptedAt: at,
    },
    select: { id: true },
  });
  await settle(tx, proposal, "adopted", version.id);
  await noted(tx, proposal, "policy.adopted", { versionId: version.id, hash, signedOff: proposal.signOffs.length });
  return { versionId: version.id, version: proposal.version };
}

/** The proposed policy, without the marks of the rules that compliance has read. */
function signedPolicy({ text, signOffs }: Proposal): Policy {
  const read = new Set(signOffs.map(({ path }) => path));
  return policySchema.parse(withoutMarks(policyOfText(text), read));
}

async function settle(
  tx: Context,
  { id }: Proposal,
  state: "adopted" | "withdrawn",
  policyVersionId: string | null = null,
): Promise<void> {
  await tx.db.policyProposal.update({
    where: { id, state: "proposed" },
    data: { state, decidedById: tx.actor.personId, decidedAt: tx.now.toJSDate(), policyVersionId },
  });
}

async function noted(tx: Context, { id, version }: Proposal, verb: string, after: Record<string, string | number>) {
  await record(tx.db, {
    at: tx.now.toJSDate(),
    actorId: tx.actor.personId,
    verb,
    subject: { kind: "policy_proposal", id },
    after: { version, ...after },
  });
}
