/** What is known of customers' files: what they are asked for, what was filed, and what the desk itself holds. */
import type { FileFacts } from "../../domain/customer-file/index.ts";
import { isoDate } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { CUSTOMER_TYPES, type IsoDate, PRODUCTS, RISK_TIERS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId, inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Held, heldOf, NOTHING_HELD } from "./held.ts";

export interface KeptFile {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly facts: FileFacts;
  /** The unit's own day. */
  readonly today: IsoDate;
}

/** By id; a customer without a live loan has nothing that is asked for. */
export async function filesOf(ctx: Context, borrowerIds: readonly string[]): Promise<Map<string, KeptFile>> {
  const rows = await byId(borrowerIds, (some) => findRows(ctx, some));
  const below = await belowOf(ctx, borrowerIds);
  const held = await heldOf(ctx, borrowerIds);
  return new Map(
    [...rows].map(([id, row]) => {
      const today = localDate(ctx.now, row.unit.timeZone);
      const { number, unitId } = row;
      return [id, { id, number, unitId, today, facts: factsOf(ctx, row, below, held.get(id) ?? NOTHING_HELD) }];
    }),
  );
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

function factsOf({ policy: { policy } }: Context, row: Row, below: Below, held: Held): FileFacts {
  return {
    customerType: oneOf(CUSTOMER_TYPES, row.customerType),
    takeOnOn: isoDate(row.takeOnOn),
    loans: row.loans.map(({ number, product, disbursedOn, pastDueSince, tier }) => ({
      ...{ number, product: oneOf(PRODUCTS, product), disbursedOn: isoDate(disbursedOn) },
      isTroubled: pastDueSince !== null || policy.tiers.npl.includes(oneOf(RISK_TIERS, tier)),
    })),
    collateral: row.loans.flatMap(({ id, number: loanNumber }) =>
      (below.collateral.get(id) ?? []).map((number) => ({ number, loanNumber })),
    ),
    // Of what was only handed in, nothing is there once its files are known never to come.
    filed: row.documents
      .map(({ id, document, reference, datedOn, place }) => ({
        ...{ id, document, reference, place, datedOn: isoDate(datedOn), copies: below.copies.get(id) ?? 0 },
      }))
      .filter(({ place, copies }) => place !== "" || copies > 0),
    ...held,
  };
}

function findRows({ db }: Context, ids: readonly string[]) {
  return db.borrower.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      number: true,
      unitId: true,
      customerType: true,
      takeOnOn: true,
      unit: { select: { timeZone: true } },
      loans: {
        where: { state: "live" },
        orderBy: { number: "asc" },
        select: {
          ...{ id: true, number: true, product: true, disbursedOn: true, pastDueSince: true, tier: true },
        },
      },
      documents: { where: { takenOutAt: null } },
    },
  });
}

interface Below {
  /** Numbers, by loan. */
  readonly collateral: ReadonlyMap<string, readonly string[]>;
  /** How many files came or may still come, by document. */
  readonly copies: ReadonlyMap<string, number>;
}

/** Asked by customer: what hangs on all loans and documents of five hundred customers is more than one question takes. */
async function belowOf({ db }: Context, borrowerIds: readonly string[]): Promise<Below> {
  const pieces = await inTurns(borrowerIds, (some) =>
    db.collateral.findMany({
      where: { loan: { state: "live", borrowerId: { in: some } } },
      orderBy: { number: "asc" },
      select: { loanId: true, number: true },
    }),
  );
  const files = await inTurns(borrowerIds, (some) =>
    db.filedCopy.findMany({
      where: { state: { not: "failed" }, document: { borrowerId: { in: some } } },
      select: { documentId: true },
    }),
  );
  const collateral = new Map<string, string[]>();
  for (const { loanId, number } of pieces) addTo(collateral, loanId, number);
  const copies = new Map<string, number>();
  for (const { documentId } of files) copies.set(documentId ?? "", (copies.get(documentId ?? "") ?? 0) + 1);
  return { collateral, copies };
}
