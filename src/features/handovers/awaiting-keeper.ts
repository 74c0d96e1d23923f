/**
 * Accounts whose keeper has left: nobody at work keeps them, or they fell to the unit's manager, who holds them only until
 * somebody who does the checks takes them on. What the manager has taken on or offered to somebody is a person's decision.
 */
import { WAITING_HANDOVER_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { isAtWork } from "../people/index.ts";
import { LEFT } from "./ids.ts";

export interface AwaitingKeeper {
  readonly borrowerId: string;
  readonly borrowerNumber: string;
  /** The row that says who keeps it now. */
  readonly ownershipId: string;
  readonly keeperId: string;
  /** The fall by which it came to the manager; missing where nobody leads the unit, and it never fell. */
  readonly batchId?: string;
}

export async function accountsAwaitingKeeper(ctx: Context): Promise<AwaitingKeeper[]> {
  return [...(await keptByLeavers(ctx)), ...(await fallenToManagers(ctx))];
}

const KEPT_FIELDS = {
  id: true,
  borrowerId: true,
  personId: true,
  fromAt: true,
  borrower: { select: { number: true } },
} as const;

async function keptByLeavers(ctx: Context): Promise<AwaitingKeeper[]> {
  const kept = await ctx.db.ownership.findMany({
    where: { toAt: null, person: { leftOn: { not: null } } },
    select: { ...KEPT_FIELDS, person: { select: { leftOn: true, unit: { select: { timeZone: true } } } } },
  });
  return kept.filter(({ person }) => !isAtWork(person, ctx.now)).map(awaiting);
}

async function fallenToManagers(ctx: Context): Promise<AwaitingKeeper[]> {
  const answered = await ctx.db.handover.findMany({
    where: { state: "accepted", reason: LEFT, inspectionId: null },
    select: { borrowerId: true, toPersonId: true, askedAt: true, answeredAt: true, answerBy: true, batchId: true },
  });
  const falls = new Map(answered.filter(nobodyWasAsked).map((fall) => [keptSince(fall.toPersonId, fall), fall]));
  const kept = await inTurns([...new Set([...falls.values()].map(({ borrowerId }) => borrowerId))], (some) =>
    ctx.db.ownership.findMany({ where: { borrowerId: { in: some }, toAt: null }, select: KEPT_FIELDS }),
  );
  const held = kept.filter((one) => falls.has(keptSince(one.personId, one)));
  const offered = await offeredAccounts(
    ctx,
    held.map(({ borrowerId }) => borrowerId),
  );
  return held
    .filter(({ borrowerId }) => !offered.has(borrowerId))
    .map((one) => ({ ...awaiting(one), ...batchOf(falls.get(keptSince(one.personId, one))) }));
}

interface Kept {
  readonly id: string;
  readonly borrowerId: string;
  readonly personId: string;
  readonly borrower: { readonly number: string };
}

function awaiting({ id, borrowerId, personId, borrower }: Kept): AwaitingKeeper {
  return { borrowerId, borrowerNumber: borrower.number, ownershipId: id, keeperId: personId };
}

const batchOf = (fall: { readonly batchId: string | null } | undefined) =>
  fall === undefined || fall.batchId === null ? {} : { batchId: fall.batchId };

/** A person may write the same word as a reason; whoever is asked has time to answer. */
function nobodyWasAsked(row: { readonly askedAt: Date; readonly answeredAt: Date | null; readonly answerBy: Date }) {
  return row.answeredAt?.getTime() === row.askedAt.getTime() && row.answerBy.getTime() === row.askedAt.getTime();
}

/** The keeping that began with the fall; one that came back later by a handover began later. */
function keptSince(
  personId: string,
  of: { readonly borrowerId: string; readonly fromAt: Date } | { readonly borrowerId: string; readonly askedAt: Date },
): string {
  return `${of.borrowerId}:${personId}:${("fromAt" in of ? of.fromAt : of.askedAt).getTime()}`;
}

async function offeredAccounts(ctx: Context, borrowerIds: readonly string[]): Promise<Set<string>> {
  const rows = await inTurns(borrowerIds, (some) =>
    ctx.db.handover.findMany({
      where: { borrowerId: { in: some }, inspectionId: null, state: { in: [...WAITING_HANDOVER_STATES] } },
      select: { borrowerId: true },
    }),
  );
  return new Set(rows.map(({ borrowerId }) => borrowerId));
}
