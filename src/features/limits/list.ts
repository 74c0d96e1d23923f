/** Limits and quotas of the reader's units: what stands against them, what is passed first. */
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Money, Sentences } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { unitPath } from "../people/index.ts";
import { ON_BORROWER, WHOLE_LENDER } from "./ids.ts";

/** What is passed and what is nearest to it; nobody reads further. */
const MOST = 2_000;
const LISTED = 20;

export interface ListedLimit {
  readonly id: string;
  readonly title: Sentences | undefined;
  readonly limitKey: string;
  /** The customer or the unit; nothing for the whole lender. */
  readonly of: string | undefined;
  /** The customer's id, where it is a customer's. */
  readonly customerId: string | undefined;
  readonly used: Money;
  readonly most: Money;
  readonly passedSince: Date | null;
}

export interface LimitList {
  readonly limits: readonly ListedLimit[];
  readonly more: number;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

export async function limitsOfUnits(ctx: Context, ids?: readonly string[]): Promise<LimitList | Refusal> {
  const rows = await rowsOf(ctx, ids);
  const borrowers = await byId(idsOf(rows, true), (some) =>
    ctx.db.borrower.findMany({
      where: { id: { in: some } },
      select: { id: true, name: true, number: true, unitId: true },
    }),
  );
  const units = await byId(idsOf(rows, false), (some) =>
    ctx.db.orgUnit.findMany({ where: { id: { in: some } }, select: { id: true, name: true } }),
  );
  const mine: ListedLimit[] = [];
  for (const row of rows) {
    const borrower = borrowers.get(row.subjectId);
    const path = await pathOf(ctx, row, borrower?.unitId);
    if (authorize(ctx, "see_limits", { unitPath: path }) !== undefined) continue;
    const isFull = readsInFull(ctx.actor, "see_limits", { unitPath: path });
    const customer = borrower && `${isFull ? borrower.name : maskName(borrower.name)} (${borrower.number})`;
    mine.push(listed(ctx, row, customer ?? units.get(row.subjectId)?.name));
  }
  if (mine.length === 0 && rows.length > 0 && ctx.actor.grants.length === 0) return refuse("may.scope");
  return { limits: mine.slice(0, LISTED), more: Math.max(0, mine.length - LISTED) };
}

function rowsOf(ctx: Context, ids: readonly string[] | undefined) {
  return ctx.db.limitUse.findMany({
    // A borrower's limit that is kept again is no news any more; a quota always stands here.
    where:
      ids === undefined
        ? { OR: [{ passedSince: { not: null } }, { subjectKind: { not: ON_BORROWER } }] }
        : { id: { in: [...ids] } },
    orderBy: [{ passedSince: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    take: MOST,
  });
}

const idsOf = (rows: readonly Row[], ofBorrowers: boolean) =>
  rows.filter(({ subjectKind }) => (subjectKind === ON_BORROWER) === ofBorrowers).map(({ subjectId }) => subjectId);

/** The whole lender's is everybody's who sees any: it stands at the top of the tree. */
async function pathOf(ctx: Context, row: Row, unitId: string | undefined): Promise<string[]> {
  if (row.subjectId === WHOLE_LENDER) return ctx.actor.grants.map((grant) => grant.unitId);
  return unitPath(ctx.db, unitId ?? row.subjectId);
}

function listed({ policy: { policy } }: Context, row: Row, of: string | undefined): ListedLimit {
  const { currency } = policy.exposure_bands;
  const rule = policy.limits.borrower[row.limitKey] ?? policy.limits.quotas[row.limitKey];
  return {
    id: row.id,
    title: rule?.title,
    limitKey: row.limitKey,
    of,
    customerId: row.subjectKind === ON_BORROWER ? row.subjectId : undefined,
    used: { minor: row.usedMinor, currency },
    most: { minor: row.mostMinor, currency },
    passedSince: row.passedSince,
  };
}
