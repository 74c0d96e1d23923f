/** The bulletins that stand in the reader's units, above and below them, and which of them the reader may take back. */

import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { authorize } from "../../platform/context.ts";
import { namesById, unitPath } from "../people/index.ts";
import type { Bulletin } from "./standing.ts";

const MOST = 20;

export interface ListedBulletin extends Bulletin {
  readonly mayWithdraw: boolean;
}

export async function standingBulletins(ctx: Context): Promise<ListedBulletin[]> {
  const own = ctx.actor.grants.map(({ unitId }) => unitId);
  const above: string[] = [];
  for (const unitId of own) above.push(...(await unitPath(ctx.db, unitId)));
  const rows = await ctx.db.industryBulletin.findMany({
    where: { withdrawnAt: null, untilOn: { gte: localDate(ctx.now, ctx.actor.timeZone) } },
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
  });
  const names = await namesById(
    ctx.db,
    rows.map(({ writtenById }) => writtenById),
  );
  const listed: ListedBulletin[] = [];
  for (const row of rows) {
    const path = await unitPath(ctx.db, row.unitId);
    const concerns = above.includes(row.unitId) || path.some((unitId) => own.includes(unitId));
    if (concerns && authorize(ctx, "see_bulletins", { unitPath: path }) === undefined) {
      const mayWithdraw = authorize(ctx, "write_bulletin", { unitPath: path }) === undefined;
      listed.push({ ...row, writtenBy: names.get(row.writtenById) ?? "", mayWithdraw });
    }
  }
  return listed.slice(0, MOST);
}
