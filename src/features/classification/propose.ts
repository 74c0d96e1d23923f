/** The first hand: whoever keeps the account proposes a tier, from a day, with a reason. Never milder than the rules allow. */
import { type Floor, isMilder, type ShownCheck } from "../../domain/classification/index.ts";
import { isIsoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { RISK_TIERS, type RiskTier } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { type Debtor, debtorsOf } from "./debtor-floors.ts";
import { LONGEST_REASON, TIER_DESK, TIER_SUBJECT } from "./ids.ts";
import { nextHands } from "./next-hands.ts";
import { subjectOfLoan, tierOf, WITH_LOAN } from "./proposals.ts";
import { saidRules } from "./say-rules.ts";
import { tellNext } from "./tell.ts";

export interface TierWish {
  readonly loanId: string;
  readonly tier: string;
  /** May lie in the past. */
  readonly effectiveOn: string;
  readonly reason: string;
  /** Of a non-performing loan: what was shown for leaving it. */
  readonly shown: readonly ShownCheck[];
}

export interface Proposed {
  readonly number: string;
  /** Who was asked next. */
  readonly personIds: readonly string[];
}

/** Refused with the field it stands at; nothing is stored then. */
export async function proposeTier(ctx: Context, wish: TierWish): Promise<Proposed | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const loan = await tx.db.loan.findUnique({ where: { id: wish.loanId }, select: WITH_LOAN.loan.select });
    if (loan === null) return refuse("not_found", { number: "" });
    const refused = authorize(tx, "propose_tier", await subjectOfLoan(tx, loan));
    if (refused !== undefined) return refused;
    const [debtor] = await debtorsOf(tx, [loan.borrower.id], { [loan.id]: wish.shown });
    const floor = debtor?.floors.get(loan.id);
    if (debtor === undefined || floor === undefined || loan.state !== "live") return refuse("tier.not_live");
    const open = await tx.db.tierProposal.findFirst({
      where: { loanId: loan.id, state: { in: ["suggested", "proposed", "recognised"] } },
    });
    if (open !== null && open.state !== "suggested") return refuse("tier.waits_already");
    const tier = readWish(wish, loan, debtor, floor);
    if (isRefusal(tier)) return tier;
    return store(tx, wish, { tier, floor, loan, open });
  });
}

interface Judged {
  readonly tier: RiskTier;
  readonly floor: Floor;
  readonly loan: LoanRow;
  readonly open: { readonly id: string; readonly version: number } | null;
}
type LoanRow = {
  readonly id: string;
  readonly number: string;
  readonly tier: string;
  readonly disbursedOn: string;
  readonly borrower: { readonly unitId: string; readonly ownerships: readonly { readonly personId: string }[] };
};

async function store(tx: Context, wish: TierWish, { tier, floor, loan, open }: Judged): Promise<Proposed | Refusal> {
  const hands = tx.policy.policy.classification.three_hands.distinct_persons;
  const hand = hands === 2 ? "approve" : "recognise";
  const personIds = await nextHands(tx, hand, loan.borrower.unitId, [tx.actor.personId]);
  if (personIds.length === 0) return refuse("tier.nobody");
  const id = open?.id ?? newId();
  const data = {
    loanId: loan.id,
    unitId: loan.borrower.unitId,
    fromTier: loan.tier,
    tier,
    floor: floor.tier,
    because: JSON.stringify(floor.because),
    shown: JSON.stringify(wish.shown),
    state: "proposed",
    hands,
    effectiveOn: wish.effectiveOn,
    reason: wish.reason.trim(),
    proposedById: tx.actor.personId,
    proposedAt: tx.now.toJSDate(),
    policyVersionId: tx.policy.versionId,
  };
  if (open === null) await tx.db.tierProposal.create({ data: { id, ...data } });
  else
    await tx.db.tierProposal.update({
      where: { id, version: open.version, state: "suggested" },
      data: { ...data, version: { increment: 1 } },
    });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "tier.proposed",
    subject: { kind: TIER_SUBJECT, id },
    before: { tier: loan.tier },
    after: {
      loan: loan.number,
      tier,
      floor: floor.tier,
      effectiveOn: wish.effectiveOn,
      reason: data.reason,
      shown: [...wish.shown],
      hands,
    },
    policyVersionId: tx.policy.versionId,
  });
  await tellNext(tx, id, hand, personIds);
  await markStale(tx, { kind: TIER_DESK, id: loan.borrower.ownerships[0]?.personId ?? tx.actor.personId });
  return { number: loan.number, personIds };
}

function readWish(wish: TierWish, loan: LoanRow, { today }: Debtor, floor: Floor): RiskTier | Refusal {
  const tier = RISK_TIERS.find((one) => one === wish.tier);
  if (tier === undefined) return refuse("tier.none", {}, "tier");
  if (tier === tierOf(loan.tier)) return refuse("tier.unchanged", {}, "tier");
  const milder = milderThanFloor(tier, floor);
  if (milder !== undefined) return milder;
  const { effectiveOn } = wish;
  if (!isIsoDate(effectiveOn) || effectiveOn > today || effectiveOn < loan.disbursedOn) {
    return refuse("tier.effective", { from: loan.disbursedOn, to: today }, "effective");
  }
  const isGiven = wish.reason.trim() !== "" && wish.reason.length <= LONGEST_REASON;
  return isGiven ? tier : refuse("reason.needed", { most: LONGEST_REASON }, "reason");
}

/** With the rule and its article. */
export function milderThanFloor(tier: RiskTier, floor: Floor): Refusal | undefined {
  if (!isMilder(tier, floor.tier)) return undefined;
  return refuse("tier.milder_than_floor", saidRules(floor), "tier");
}
