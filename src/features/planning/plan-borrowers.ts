/** Plans the inspections of many borrowers, in transactions short enough that people's clicks pass between them. */
import { nothingInParticular } from "../../domain/may.ts";
import { loansWithoutLine } from "../../domain/planning/index.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { BatchSize } from "../../platform/storage/index.ts";
import { type AppliedChanges, applyChanges, type BorrowerChanges, type Cause, type MovedInspection } from "./apply.ts";
import type { BorrowerRecord } from "./borrower-facts.ts";
import { dutiesOf } from "./duties.ts";
import { loadRecords } from "./load-records.ts";
import { reconcile } from "./reconcile.ts";
import { settleZones } from "./settle-zones.ts";
import { planBook, type TakenBorrower } from "./take-on-book.ts";

export interface PlanCounts {
  readonly created: number;
  readonly moved: number;
  readonly kept: number;
  readonly cancelled: number;
  /** Given to the account's new keeper. */
  readonly reassigned: number;
  /** Loans for which the policy has no rule: nothing is planned for them, and somebody must be told. */
  readonly withoutRule: number;
  readonly moves: readonly MovedInspection[];
}

/** Reading alone keeps nobody from writing. */
const READ_AT_ONCE = 200;

export interface PlanOptions {
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Creates, moves and cancels inspections so that they agree with the rules and the facts of now. What was started is kept.
 * Borrowers whom nobody has visited yet, of a book taken on, get their first routine dates spread over one period. Doing it
 * again changes nothing. `why` goes into the audit: import, policy, owner ...
 */
export async function planBorrowers(
  ctx: Context,
  borrowerIds: readonly string[],
  why: string,
  options: PlanOptions = {},
): Promise<PlanCounts | Refusal> {
  const refused = authorize(ctx, "plan_inspections", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  return ctx.parts.database.inBackground(() => planBatches(ctx, borrowerIds, { why }, options));
}

/** The whole book again: after a new policy, or when a year's holidays were announced. */
export async function replanAll(ctx: Context, why: string, options: PlanOptions = {}): Promise<PlanCounts | Refusal> {
  const rows = await ctx.db.borrower.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  return planBorrowers(
    ctx,
    rows.map(({ id }) => id),
    why,
    options,
  );
}

async function planBatches(
  ctx: Context,
  borrowerIds: readonly string[],
  cause: Cause,
  { progress }: PlanOptions,
): Promise<PlanCounts> {
  const taken = await planBook(ctx, borrowerIds, READ_AT_ONCE);
  const tally = newTally();
  const size = new BatchSize();
  for (let done = 0; done < borrowerIds.length; ) {
    const ids = borrowerIds.slice(done, done + size.rows);
    const { applied, withoutRule } = await size.measure(ids.length, (begun) =>
      inTransaction(ctx, (tx) => {
        begun();
        return planBatch(tx, ids, cause, taken);
      }),
    );
    add(tally, applied, withoutRule);
    done += ids.length;
    progress?.(done, borrowerIds.length);
  }
  return tally;
}

/** In the caller's transaction. */
export async function planBatch(
  tx: Context,
  borrowerIds: readonly string[],
  cause: Cause,
  taken: ReadonlyMap<string, TakenBorrower> = new Map(),
): Promise<BatchOutcome> {
  return applyToRecords(tx, await recordsOf(tx, borrowerIds, taken), cause, taken);
}

/** Borrowers read a moment ago for the take-on are not read again where nobody has planned anything for them since. */
async function recordsOf(
  tx: Context,
  borrowerIds: readonly string[],
  taken: ReadonlyMap<string, TakenBorrower>,
): Promise<BorrowerRecord[]> {
  const read = borrowerIds.flatMap((id) => taken.get(id)?.record ?? []);
  const readIds = read.map(({ facts }) => facts.id);
  const isUntouched = (await tx.db.inspection.count({ where: { borrowerId: { in: readIds } } })) === 0;
  if (!isUntouched) {
    return loadRecords(tx, borrowerIds);
  }
  const known = new Set(readIds);
  const others = borrowerIds.filter((id) => !known.has(id));
  return [...read, ...(others.length === 0 ? [] : await loadRecords(tx, others))];
}

export interface BatchOutcome {
  readonly applied: AppliedChanges;
  readonly withoutRule: number;
}

export async function applyToRecords(
  tx: Context,
  records: readonly BorrowerRecord[],
  cause: Cause,
  taken: ReadonlyMap<string, TakenBorrower> = new Map(),
): Promise<BatchOutcome> {
  const { policy } = tx.policy;
  const occasion = { visited: cause.visited ?? cause.plannedById !== undefined };
  const batch: BorrowerChanges[] = records.map((record) => {
    const duties = dutiesOf(policy, record, taken.get(record.facts.id)?.plan);
    return { record, changes: reconcile(policy, record, duties, occasion) };
  });
  await settleZones(tx, records);
  const withoutRule = records.reduce((sum, { facts }) => sum + loansWithoutLine(policy, facts).length, 0);
  return { applied: await applyChanges(tx, batch, cause), withoutRule };
}

type Tally = { -readonly [Key in keyof PlanCounts]: PlanCounts[Key] } & { moves: MovedInspection[] };

function newTally(): Tally {
  return { created: 0, moved: 0, kept: 0, cancelled: 0, reassigned: 0, withoutRule: 0, moves: [] };
}

function add(tally: Tally, applied: AppliedChanges, withoutRule: number): void {
  tally.created += applied.created.length;
  tally.moved += applied.moves.length;
  tally.kept += applied.kept;
  tally.cancelled += applied.cancelled;
  tally.reassigned += applied.reassigned;
  tally.withoutRule += withoutRule;
  tally.moves.push(...applied.moves);
}
