/** Which bulletins stand for a customer, at a moment: the check shows them, and the reviewer reads the same ones. */
import { reaches } from "../../domain/bulletin.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { namesById, unitPath } from "../people/index.ts";

/** The newest of a unit and those above it; nobody reads further. */
const MOST = 200;

export interface Bulletin {
  readonly id: string;
  readonly industry: string;
  readonly title: string;
  readonly text: string;
  readonly untilOn: string;
  readonly writtenBy: string;
}

export interface ReachedCustomer {
  readonly unitId: string;
  readonly industryCode: string | null;
}

/** `at`: as they stood then; `on`: the date of that moment where the customer is. Newest first. */
export async function bulletinsFor(
  ctx: Context,
  { unitId, industryCode }: ReachedCustomer,
  { at, on }: { readonly at: Date; readonly on: IsoDate },
): Promise<Bulletin[]> {
  if (industryCode === null) return [];
  const rows = await ctx.db.industryBulletin.findMany({
    where: {
      unitId: { in: await unitPath(ctx.db, unitId) },
      untilOn: { gte: on },
      writtenAt: { lte: at },
      OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: at } }],
    },
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const reaching = rows.filter(({ industry }) => reaches(industry, industryCode));
  const names = await namesById(
    ctx.db,
    reaching.map(({ writtenById }) => writtenById),
  );
  return reaching.map((row) => ({ ...row, writtenBy: names.get(row.writtenById) ?? "" }));
}
