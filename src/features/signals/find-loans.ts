/** Loans by number, or by their customer's number or a part of the name; only those of which the actor may raise a signal. */
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { unitsBelow } from "../people/index.ts";
import { loanFor, type RaisableLoan } from "./raise.ts";

/** So many are offered; whoever finds more types more. */
const MOST = 20;

type Within = NonNullable<NonNullable<Parameters<Context["db"]["borrower"]["findMany"]>[0]>["where"]>;

/** Asked within what the person could reach, so that the limit cuts nothing of theirs for the sake of others'. */
export async function findLoans(ctx: Context, query: string): Promise<RaisableLoan[]> {
  const wanted = query.trim();
  if (wanted === "") {
    return [];
  }
  const units = await unitsBelow(
    ctx.db,
    ctx.actor.grants.map(({ unitId }) => unitId),
  );
  const mine = [ctx.actor.personId, ...ctx.actor.standsInFor];
  const own = await matching(ctx, wanted, { ownerships: { some: { toAt: null, personId: { in: mine } } } });
  const below = await inTurns(units, (some) => matching(ctx, wanted, { unitId: { in: some } }));
  const found: RaisableLoan[] = [];
  for (const id of new Set([...own, ...below].map((loan) => loan.id))) {
    const loan = await loanFor(ctx, { id });
    if (!isRefusal(loan) && found.length < MOST) found.push(loan);
  }
  return found;
}

function matching({ db }: Context, wanted: string, within: Within) {
  return db.loan.findMany({
    where: {
      state: "live",
      borrower: within,
      OR: [
        { number: { startsWith: wanted } },
        { borrower: { number: { startsWith: wanted } } },
        { borrower: { name: { contains: wanted } } },
      ],
    },
    orderBy: { number: "asc" },
    take: MOST,
    select: { id: true },
  });
}
