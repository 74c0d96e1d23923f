/** The second and the third hand: recognise, approve, or decline with a reason. Two clicks make one decision. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { type Crossed, crossDepartments } from "./cross-departments.ts";
import { debtorsOf } from "./debtor-floors.ts";
import { LONGEST_REASON, TIER_SUBJECT } from "./ids.ts";
import { nextHands } from "./next-hands.ts";
import { findProposal, handOf, type ProposalRow, subjectOfProposal, tierOf, VERB_OF } from "./proposals.ts";
import { milderThanFloor } from "./propose.ts";
import { storedShown } from "./say-rules.ts";
import { tellNext, tellProposer } from "./tell.ts";

export interface JudgedTier {
  readonly number: string;
  /** The customer was offered to another department. */
  readonly crossed?: Crossed;
}

export async function recogniseTier(ctx: Context, id: string): Promise<JudgedTier | Refusal> {
  return judge(ctx, id, "recognise", recognise);
}

/** Now the loan has the tier, from the day that was proposed. */
export async function approveTier(ctx: Context, id: string): Promise<JudgedTier | Refusal> {
  return judge(ctx, id, "approve", approve);
}

/** By whoever could recognise or approve it now; the proposer reads why. */
export async function declineTier(ctx: Context, id: string, reason: string): Promise<JudgedTier | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const refused = await whyNotDecline(tx, id);
    if (refused !== undefined) return refused;
    const row = await findProposal(tx, id);
    if (row === null || !["recognise", "approve"].includes(handOf(row) ?? "")) return refuse("tier.decided");
    if (reason.trim() === "" || reason.length > LONGEST_REASON) {
      return refuse("reason.needed", { most: LONGEST_REASON }, "reason");
    }
    await move(tx, row, "declined", {
      endedById: tx.actor.personId,
      endedAt: tx.now.toJSDate(),
      endedWhy: reason.trim(),
    });
    await tellProposer(tx, row.id, row.proposedById ?? "");
    return { number: row.loan.number };
  });
}

/** Whether the form may be opened at all. */
export async function whyNotDecline(ctx: Context, id: string): Promise<Refusal | undefined> {
  const row = await findProposal(ctx, id);
  const hand = row === null ? undefined : handOf(row);
  if (row === null) return refuse("not_found", { number: "" });
  const verb = VERB_OF[hand === undefined || hand === "propose" ? "recognise" : hand];
  return authorize(ctx, verb, await subjectOfProposal(ctx, row));
}

type Act = (tx: Context, row: ProposalRow) => Promise<Crossed | Refusal | undefined>;

async function judge(ctx: Context, id: string, hand: "recognise" | "approve", act: Act): Promise<JudgedTier | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const row = await findProposal(tx, id);
    if (row === null) return refuse("not_found", { number: "" });
    if (isMine(tx, row, hand)) return { number: row.loan.number };
    const refused = authorize(tx, VERB_OF[hand], await subjectOfProposal(tx, row));
    if (refused !== undefined) return refused;
    if (handOf(row) !== hand) return refuse("tier.decided");
    const outcome = await act(tx, row);
    if (isRefusal(outcome)) return outcome;
    return { number: row.loan.number, ...(outcome === undefined ? {} : { crossed: outcome }) };
  });
}

/** The same press again. */
function isMine({ actor }: Context, row: ProposalRow, hand: "recognise" | "approve"): boolean {
  return (hand === "recognise" ? row.recognisedById : row.approvedById) === actor.personId;
}

async function recognise(tx: Context, row: ProposalRow): Promise<Refusal | undefined> {
  const had = [row.proposedById ?? "", tx.actor.personId];
  const personIds = await nextHands(tx, "approve", row.unitId, had);
  if (personIds.length === 0) return refuse("tier.nobody");
  const failed = await outdated(tx, row);
  if (failed !== undefined) return failed;
  await move(tx, row, "recognised", { recognisedById: tx.actor.personId, recognisedAt: tx.now.toJSDate() });
  await tellNext(tx, row.id, "approve", personIds);
  return undefined;
}

async function approve(tx: Context, row: ProposalRow): Promise<Crossed | Refusal | undefined> {
  const failed = await outdated(tx, row);
  if (failed !== undefined) return failed;
  const { product, borrower } = row.loan;
  const approvedOn = localDate(tx.now, borrower.unit.timeZone);
  await move(tx, row, "approved", {
    approvedById: tx.actor.personId,
    approvedAt: tx.now.toJSDate(),
    approvedOn,
    product,
  });
  await tx.db.loan.update({
    where: { id: row.loanId, version: row.loan.version },
    data: { tier: row.tier, version: { increment: 1 } },
  });
  await tx.db.factChange.create({
    data: {
      subjectKind: "loan",
      subjectId: row.loanId,
      field: "tier",
      before: row.fromTier,
      after: row.tier,
      asOf: row.effectiveOn ?? "",
      recordedAt: tx.now.toJSDate(),
      source: `tier:${row.id}`,
    },
  });
  await tellProposer(tx, row.id, row.proposedById ?? "");
  return crossDepartments(tx, row);
}

/** The facts may have become worse since it was proposed, or a file has moved the loan. */
async function outdated(tx: Context, row: ProposalRow): Promise<Refusal | undefined> {
  if (row.loan.tier !== row.fromTier) return refuse("tier.moved");
  const [debtor] = await debtorsOf(tx, [row.loan.borrower.id], { [row.loanId]: storedShown(row.shown) });
  const floor = debtor?.floors.get(row.loanId);
  return floor === undefined ? refuse("tier.not_live") : milderThanFloor(tierOf(row.tier), floor);
}

async function move(
  tx: Context,
  row: ProposalRow,
  state: "recognised" | "approved" | "declined",
  by: Record<string, string | Date>,
): Promise<void> {
  await tx.db.tierProposal.update({
    where: { id: row.id, version: row.version, state: row.state },
    data: { ...by, state, version: { increment: 1 } },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: `tier.${state}`,
    subject: { kind: TIER_SUBJECT, id: row.id },
    before: { state: row.state },
    after: { loan: row.loan.number, from: row.fromTier, tier: row.tier, effectiveOn: row.effectiveOn ?? "" },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: TIER_SUBJECT, id: row.id });
}
