/** Quality beside yield (R141), of what a digest is of, by product, and of the units right below: sums of totals, of nothing else. */
import { type BearingLoans, type QualityAndYield, qualityAndYield } from "../../../domain/digest/quality.ts";
import { yearlyInterest } from "../../../domain/loan-rate.ts";
import { isRefusal, type Refusal } from "../../../domain/refusal.ts";
import { LOAN_INTEREST, LOAN_RATED, LOAN_STANDING } from "../../../domain/totals/index.ts";
import { PRODUCTS, type Product, PURSUED_LOAN_STATES } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import { foldBeforeReading } from "../../totals/index.ts";
import { placeAsked } from "../asked.ts";
import { FOLDED_FIRST } from "../digest.ts";
import { keptBy, listScopeOf, unitsOf } from "../lists/list-scope.ts";
import type { DigestPlace, ScopeRef } from "../place.ts";
import type { DigestScope } from "../scope.ts";

export interface YieldPart {
  readonly ref: ScopeRef;
  /** Of a unit; of a product its scope says it. */
  readonly name: string;
  readonly figures: QualityAndYield;
}

export interface Yield {
  readonly place: DigestPlace;
  readonly scope: DigestScope;
  readonly figures: QualityAndYield;
  /** Of a scope that is not of one product already; those with loans, the largest balance first. */
  readonly products: readonly YieldPart[];
  /** Right below a unit, the same. */
  readonly units: readonly YieldPart[];
  readonly behind: boolean;
}

export async function yieldAt(ctx: Context, place: DigestPlace): Promise<Yield | Refusal> {
  const asked = await placeAsked(ctx, place);
  if (isRefusal(asked)) {
    return asked;
  }
  const { scope } = asked;
  const { more } = await foldBeforeReading(ctx, FOLDED_FIRST);
  const rows = scope.ref.kind === "unit" ? await ofUnit(ctx, scope.ref) : await ofPerson(ctx, scope);
  const { policy } = ctx.policy;
  const partOf = (ref: ScopeRef, name: string, some: readonly BearingLoans[]): YieldPart => ({
    ...{ ref, name, figures: qualityAndYield(policy, some) },
  });
  const products = PRODUCTS.map((product) =>
    partOf(
      { ...scope.ref, product },
      scope.name,
      rows.filter((row) => row.product === product),
    ),
  );
  return {
    place,
    scope,
    figures: qualityAndYield(policy, rows),
    products: scope.ref.product === undefined ? largestFirst(products) : [],
    units: scope.ref.kind === "unit" ? largestFirst(await unitsBelow(ctx, scope.ref, partOf)) : [],
    behind: more,
  };
}

function largestFirst(parts: readonly YieldPart[]): YieldPart[] {
  const minor = ({ figures }: YieldPart) => figures.drawn.minor;
  return parts
    .filter(({ figures }) => figures.loans > 0)
    .toSorted((one, other) => (minor(one) === minor(other) ? 0 : minor(one) > minor(other) ? -1 : 1));
}

type Row = BearingLoans & { readonly product: string };

const KINDS = [LOAN_STANDING, LOAN_RATED, LOAN_INTEREST];

async function ofUnit(ctx: Context, { id, product }: ScopeRef): Promise<Row[]> {
  const rows = await ctx.db.unitTotal.groupBy({
    by: ["product", "kind", "state"],
    where: { unitId: id, kind: { in: KINDS }, ...ofProduct(product) },
    _sum: { amount: true, moneyMinor: true },
  });
  return rows.map((row) => ({ product: row.product, ...bearing(row) }));
}

async function unitsBelow(
  ctx: Context,
  { id, product }: ScopeRef,
  partOf: (ref: ScopeRef, name: string, rows: readonly BearingLoans[]) => YieldPart,
): Promise<YieldPart[]> {
  const units = await ctx.db.orgUnit.findMany({ where: { parentId: id }, select: { id: true, name: true } });
  const rows = await inTurns(
    units.map((unit) => unit.id),
    (some) =>
      ctx.db.unitTotal.groupBy({
        by: ["unitId", "kind", "state"],
        where: { unitId: { in: some }, kind: { in: KINDS }, ...ofProduct(product) },
        _sum: { amount: true, moneyMinor: true },
      }),
  );
  const byUnit = new Map<string, BearingLoans[]>(units.map((unit) => [unit.id, []]));
  for (const row of rows) byUnit.get(row.unitId)?.push(bearing(row));
  return units.map((unit) =>
    partOf({ kind: "unit", id: unit.id, ...ofProduct(product) }, unit.name, byUnit.get(unit.id) ?? []),
  );
}

const ofProduct = (product: Product | undefined) => (product === undefined ? {} : { product });

interface Bucket {
  readonly kind: string;
  readonly state: string;
  readonly _sum: { readonly amount: number | null; readonly moneyMinor: bigint | null };
}

/** A bucket is of loans, of what is drawn of rated ones, or of what these bear: the sums put them together again. */
function bearing({ kind, state, _sum: { amount, moneyMinor } }: Bucket): BearingLoans {
  const [tier = "", currency = ""] = (kind === LOAN_STANDING ? state.slice(state.indexOf(":") + 1) : state).split(":");
  const money = moneyMinor ?? 0n;
  return {
    ...{ tier, currency },
    loans: kind === LOAN_STANDING ? (amount ?? 0) : 0,
    drawnMinor: kind === LOAN_STANDING ? money : 0n,
    ratedMinor: kind === LOAN_RATED ? money : 0n,
    interestMinor: kind === LOAN_INTEREST ? money : 0n,
  };
}

/** Of the accounts that they keep now, or that nobody does in a unit: these are few. */
async function ofPerson(ctx: Context, scope: DigestScope): Promise<Row[]> {
  const listScope = await listScopeOf(ctx, scope);
  const loans = await ctx.db.loan.findMany({
    where: {
      borrower: { ...unitsOf(listScope), zone: { not: null }, ownerships: keptBy(listScope.personId ?? null) },
      state: { in: [...PURSUED_LOAN_STATES] },
      ...ofProduct(listScope.product),
    },
    select: { product: true, state: true, tier: true, currency: true, drawnMinor: true, yearlyRatePpm: true },
  });
  return loans.map(({ product, state, tier, currency, drawnMinor, yearlyRatePpm: rate }) => ({
    ...{ product, currency, drawnMinor, loans: 1 },
    tier: state === "written_off" ? "loss" : tier,
    ratedMinor: rate === null ? 0n : drawnMinor,
    interestMinor: rate === null ? 0n : yearlyInterest(drawnMinor, rate),
  }));
}
