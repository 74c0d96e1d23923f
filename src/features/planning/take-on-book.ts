/** Taking on a book: the first routine inspections of borrowers whom nobody of ours has visited yet, spread over a period. */
import { compareDates } from "../../domain/dates.ts";
import { type PlannedInspection, planTakeOn } from "../../domain/planning/index.ts";
import type { Context } from "../../platform/context.ts";
import { type BorrowerRecord, loadRecords } from "./borrower-facts.ts";

/**
 * The plan of each borrower that was there when its book was taken on and has no routine inspection yet. Looks at the whole
 * list first, since the weakest and the largest come first and officers are loaded evenly. Reads only.
 */
export async function planBook(
  ctx: Context,
  borrowerIds: readonly string[],
  atOnce: number,
): Promise<ReadonlyMap<string, PlannedInspection>> {
  const books = new Map<string, BorrowerRecord[]>();
  for (let start = 0; start < borrowerIds.length; start += atOnce) {
    for (const record of await loadRecords(ctx, borrowerIds.slice(start, start + atOnce))) {
      if (isTakenOn(record)) {
        const key = `${record.calendar.id} ${record.facts.takeOnOn}`;
        const book = books.get(key) ?? [];
        book.push(record);
        books.set(key, book);
      }
    }
  }
  return new Map([...books.values()].flatMap((book) => [...planOne(ctx, book)]));
}

function isTakenOn({ facts, known }: BorrowerRecord): boolean {
  const wasThere = facts.loans.some(({ disbursedOn }) => compareDates(disbursedOn, facts.takeOnOn) < 0);
  return wasThere && facts.lastVisitOn === undefined && !known.some(({ kind }) => kind === "routine");
}

function planOne(ctx: Context, book: readonly BorrowerRecord[]): ReadonlyMap<string, PlannedInspection> {
  const [first] = book;
  if (first === undefined) {
    return new Map();
  }
  const taken = book.map(({ facts, ownerId }) => ({ borrower: facts, officerId: ownerId ?? undefined }));
  return planTakeOn(ctx.policy.policy, first.calendar, taken, first.facts.takeOnOn);
}
