/**
 * The stock by zone, product, tier and size. The totals do not hold the size, so the loans themselves are read, a page at a time:
 * behind a button of its own and on a sheet of the workbook, never in the digest itself.
 */
import { type Segment, SegmentTally, segmented } from "../../domain/digest/segments.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { PRODUCTS, PURSUED_LOAN_STATES, RISK_TIERS, ZONES, type Zone } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { PARAMETERS_AT_ONCE } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { placeAsked } from "./asked.ts";
import { type FigureLines, PAGE, pageOf } from "./lists/index.ts";
import { keptBy, type ListedRow, type ListScope, listScopeOf } from "./lists/list-scope.ts";
import type { SegmentPlace, SegmentsPlace } from "./place.ts";
import type { DigestScope } from "./scope.ts";

export interface Segments {
  readonly place: SegmentsPlace;
  readonly scope: DigestScope;
  readonly segments: readonly Segment[];
}

export interface SegmentList extends FigureLines {
  readonly place: SegmentPlace;
  readonly scope: DigestScope;
}

export async function segmentsAt(ctx: Context, place: SegmentsPlace): Promise<Segments | Refusal> {
  const asked = await placeAsked(ctx, place);
  return isRefusal(asked) ? asked : { place, scope: asked.scope, segments: await segmentsOf(ctx, asked.scope) };
}

/** The largest balance first. */
export async function segmentsOf(ctx: Context, scope: DigestScope): Promise<Segment[]> {
  const tally = new SegmentTally(ctx.policy.policy);
  for await (const customer of customersIn(ctx, await listScopeOf(ctx, scope))) tally.add(customer);
  return tally.segments();
}

/** The loans of one segment, as the reader may read them. */
export async function segmentAt(ctx: Context, place: SegmentPlace): Promise<SegmentList | Refusal> {
  const asked = await placeAsked(ctx, place);
  if (isRefusal(asked)) {
    return asked;
  }
  const { segment, page } = place;
  const rows: ListedRow[] = [];
  for await (const customer of customersIn(ctx, await listScopeOf(ctx, asked.scope), segment.zone)) {
    const found = customer.filter(({ key }) => key.product === segment.product && key.tier === segment.tier);
    rows.push(...found.flatMap(({ key, loan }) => (key.size === segment.size ? [loan.row] : [])));
    if (rows.length > (page + 1) * PAGE) break;
  }
  return { place, scope: asked.scope, ...(await pageOf(ctx, rows, page)) };
}

/** Customer by customer, the pursued loans that lie in the scope. */
async function* customersIn(ctx: Context, scope: ListScope, zone?: Zone) {
  for await (const customer of stored(ctx, scope, zone)) {
    const some = stockOf(ctx, customer).filter(
      ({ key }) => scope.product === undefined || key.product === scope.product,
    );
    if (some.length > 0) yield some;
  }
}

async function* stored(ctx: Context, scope: ListScope, zone: Zone | undefined): AsyncGenerator<Customer> {
  for (const inUnits of unitsInTurns(scope)) {
    let page: Customer[] = [];
    do {
      const after = page.at(-1)?.id ?? "";
      page = await readPage(ctx, scope, { ...inUnits, zone: zone ?? { not: null }, id: { gt: after } });
      yield* page;
    } while (page.length === PARAMETERS_AT_ONCE);
  }
}

function unitsInTurns({ units }: ListScope): { unitId?: { in: string[] } }[] {
  if (units === undefined) {
    return [{}];
  }
  const turns = Math.ceil(units.length / PARAMETERS_AT_ONCE);
  return Array.from({ length: turns }, (_, at) => ({
    unitId: { in: units.slice(at * PARAMETERS_AT_ONCE, (at + 1) * PARAMETERS_AT_ONCE) },
  }));
}

type Which = NonNullable<NonNullable<Parameters<Context["db"]["borrower"]["findMany"]>[0]>["where"]>;
type Customer = Awaited<ReturnType<typeof readPage>>[number];

function readPage({ db }: Context, { personId }: ListScope, which: Which) {
  return db.borrower.findMany({
    where: { ...which, ...(personId === undefined ? {} : { ownerships: keptBy(personId) }) },
    orderBy: { id: "asc" },
    take: PARAMETERS_AT_ONCE,
    select: {
      ...{ id: true, name: true, unitId: true, zone: true },
      ownerships: { where: { toAt: null }, select: { personId: true } },
      loans: {
        where: { state: { in: [...PURSUED_LOAN_STATES] } },
        orderBy: { number: "asc" },
        select: {
          ...{ id: true, number: true, state: true, product: true, tier: true, currency: true, drawnMinor: true },
          ...{ maturesOn: true, asOf: true },
        },
      },
    },
  });
}

/** A customer's size counts all that it owes here, whatever is asked for. */
function stockOf(ctx: Context, customer: Customer) {
  const loans = customer.loans.map((loan) => stockLoan(ctx, customer, loan));
  return segmented(ctx.policy.policy, oneOf(ZONES, customer.zone ?? ""), loans);
}

/** A written-off loan that is still pursued counts as loss. */
function stockLoan({ t }: Context, customer: Customer, loan: Customer["loans"][number]) {
  const tier = oneOf(RISK_TIERS, loan.state === "written_off" ? "loss" : loan.tier);
  const row: ListedRow = {
    ...{ id: loan.id, number: loan.number, unitId: customer.unitId, customerId: customer.id },
    ...{ borrowerName: customer.name, on: loan.maturesOn ?? loan.asOf, opens: "nothing" },
    ...{ personId: customer.ownerships[0]?.personId ?? null, said: t(`tier.${tier}`) },
  };
  const drawn = { minor: loan.drawnMinor, currency: loan.currency };
  return { product: oneOf(PRODUCTS, loan.product), tier, drawn, row };
}
