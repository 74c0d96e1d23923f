/** The quarter's full run: loans whose tier stays pass the three hands as a list, one act a person; what changes goes one by one. */
import { createHash } from "node:crypto";
import { type Floor, type Hand, isMilder, nextHand, quarterOf } from "../../domain/classification/index.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { unitPath, unitsWhere } from "../people/index.ts";
import { debtorsOf } from "./debtor-floors.ts";
import { LIST_WAITS, TIER_DESK, TIER_SUBJECT } from "./ids.ts";
import { nextHands } from "./next-hands.ts";
import { tierOf, VERB_OF } from "./proposals.ts";

/** Of one press; whoever has more presses again. */
const MOST = 500;
const WAITING: Readonly<Record<Exclude<Hand, "propose">, readonly { state: string; hands: number }[]>> = {
  recognise: [{ state: "proposed", hands: 3 }],
  approve: [
    { state: "recognised", hands: 3 },
    { state: "proposed", hands: 2 },
  ],
};

export function quarterNow({ now, actor }: Context): string {
  return quarterOf(localDate(now, actor.timeZone));
}

export interface Steady {
  readonly id: string;
  readonly number: string;
  readonly tier: string;
  readonly unitId: string;
}

/** The actor's own loans that keep their tier this quarter: nothing open about them, not confirmed yet, no stricter floor. */
export async function steadyLoans(ctx: Context): Promise<Steady[]> {
  const mine = [ctx.actor.personId, ...ctx.actor.standsInFor];
  const loans = await ctx.db.loan.findMany({
    where: {
      state: "live",
      borrower: { ownerships: { some: { toAt: null, personId: { in: mine } } } },
      tiers: {
        none: {
          OR: [
            { state: { in: ["suggested", "proposed", "recognised"] } },
            { quarter: quarterNow(ctx), state: "approved" },
          ],
        },
      },
    },
    orderBy: { number: "asc" },
    take: MOST,
    select: { id: true, number: true, tier: true, borrowerId: true, borrower: { select: { unitId: true } } },
  });
  const floors = await floorsOf(
    ctx,
    loans.map(({ borrowerId }) => borrowerId),
  );
  return loans.flatMap(({ id, number, tier, borrower }) => {
    const floor = floors.get(id);
    const stays = floor !== undefined && !isMilder(tierOf(tier), floor.tier);
    return stays ? [{ id, number, tier, unitId: borrower.unitId }] : [];
  });
}

/** The first hand's one act. Answers how many loans. */
export async function confirmList(ctx: Context): Promise<{ count: number } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const refused = authorize(tx, "propose_tier", { unitPath: [], ownerId: tx.actor.personId });
    if (refused !== undefined) return refused;
    const loans = await steadyLoans(tx);
    if (loans.length === 0) return refuse("tier.nothing_listed");
    if (await isWithoutNext(tx, loans)) return refuse("tier.nobody");
    const hands = tx.policy.policy.classification.three_hands.distinct_persons;
    const quarter = quarterNow(tx);
    const common = {
      because: "[]",
      state: "proposed",
      hands,
      effectiveOn: localDate(tx.now, tx.actor.timeZone),
      reason: quarter,
      quarter,
      proposedById: tx.actor.personId,
      proposedAt: tx.now.toJSDate(),
      policyVersionId: tx.policy.versionId,
    };
    for (const { id: loanId, unitId, tier } of loans) {
      await tx.db.tierProposal.create({
        data: { id: newId(), loanId, unitId, fromTier: tier, tier, floor: tier, ...common },
      });
    }
    await auditList(
      tx,
      "tier.list_proposed",
      loans.map(({ id }) => id),
    );
    await tellListWaits(
      tx,
      loans.map(({ unitId }) => unitId),
    );
    await markStale(tx, { kind: TIER_DESK, id: tx.actor.personId });
    return { count: loans.length };
  });
}

function handAfterFirst({ policy }: Context): "approve" | "recognise" {
  const hands = policy.policy.classification.three_hands.distinct_persons;
  return nextHand("proposed", hands) === "approve" ? "approve" : "recognise";
}

/** Whoever has the next hand hears once a day that lists wait, however many were confirmed. */
async function tellListWaits(tx: Context, unitIds: readonly string[], hand = handAfterFirst(tx)): Promise<void> {
  for (const unitId of new Set(unitIds)) {
    for (const personId of await nextHands(tx, hand, unitId, [tx.actor.personId])) {
      await promise(tx, {
        key: `${LIST_WAITS}:${hand}:${tx.now.toISODate()}:${personId}`,
        kind: LIST_WAITS,
        personId,
        refs: { hand },
        items: [{ kind: TIER_DESK, id: personId, stage: hand }],
      });
    }
  }
}

