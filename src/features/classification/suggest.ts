/** Every day: where the facts ask for a stricter tier than a loan has, that tier is suggested to whoever keeps the account. */
import { type Floor, isMilder } from "../../domain/classification/index.ts";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { RISK_TIERS } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { holdersOf } from "../people/index.ts";
import { type Debtor, debtorsOf } from "./debtor-floors.ts";
import { TIER_DESK, TIER_SUBJECT, TIERS_SUGGESTED } from "./ids.ts";

const AT_ONCE = 100;

export interface Suggested {
  readonly suggested: number;
  /** Suggestions that became stricter or milder before anybody proposed them. */
  readonly changed: number;
  /** The facts ask for nothing any more. */
  readonly lapsed: number;
}

/** Looks at borrowers with something overdue, non-performing or suggested; the others have nothing to suggest. */
export async function suggestTiers(ctx: Context): Promise<Suggested | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) return refused;
  const ids = await troubledBorrowers(ctx);
  let total: Suggested = { suggested: 0, changed: 0, lapsed: 0 };
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const { suggested, changed, lapsed } = await inTransaction(ctx, (tx) => suggestFor(tx, some));
    total = {
      suggested: total.suggested + suggested,
      changed: total.changed + changed,
      lapsed: total.lapsed + lapsed,
    };
  }
  return total;
}

async function troubledBorrowers(ctx: Context): Promise<string[]> {
  const { npl } = ctx.policy.policy.tiers;
  const loans = await ctx.db.loan.findMany({
    where: {
      state: { in: ["live", "written_off"] },
      OR: [{ pastDueSince: { not: null } }, { tier: { in: [...npl] } }, { tiers: { some: { state: "suggested" } } }],
    },
    select: { borrowerId: true },
  });
  return [...new Set(loans.map(({ borrowerId }) => borrowerId))].sort();
}

async function suggestFor(tx: Context, borrowerIds: readonly string[]): Promise<Suggested> {
  const debtors = await debtorsOf(tx, borrowerIds);
  const open = await openByLoan(
    tx,
    debtors.flatMap(({ row }) => row.loans.map(({ id }) => id)),
  );
  const done = { suggested: 0, changed: 0, lapsed: 0 };
  const told = new Set<string>();
  for (const debtor of debtors) {
    for (const loan of debtor.row.loans.filter(({ state }) => state === "live")) {
      const outcome = await suggestOne(tx, debtor, loan, open.get(loan.id));
      if (outcome === undefined) continue;
      done[outcome] += 1;
      for (const personId of await keepersOf(tx, debtor)) told.add(personId);
    }
  }
  for (const personId of told) await tell(tx, personId, tx.now.toISODate());
  return done;
}

type Open = {
  readonly id: string;
  readonly tier: string;
  readonly state: string;
  readonly quarter: string | null;
  readonly version: number;
};

async function openByLoan(tx: Context, loanIds: readonly string[]): Promise<Map<string, Open>> {
  const rows = await tx.db.tierProposal.findMany({
    where: { loanId: { in: [...loanIds] }, state: { in: ["suggested", "proposed", "recognised"] } },
    select: { id: true, loanId: true, tier: true, state: true, quarter: true, version: true },
  });
  return new Map(rows.map((row) => [row.loanId, row]));
}

/** What others already judge is left to them: approving looks at the floor again. */
async function suggestOne(
  tx: Context,
  debtor: Debtor,
  loan: Debtor["row"]["loans"][number],
  open: Open | undefined,
): Promise<keyof Suggested | undefined> {
  const floor = debtor.floors.get(loan.id);
  const isAsked = floor !== undefined && isMilder(oneOf(RISK_TIERS, loan.tier), floor.tier);
  if (open === undefined) return isAsked ? create(tx, debtor, loan, floor) : undefined;
  if (isAsked && open.quarter !== null) {
    await lapse(tx, open);
    return create(tx, debtor, loan, floor);
  }
  if (open.state !== "suggested" || (isAsked && open.tier === floor.tier)) return undefined;
  if (!isAsked) return lapse(tx, open);
  const change = { tier: floor.tier, floor: floor.tier, because: JSON.stringify(floor.because) };
  await tx.db.tierProposal.update({
    where: { id: open.id, version: open.version, state: "suggested" },
    data: { ...change, version: { increment: 1 } },
  });
  await audit(tx, open.id, "tier.suggestion_changed", { before: open.tier, ...change });
  return "changed";
}

/** The facts have overtaken it: a suggestion that nothing asks for any more, or a list's unchanged tier. */
async function lapse(tx: Context, open: Open): Promise<"lapsed"> {
  await tx.db.tierProposal.update({
    where: { id: open.id, version: open.version, state: open.state },
    data: { state: "lapsed", endedAt: tx.now.toJSDate(), version: { increment: 1 } },
  });
  await audit(tx, open.id, "tier.lapsed", { before: open.state, tier: open.tier });
  return "lapsed";
}

async function create(
  tx: Context,
  { row }: Debtor,
  loan: Debtor["row"]["loans"][number],
  floor: Floor,
): Promise<"suggested"> {
  const id = newId();
  const data = {
    loanId: loan.id,
    unitId: row.unitId,
    fromTier: loan.tier,
    tier: floor.tier,
    floor: floor.tier,
    because: JSON.stringify(floor.because),
    state: "suggested",
    hands: tx.policy.policy.classification.three_hands.distinct_persons,
    suggestedAt: tx.now.toJSDate(),
    policyVersionId: tx.policy.versionId,
  };
  await tx.db.tierProposal.create({ data: { id, ...data } });
  await audit(tx, id, "tier.suggested", { loan: loan.number, from: loan.tier, tier: floor.tier });
  return "suggested";
}

function audit(tx: Context, id: string, verb: string, after: Record<string, unknown>): Promise<unknown> {
  const subject = { kind: TIER_SUBJECT, id };
  return record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject,
    after: JSON.parse(JSON.stringify(after)),
    policyVersionId: tx.policy.versionId,
  });
}

/** Where nobody keeps the account, whoever leads the unit. */
async function keepersOf(tx: Context, { keeperId, row }: Debtor): Promise<readonly string[]> {
  if (keeperId !== undefined) return [keeperId];
  return (await holdersOf(tx.db, "unit_manager", row.unitId, tx.now)).personIds;
}

/** One message a person and day; its list is drawn from what is suggested then. */
async function tell(tx: Context, personId: string, day: string): Promise<void> {
  await promise(tx, {
    key: `${TIERS_SUGGESTED}:${day}:${personId}`,
    kind: TIERS_SUGGESTED,
    personId,
    items: [{ kind: TIER_DESK, id: personId, stage: "suggested" }],
  });
  await markStale(tx, { kind: TIER_DESK, id: personId });
}
