/** Finds borrowers by number, by a loan's number, or by a part of the name; only those the person may see. */
import { may, type Verdict } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import { unitPath, unitsBelow } from "../people/index.ts";

const MOST = 20;

const whole = {
  unit: true,
  loans: { orderBy: { number: "asc" } },
  ownerships: { where: { toAt: null }, include: { person: true } },
  signers: { where: { toAt: null } },
  inspections: { where: { state: { not: "cancelled" } }, orderBy: { dueOn: "desc" }, take: 5 },
} as const;

export type AccountRecord = Awaited<ReturnType<typeof candidates>>[number];

export interface FoundAccount {
  readonly account: AccountRecord;
  /** In which role it is seen: decides whether names are shown in full. */
  readonly as: Extract<Verdict, { allowed: true }>["as"];
}

export async function findAccounts(ctx: Context, wanted: string): Promise<FoundAccount[]> {
  const found: FoundAccount[] = [];
  for (const account of await candidates(ctx, wanted.trim())) {
    const verdict = may(ctx.actor, "see_account", {
      unitPath: await unitPath(ctx.db, account.unitId),
      ownerId: account.ownerships[0]?.personId ?? null,
    });
    if (verdict.allowed) {
      found.push({ account, as: verdict.as });
    }
  }
  return found;
}

/** Asked within what the person could see, so that the limit cuts nothing of theirs for the sake of others'. */
async function candidates(ctx: Context, wanted: string) {
  const units = await unitsBelow(
    ctx.db,
    ctx.actor.grants.map(({ unitId }) => unitId),
  );
  const mine = [ctx.actor.personId, ...ctx.actor.standsInFor];
  return ctx.db.borrower.findMany({
    where: {
      AND: [
        { OR: [{ unitId: { in: units } }, { ownerships: { some: { toAt: null, personId: { in: mine } } } }] },
        { OR: [{ number: wanted }, { loans: { some: { number: wanted } } }, ...named(wanted)] },
      ],
    },
    include: whole,
    orderBy: { name: "asc" },
    take: MOST,
  });
}

/** PostgreSQL tells case apart and SQLite does not: the usual writings of a name are tried. */
function named(wanted: string) {
  const title = wanted.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([wanted, wanted.toUpperCase(), wanted.toLowerCase(), title])].map((name) => ({
    name: { contains: name },
  }));
}