/** Whether in some unit nobody else could have the next hand. */
async function isWithoutNext(tx: Context, loans: readonly Steady[]): Promise<boolean> {
  const next = handAfterFirst(tx);
  for (const unitId of new Set(loans.map((loan) => loan.unitId))) {
    if ((await nextHands(tx, next, unitId, [tx.actor.personId])).length === 0) return true;
  }
  return false;
}

/** What of the quarter's lists waits for the actor's hand, in the units where it has one. */
export async function waitingList(ctx: Context, hand: Exclude<Hand, "propose">): Promise<string[]> {
  const units = await unitsWhere(ctx, VERB_OF[hand]);
  const me = ctx.actor.personId;
  const rows = await inTurns(units, (some) =>
    ctx.db.tierProposal.findMany({
      where: {
        unitId: { in: some },
        quarter: { not: null },
        OR: [...WAITING[hand]],
        NOT: [{ proposedById: me }, { recognisedById: { not: null, equals: me } }],
      },
      orderBy: { id: "asc" },
      take: MOST,
      select: { id: true, tier: true, loanId: true, loan: { select: { tier: true, borrowerId: true } } },
    }),
  );
  const listed = rows.slice(0, MOST);
  const floors = await floorsOf(
    ctx,
    listed.map(({ loan }) => loan.borrowerId),
  );
  // What the facts have overtaken is no unchanged tier any more: the nightly run suggests another.
  return listed.flatMap(({ id, tier, loanId, loan }) => {
    const floor = floors.get(loanId);
    return floor !== undefined && loan.tier === tier && !isMilder(tierOf(tier), floor.tier) ? [id] : [];
  });
}

async function floorsOf(ctx: Context, borrowerIds: readonly string[]): Promise<ReadonlyMap<string, Floor>> {
  const debtors = await inTurns([...new Set(borrowerIds)], (some) => debtorsOf(ctx, some));
  return new Map(debtors.flatMap((debtor) => [...debtor.floors]));
}

/** The second or the third hand's one act. */
export async function passList(ctx: Context, hand: Exclude<Hand, "propose">): Promise<{ count: number } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const ids = await waitingList(tx, hand);
    const refused = await whyNotPass(tx, hand, ids[0]);
    if (refused !== undefined) return refused;
    if (ids.length === 0) return refuse("tier.nothing_listed");
    const by = passedBy(tx, hand);
    await tx.db.tierProposal.updateMany({
      where: { id: { in: ids } },
      data: { ...by, version: { increment: 1 } },
    });
    await auditList(tx, `tier.list_${by.state}`, ids);
    await markStale(tx, { kind: TIER_DESK, id: tx.actor.personId });
    if (by.state === "recognised") await tellListWaits(tx, await unitsOf(tx, ids), "approve");
    return { count: ids.length };
  });
}

async function unitsOf(tx: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await inTurns(ids, (some) =>
    tx.db.tierProposal.findMany({ where: { id: { in: some } }, distinct: ["unitId"], select: { unitId: true } }),
  );
  return rows.map(({ unitId }) => unitId);
}

function passedBy({ actor, now }: Context, hand: Exclude<Hand, "propose">) {
  const [by, at] = [actor.personId, now.toJSDate()];
  return hand === "recognise"
    ? { state: "recognised", recognisedById: by, recognisedAt: at }
    : { state: "approved", approvedById: by, approvedAt: at };
}

/** The list holds only what the actor may pass; without one, whether they could ever. */
async function whyNotPass(
  tx: Context,
  hand: Exclude<Hand, "propose">,
  first: string | undefined,
): Promise<Refusal | undefined> {
  const row = first === undefined ? null : await tx.db.tierProposal.findUnique({ where: { id: first } });
  const path = row === null ? tx.actor.grants.map(({ unitId }) => unitId) : await unitPath(tx.db, row.unitId);
  return authorize(tx, VERB_OF[hand], { unitPath: path });
}

/** One event for the whole list, with a digest of what was on it. */
async function auditList(tx: Context, verb: string, ids: readonly string[]): Promise<void> {
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: TIER_SUBJECT, id: quarterNow(tx) },
    after: {
      count: ids.length,
      digest: createHash("sha256")
        .update([...ids].sort().join("\n"))
        .digest("hex"),
    },
    policyVersionId: tx.policy.versionId,
  });
}
