/** A customer's card (R49): everything of one customer that the reader may see, as it stands now. */
import type { SubjectFacts } from "../../domain/may.ts";
import { readsInFull } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { Piece } from "../../platform/view.ts";
import { assetsOf, type CustomerAsset } from "../asset/index.ts";
import { mayReassign } from "../handovers/index.ts";
import { type ListedMeasure, measuresOfBorrower } from "../measures/index.ts";
import { type ListedSignal, signalsOfBorrower } from "../signals/index.ts";
import { type StandingZone, zoneOfBorrower } from "../standing-zones/index.ts";
import { strategyPieces } from "../strategies/index.ts";
import { zonePieces } from "../zones/index.ts";
import { fileOnCard } from "./file-page.ts";
import { type FoundOnVisits, foundOnVisits } from "./found-on-visits.ts";
import { type CardPeople, peopleOf } from "./people.ts";
import { idByRef } from "./refs.ts";
import { subjectOfCustomer } from "./subject.ts";
import { type ListedVisit, visitsOf } from "./visits.ts";

/** Of the card's first page; all of them stand on pages of their own. */
const FIRST_LOANS = 5;
const FIRST_PIECES = 5;

export interface CustomerCard {
  readonly customer: CustomerRow;
  /** Whether the reader answers for the customer, and reads names and numbers in full. */
  readonly inFull: boolean;
  readonly reassignable: boolean;
  readonly loans: readonly LoanRow[];
  readonly loanCount: number;
  readonly collateral: readonly CollateralRow[];
  readonly collateralCount: number;
  /** What is drawn of live loans, by currency. */
  readonly drawn: readonly { readonly currency: string; readonly minor: bigint }[];
  /** How long they are a customer, what they bear, and whether they may leave (R52). */
  readonly asset: CustomerAsset | undefined;
  readonly visits: readonly ListedVisit[];
  readonly people: CardPeople;
  /** Open measures, where the reader may read them. */
  readonly measures: readonly ListedMeasure[];
  /** Those that the reader may know of. */
  readonly signals: readonly ListedSignal[];
  /** Collateral and guarantors that the record does not hold yet, for whoever answers for the customer. */
  readonly found: FoundOnVisits | undefined;
  readonly zone: StandingZone | undefined;
  /** Another zone that was asked for or set, and what the reader may do about it. */
  readonly zonePieces: readonly Piece[];
  /** How whole their file is, what it lacks, and when that was asked of whom. */
  readonly file: { readonly asked: number; readonly said: string; readonly chased: readonly Piece[] };
  /** How the customer is to be kept, and the button that says otherwise. */
  readonly strategyPieces: readonly Piece[];
}

export type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;
export type LoanRow = Awaited<ReturnType<typeof loansOf>>[number];
export type CollateralRow = Awaited<ReturnType<typeof collateralOf>>[number];

export interface SeenCustomer {
  readonly customer: CustomerRow;
  readonly subject: SubjectFacts;
  readonly inFull: boolean;
}

/** Whoever may not see the customer is told that there is none. */
export async function seenCustomer(ctx: Context, ref: string): Promise<SeenCustomer | Refusal> {
  const unknown = refuse("not_found", { number: "" });
  const id = await idByRef(ctx, ref);
  const customer = id === undefined ? null : await findCustomer(ctx, id);
  if (customer === null) return unknown;
  const subject = await subjectOfCustomer(ctx, customer);
  if (authorize(ctx, "see_account", subject) !== undefined) return unknown;
  return { customer, subject, inFull: readsInFull(ctx.actor, "see_account", subject) };
}

export async function cardOf(ctx: Context, { customer, subject, inFull }: SeenCustomer): Promise<CustomerCard> {
  const { id } = customer;
  // A check that somebody has to do opens the card to them, and gives them nothing of the keeper's.
  const kept = { ...subject, assigneeId: null };
  const seesMeasures = authorize(ctx, "see_measure", kept) === undefined;
  return {
    customer,
    inFull,
    reassignable: mayReassign(ctx, kept),
    loans: await loansOf(ctx, id, { skip: 0, take: FIRST_LOANS }),
    loanCount: await ctx.db.loan.count({ where: { borrowerId: id } }),
    collateral: await collateralOf(ctx, id, { skip: 0, take: FIRST_PIECES }),
    collateralCount: await ctx.db.collateral.count({ where: { loan: { borrowerId: id } } }),
    drawn: await drawnOf(ctx, id),
    asset: (await assetsOf(ctx, [id], localDate(ctx.now, customer.unit.timeZone))).get(id),
    visits: await visitsOf(ctx, id),
    people: await peopleOf(ctx, customer),
    measures: seesMeasures ? await measuresOfBorrower(ctx, id) : [],
    signals: await signalsOfBorrower(ctx, id),
    found: inFull ? await foundOnVisits(ctx, id) : undefined,
    zone: await zoneOfBorrower(ctx, id),
    zonePieces: await zonePieces(ctx, customer),
    file: await fileOnCard(ctx, id),
    strategyPieces: await strategyPieces(ctx, id),
  };
}

interface Some {
  readonly skip: number;
  readonly take: number;
}

/** Live ones first, each with the next repayment of its plan. */
export function loansOf(ctx: Context, borrowerId: string, { skip, take }: Some) {
  return ctx.db.loan.findMany({
    where: { borrowerId },
    orderBy: [{ state: "asc" }, { number: "asc" }],
    skip,
    take,
    include: {
      guarantors: { select: { name: true } },
      instalments: {
        where: { dueOn: { gte: localDate(ctx.now, ctx.actor.timeZone) }, state: { in: ["planned", "unpaid"] } },
        orderBy: { dueOn: "asc" },
        take: 1,
        select: { dueOn: true, principalMinor: true, interestMinor: true },
      },
    },
  });
}

/** Of live loans first, then by number. */
export function collateralOf({ db }: Context, borrowerId: string, { skip, take }: Some) {
  return db.collateral.findMany({
    where: { loan: { borrowerId } },
    orderBy: [{ loan: { state: "asc" } }, { number: "asc" }, { id: "asc" }],
    skip,
    take,
    include: { loan: { select: { number: true } } },
  });
}

async function drawnOf({ db }: Context, borrowerId: string) {
  const sums = await db.loan.groupBy({
    by: ["currency"],
    where: { borrowerId, state: "live" },
    _sum: { drawnMinor: true },
    orderBy: { currency: "asc" },
  });
  return sums.map(({ currency, _sum }) => ({ currency, minor: _sum.drawnMinor ?? 0n }));
}

function findCustomer({ db }: Context, id: string) {
  return db.borrower.findUnique({
    where: { id },
    include: {
      unit: true,
      ownerships: { where: { toAt: null }, include: { person: true } },
      signers: { where: { toAt: null } },
    },
  });
}
