/** Taking on a book: the first routine inspections of borrowers whom nobody of ours has visited yet, spread over a period. */
import { compareDates } from "../../domain/dates.ts";
import { type PlannedInspection, planTakeOn } from "../../domain/planning/index.ts";
import type { Context } from "../../platform/context.ts";
import type { BorrowerRecord } from "./borrower-facts.ts";
import { loadRecords } from "./load-records.ts";

export interface TakenBorrower {
  readonly record: BorrowerRecord;
  readonly plan: PlannedInspection | undefined;
}

/**
 * The plan of each borrower that was there when its book was taken on and has no inspection yet. Looks at the whole list
 * first, since the weakest and the largest come first and officers are loaded evenly. Reads only, outside a transaction.
 */
export async function planBook(
  ctx: Context,
  borrowerIds: readonly string[],
  atOnce: number,
): Promise<ReadonlyMap<string, TakenBorrower>> {
  const books = new Map<string, BorrowerRecord[]>();
  for (let start = 0; start < borrowerIds.length; start += atOnce) {
    const ids = await withoutPlan(ctx, borrowerIds.slice(start, start + atOnce));
    for (const record of (await loadRecords(ctx, ids)).filter(wasThere)) {
      const key = `${record.calendar.id} ${record.facts.takeOnOn}`;
      const book = books.get(key) ?? [];
      book.push(record);
      books.set(key, book);
    }
  }
  return new Map([...books.values()].flatMap((book) => planOneBook(ctx, book)));
}

async function withoutPlan(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.borrower.findMany({
    where: { id: { in: [...ids] }, lastVisitOn: null, inspections: { none: {} } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

function wasThere({ facts }: BorrowerRecord): boolean {
  return facts.loans.some(({ disbursedOn }) => compareDates(disbursedOn, facts.takeOnOn) < 0);
}

function planOneBook(ctx: Context, book: readonly BorrowerRecord[]): (readonly [string, TakenBorrower])[] {
  const [first] = book;
  if (first === undefined) {
    return [];
  }
  const taken = book.map(({ facts, ownerId }) => ({ borrower: facts, officerId: ownerId ?? undefined }));
  const { policy } = ctx.policy;
  const plans = new Map(planTakeOn(policy, first.calendar, taken, first.facts.takeOnOn));
  if (compareDates(first.facts.takeOnOn, first.today) < 0) {
    // A book of long ago is spread from today on: nobody can visit in the past, and not everybody on one day.
    const spread = taken.filter(({ borrower }) => plans.get(borrower.id)?.occasion === "take_on");
    for (const [id, plan] of planTakeOn(policy, first.calendar, spread, first.today)) {
      plans.set(id, plan);
    }
  }
  return book.map((record) => [record.facts.id, { record, plan: plans.get(record.facts.id) }]);
}
