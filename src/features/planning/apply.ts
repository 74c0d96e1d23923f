/** Writes what planning changed for a batch of borrowers: rows, the messages that mention them, and one audit event. */

import { compareDates, yearOf } from "../../domain/dates.ts";
import type { LoanFacts } from "../../domain/loan.ts";
import { type PlannedInspection, productOf } from "../../domain/planning/index.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStaleWhere } from "../../platform/outbox/promise.ts";
import { promiseGained } from "../morning/index.ts";
import { becauseText } from "./because.ts";
import type { BorrowerRecord, KnownInspection } from "./borrower-facts.ts";
import { takeNumbers } from "./numbers.ts";
import type { Changes, Move } from "./reconcile.ts";

export interface BorrowerChanges {
  readonly record: BorrowerRecord;
  readonly changes: Changes;
}

export interface MovedInspection {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** The path of the policy line that decides now. */
  readonly why: string;
}

export interface AppliedChanges {
  readonly created: readonly { readonly id: string; readonly number: string }[];
  readonly moves: readonly MovedInspection[];
  readonly kept: number;
  readonly cancelled: number;
  readonly reassigned: number;
}

export interface Cause {
  /** In a word, for the audit: import, submission, policy, owner ... */
  readonly why: string;
  /** The inspection whose submission plans the next one: somebody was there. */
  readonly plannedById?: string;
  /** Somebody was there, of several at once: dates count from the visits. */
  readonly visited?: boolean;
}

/** A row that somebody changed since it was read is left alone: the next planning sees it. */
export async function applyChanges(
  tx: Context,
  batch: readonly BorrowerChanges[],
  cause: Cause,
): Promise<AppliedChanges> {
  const created = await createAll(tx, batch, cause);
  const moved = await moveAll(
    tx,
    batch.flatMap(({ changes }) => changes.move),
  );
  const amended = await moveAll(
    tx,
    batch.flatMap(({ changes }) => changes.amend),
  );
  const cancelled = await cancelAll(
    tx,
    batch.flatMap(({ changes }) => changes.cancel),
  );
  const reassigned = await reassignAll(tx, batch);
  await tellGained(tx, batch);
  await markAllStale(tx, [...[...moved, ...amended].map(({ known }) => known.id), ...cancelled, ...reassigned]);
  const applied = {
    created,
    moves: moved.map(movedInspection),
    kept: batch.reduce((sum, { changes }) => sum + changes.keep.length, 0),
    cancelled: cancelled.length,
    reassigned: reassigned.length,
  };
  await audit(tx, batch, applied, cause, cancelled);
  return applied;
}

function movedInspection({ known, plan }: Move): MovedInspection {
  return { number: known.number, from: known.dueOn, to: plan.dueOn, why: plan.policyLine };
}

async function createAll(tx: Context, batch: readonly BorrowerChanges[], { plannedById }: Cause) {
  const wanted = batch.flatMap(({ record: of, changes }) => changes.create.map((duty) => ({ of, duty })));
  const [first] = wanted;
  if (first === undefined) {
    return [];
  }
  const numbers = await takeNumbers(tx.db, yearOf(first.of.today), wanted.length);
  const rows = wanted.map(({ of, duty }, index) => ({
    id: newId(),
    number: numbers[index] ?? "",
    borrowerId: of.facts.id,
    unitId: of.unitId,
    assigneeId: of.ownerId,
    state: "planned",
    createdAt: tx.now.toJSDate(),
    plannedById: plannedById ?? null,
    ...ruleColumns(tx, duty, of.facts.loans),
  }));
  await tx.db.inspection.createMany({ data: rows });
  // A first inspection is about one disbursement; what the others cover is fixed when they are started.
  const loans = wanted.flatMap(({ duty }, index) =>
    duty.kind === "first" ? duty.loanIds.map((loanId) => ({ inspectionId: rows[index]?.id ?? "", loanId })) : [],
  );
  if (loans.length > 0) {
    await tx.db.inspectionLoan.createMany({ data: loans });
  }
  return rows.map(({ id, number }) => ({ id, number }));
}

