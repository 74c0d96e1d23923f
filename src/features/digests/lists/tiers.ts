/** Loans whose tier was changed: by three hands, by the date of the last; by a file, by the date it came in. */
import type { AskedTotals } from "../../../domain/digest/figures.ts";
import { RISK_TIERS } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { byId, inTurns } from "../../../platform/in-turns.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import { daysOf, keptBy, type ListedRow, type Lister, type ListScope, overUnits, unitsOf } from "./list-scope.ts";

interface Moved {
  readonly id: string;
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

export const tiers: Lister = (ctx, scope, asked, take) =>
  overUnits(scope, take, async (inUnits) => {
    const found = [
      ...(await byHands(ctx, scope, asked, inUnits, take)),
      ...(await byFiles(ctx, scope, asked, inUnits, take)),
    ];
    return found.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).slice(0, take);
  });

type InUnits = { unitId?: { in: string[] } };

const KEPT = {
  number: true,
  borrower: { select: { name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
} as const;

type Kept = { number: string; borrower: { name: string; ownerships: { personId: string }[] } };

async function byHands(ctx: Context, scope: ListScope, asked: AskedTotals, inUnits: InUnits, take: number) {
  const rows = await ctx.db.tierProposal.findMany({
    where: { ...inUnits, ...approved(scope, asked) },
    orderBy: [{ approvedOn: "asc" }, { id: "asc" }],
    take,
    select: { ...{ id: true, unitId: true, fromTier: true, tier: true, approvedOn: true }, loan: { select: KEPT } },
  });
  return rows.map(({ id, unitId, fromTier, tier, approvedOn, loan }) =>
    listed(ctx, { id, unitId, from: fromTier, to: tier, on: approvedOn ?? "" }, loan),
  );
}

async function byFiles(
  ctx: Context,
  scope: ListScope,
  asked: AskedTotals,
  inUnits: InUnits,
  take?: number,
): Promise<ListedRow[]> {
  const find = (of: { subjectId?: { in: string[] } }) =>
    ctx.db.factChange.findMany({
      where: { ...inUnits, ...of, ...told(scope, asked) },
      orderBy: [{ movedOn: "asc" }, { id: "asc" }],
      ...(take === undefined ? {} : { take }),
      select: { id: true, subjectId: true, unitId: true, before: true, after: true, movedOn: true },
    });
  const rows =
    scope.personId === undefined
      ? await find({})
      : await inTurns(await keptLoanIds(ctx, scope), (some) => find({ subjectId: { in: some } }));
  const loans = await byId(
    rows.map(({ subjectId }) => subjectId),
    (some) => ctx.db.loan.findMany({ where: { id: { in: some } }, select: { id: true, ...KEPT } }),
  );
  return rows.flatMap(({ id, subjectId, unitId, before, after, movedOn }) => {
    const loan = loans.get(subjectId);
    const moved = { id, unitId: unitId ?? "", from: before ?? "", to: after ?? "", on: movedOn ?? "" };
    return loan === undefined ? [] : [listed(ctx, moved, loan)];
  });
}

async function keptLoanIds(ctx: Context, scope: ListScope): Promise<string[]> {
  const rows = await ctx.db.loan.findMany({ where: keptLoans(scope), select: { id: true } });
  return rows.map(({ id }) => id);
}

function listed(ctx: Context, { id, unitId, from, to, on }: Moved, { number, borrower }: Kept): ListedRow {
  return {
    ...{ id, number, unitId, borrowerName: borrower.name, on, opens: "nothing" },
    personId: borrower.ownerships[0]?.personId ?? null,
    said: [from, to].map((one) => ctx.t(`tier.${oneOf(RISK_TIERS, one)}`)).join(" → "),
  };
}

/** Of a person: of the accounts they keep. */
export async function tiersOfPerson(ctx: Context, scope: ListScope, asked: AskedTotals): Promise<number> {
  const hands = await ctx.db.tierProposal.count({ where: { ...unitsOf(scope), ...approved(scope, asked) } });
  return hands + (await byFiles(ctx, scope, asked, unitsOf(scope))).length;
}

function approved(scope: ListScope, asked: AskedTotals) {
  const kept = keptLoans(scope);
  return {
    state: "approved",
    approvedOn: daysOf(asked),
    ...ofProduct(scope),
    ...("borrower" in kept ? { loan: kept } : {}),
    OR: pairs(asked).map(([fromTier, tier]) => ({ fromTier, tier })),
  };
}

function told(scope: ListScope, asked: AskedTotals) {
  return {
    field: "tier",
    movedOn: { not: null, ...daysOf(asked) },
    ...ofProduct(scope),
    OR: pairs(asked).map(([before, after]) => ({ before, after })),
  };
}

const ofProduct = ({ product }: ListScope) => (product === undefined ? {} : { product });

const keptLoans = ({ personId }: ListScope) =>
  personId === undefined ? {} : { borrower: { ownerships: keptBy(personId) } };

const pairs = ({ states }: AskedTotals) =>
  (states ?? []).map((move) => {
    const [from = "", to = ""] = move.split(":");
    return [from, to] as const;
  });
