/**
 * The engine's look at the record: every night at the whole book, and soon at a borrower whose facts have changed. It reads many
 * borrowers in a few questions, and writes in one short transaction for each of whom there is something new.
 */
import { nothingInParticular } from "../../../domain/may.ts";
import { isRefusal, type Refusal } from "../../../domain/refusal.ts";
import { authorize, type Context, inTransaction } from "../../../platform/context.ts";
import { type Did, lookAt, withNews } from "./look-at.ts";

/** Borrowers read in one go: what is held in memory, whatever the size of the book. */
const AT_ONCE = 200;

export interface Looked {
  readonly borrowers: number;
  readonly raised: number;
  readonly worsened: number;
  readonly returned: number;
  readonly cured: number;
}

/** The whole book, as of today where each account is kept. */
export async function lookAtBook(ctx: Context): Promise<Looked | Refusal> {
  const tally = newTally();
  for (let after = ""; ; ) {
    const page = await ctx.db.borrower.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    const last = page.at(-1);
    if (last === undefined) return whole(tally);
    const ids = page.map(({ id }) => id);
    const refused = await lookAtSome(ctx, ids, tally);
    if (refused !== undefined) return refused;
    after = last.id;
  }
}

/** Of one tick; what an import asked for beyond it waits for the next one. */
const MOST_PAGES = 10;

/** Those that `lookAgain` named, the longest waiting first; the next call goes on. */
export async function lookAtAsked(ctx: Context): Promise<Looked | Refusal> {
  const tally = newTally();
  for (let page = 0; page < MOST_PAGES && tally.failures.length === 0; page += 1) {
    const asked = await ctx.db.lookAsked.findMany({ orderBy: { askedAt: "asc" }, take: AT_ONCE });
    if (asked.length === 0) break;
    const ids = asked.map(({ borrowerId }) => borrowerId);
    const refused = await lookAtSome(ctx, ids, tally);
    if (refused !== undefined) return refused;
    const failed = new Set(tally.failures.map(({ borrowerId }) => borrowerId));
    const done = asked.filter(({ borrowerId }) => !failed.has(borrowerId));
    await inTransaction(ctx, async (tx) => {
      // Asked again meanwhile: it stays.
      for (const row of done) await tx.db.lookAsked.deleteMany({ where: row });
    });
  }
  return whole(tally);
}

interface Tally {
  readonly did: Did[];
  borrowers: number;
  readonly failures: { readonly borrowerId: string; readonly failure: unknown }[];
}

const newTally = (): Tally => ({ did: [], borrowers: 0, failures: [] });

/** One borrower whose record cannot be judged keeps nobody else from being looked at. */
async function lookAtSome(ctx: Context, ids: readonly string[], tally: Tally): Promise<Refusal | undefined> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) return refused;
  tally.borrowers += ids.length;
  // Where the reading itself fails, one by one says whose record it is.
  const news = await withNews(ctx, ids).catch(() => ids);
  for (const borrowerId of news) {
    try {
      const did = await inTransaction(ctx, async (tx) => {
        return authorize(tx, "run_sweep", nothingInParticular) ?? lookAt(tx, borrowerId);
      });
      if (isRefusal(did)) return did;
      tally.did.push(...did);
    } catch (failure) {
      ctx.parts.log.error({ failure, borrowerId }, "a borrower could not be looked at");
      tally.failures.push({ borrowerId, failure });
    }
  }
  return undefined;
}

function whole({ did, borrowers, failures }: Tally): Looked {
  if (failures.length > 0) {
    throw new Error(`${failures.length} of ${borrowers} borrowers could not be looked at`, {
      cause: failures[0]?.failure,
    });
  }
  const count = (what: Did) => did.filter((one) => one === what).length;
  return {
    borrowers,
    raised: count("raise"),
    worsened: count("worsen"),
    returned: count("return"),
    cured: count("cure"),
  };
}