/** The columns that a rule sets. A plan that names no product, and comes without loans, leaves the product as it was. */
function ruleColumns(tx: Context, duty: PlannedInspection, loans: readonly LoanFacts[] = []) {
  const product = productOf(duty, loans);
  return {
    kind: duty.kind,
    occasion: duty.occasion,
    mode: duty.mode,
    dueOn: duty.dueOn,
    provisional: duty.provisional,
    policyLine: duty.policyLine,
    policyVersionId: tx.policy.versionId,
    because: becauseText(duty),
    ...(product === undefined ? {} : { product }),
  };
}

async function moveAll(tx: Context, moves: readonly Move[]): Promise<Move[]> {
  const moved: Move[] = [];
  for (const move of moves) {
    const { count } = await tx.db.inspection.updateMany({
      where: { id: move.known.id, state: "planned", version: move.known.version },
      data: { ...ruleColumns(tx, move.plan), version: { increment: 1 } },
    });
    if (count === 1) {
      moved.push(move);
    }
  }
  return moved;
}

async function cancelAll(tx: Context, inspections: readonly KnownInspection[]): Promise<string[]> {
  const ids = inspections.map(({ id }) => id);
  if (ids.length === 0) {
    return [];
  }
  await tx.db.inspection.updateMany({
    where: { id: { in: ids }, state: "planned" },
    data: { state: "cancelled", closedAt: tx.now.toJSDate(), version: { increment: 1 } },
  });
  return ids;
}

async function reassignAll(tx: Context, batch: readonly BorrowerChanges[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { record: of, changes } of batch) {
    const given = changes.reassign.map(({ id }) => id);
    if (given.length > 0) {
      await tx.db.inspection.updateMany({
        where: { id: { in: given } },
        data: { assigneeId: of.ownerId, version: { increment: 1 } },
      });
      ids.push(...given);
    }
  }
  return ids;
}

/** Who takes over work that is due already hears of it today; the rest stands in the next morning. */
async function tellGained(tx: Context, batch: readonly BorrowerChanges[]): Promise<void> {
  const gained = batch.flatMap(({ record: of, changes }) =>
    changes.reassign.map(({ id, dueOn }) => ({ id, ownerId: of.ownerId, order: compareDates(dueOn, of.today) })),
  );
  for (const { id, ownerId, order } of gained.filter((one) => one.order <= 0)) {
    if (ownerId !== null) {
      await promiseGained(tx, ownerId, id, order < 0 ? "late" : "due_today");
    }
  }
}

/** As `markStale`, for many inspections at once. */
export async function markAllStale(tx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  await markStaleWhere(tx, { items: { some: { subjectKind: "inspection", subjectId: { in: [...ids] } } } });
}

/** One event for the batch, which says of every inspection what became of it. Nothing where nothing changed. */
async function audit(
  tx: Context,
  batch: readonly BorrowerChanges[],
  applied: AppliedChanges,
  cause: Cause,
  cancelled: readonly string[],
): Promise<void> {
  const { created, moves, reassigned } = applied;
  if (created.length + moves.length + cancelled.length + reassigned === 0) {
    return;
  }
  const [only] = batch;
  const subject =
    batch.length === 1 && only !== undefined
      ? { kind: "borrower", id: only.record.facts.id }
      : { kind: "plan", id: newId() };
  const gone = batch.flatMap(({ changes }) => changes.cancel).filter(({ id }) => cancelled.includes(id));
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "inspections.planned",
    subject,
    after: {
      why: cause.why,
      created: created.map(({ number }) => number),
      moved: moves,
      cancelled: gone.map(({ number }) => number),
      reassigned: batch.flatMap(({ record: of, changes }) =>
        changes.reassign.map(({ number, assigneeId }) => ({ number, from: assigneeId, to: of.ownerId })),
      ),
    },
    policyVersionId: tx.policy.versionId,
  });
}
