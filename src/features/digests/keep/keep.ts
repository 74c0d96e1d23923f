/** Customers to keep who may leave (R52), of what a digest is of: those whose loans mature next come first. */
import type { ZonesPolicy } from "../../../domain/policy/classification.ts";
import { isRefusal, type Refusal } from "../../../domain/refusal.ts";
import { keepUntil } from "../../../domain/retention.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { assetsOf, assetText } from "../../asset/index.ts";
import { placeAsked, todayOf } from "../asked.ts";
import { type ListedLine, linesOf } from "../lists/index.ts";
import { keptBy, type ListedRow, type ListScope, listScopeOf, overUnits } from "../lists/list-scope.ts";
import type { KeepPlace } from "../place.ts";
import type { DigestScope } from "../scope.ts";

const PAGE = 15;
/** So many loans that mature are looked through for one page: a list is no sweep of the book. */
const LOOKED_AT_MOST = 2_000;
/** Customers whose record is read at once. */
const AT_ONCE = 100;

export interface KeepList {
  readonly place: KeepPlace;
  readonly scope: DigestScope;
  /** The policy's days; nothing where it has none, and then nobody is listed. */
  readonly rule: ZonesPolicy["keep"];
  readonly lines: readonly ListedLine[];
  readonly hasMore: boolean;
}

export async function keepAt(ctx: Context, place: KeepPlace): Promise<KeepList | Refusal> {
  const asked = await placeAsked(ctx, place);
  if (isRefusal(asked)) {
    return asked;
  }
  const { scope } = asked;
  const rule = ctx.policy.policy.zones.keep;
  const last = (place.page + 1) * PAGE;
  const rows = rule === undefined ? [] : await leavers(ctx, await listScopeOf(ctx, scope), rule, last + 1);
  const shown = rows.slice(place.page * PAGE, last);
  return { place, scope, rule, lines: await linesOf(ctx, shown), hasMore: rows.length > last };
}

async function leavers(
  ctx: Context,
  scope: ListScope,
  rule: NonNullable<ZonesPolicy["keep"]>,
  take: number,
): Promise<ListedRow[]> {
  const today = todayOf(ctx);
  const ending = await endingLoans(ctx, scope, { from: today, to: keepUntil(rule, today) });
  const customers = [...new Map(ending.toReversed().map((row) => [row.id, row])).values()].toReversed();
  const found: ListedRow[] = [];
  for (let start = 0; start < customers.length && found.length < take; start += AT_ONCE) {
    const some = customers.slice(start, start + AT_ONCE);
    const assets = await assetsOf(
      ctx,
      some.map(({ id }) => id),
      today,
    );
    for (const row of some) {
      const asset = assets.get(row.id);
      if (asset?.retention === undefined) continue;
      found.push({ ...row, on: asset.retention.endsOn, said: assetText(ctx, asset) });
    }
  }
  return found.slice(0, take);
}

/** One row a loan, by its customer: in zone 1, with a live loan that matures in these days. */
function endingLoans(
  ctx: Context,
  { personId, product, ...scope }: ListScope,
  days: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<ListedRow[]> {
  return overUnits(scope, LOOKED_AT_MOST, async (inUnits) => {
    const rows = await ctx.db.loan.findMany({
      where: {
        state: "live",
        maturesOn: { gte: days.from, lte: days.to },
        ...(product === undefined ? {} : { product }),
        borrower: { ...inUnits, zone: "z1", ...(personId === undefined ? {} : { ownerships: keptBy(personId) }) },
      },
      orderBy: [{ maturesOn: "asc" }, { id: "asc" }],
      take: LOOKED_AT_MOST,
      select: {
        maturesOn: true,
        borrower: {
          select: {
            ...{ id: true, number: true, name: true, unitId: true },
            ownerships: { where: { toAt: null }, select: { personId: true } },
          },
        },
      },
    });
    return rows.map(({ maturesOn, borrower: { id, number, name, unitId, ownerships } }) => ({
      ...{ id, number, unitId, borrowerName: name, customerId: id, opens: "nothing" as const },
      ...{ on: maturesOn ?? days.from, personId: ownerships[0]?.personId ?? null },
    }));
  });
}
