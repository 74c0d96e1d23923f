/** The demonstration's borrowers, loans and what belongs to them, as rows. */
import { addDays, addMonths } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { inventedRate } from "./rates.ts";
import type { SettledBorrower } from "./settle-book.ts";

export interface OwnedBorrower extends SettledBorrower {
  readonly ownerId: string;
  readonly unitId: string;
}

export async function writeBook(
  db: Tx,
  book: readonly OwnedBorrower[],
  { newRowId, since, anchor }: { newRowId: () => string; since: Date; anchor: IsoDate },
): Promise<void> {
  await db.borrower.createMany({ data: book.map((one) => borrowerRow(one, since)) });
  await db.ownership.createMany({
    data: book.map(({ facts, ownerId }) => ({
      id: newRowId(),
      borrowerId: facts.id,
      personId: ownerId,
      fromAt: since,
    })),
  });
  await db.authorisedSigner.createMany({
    data: book.flatMap(({ facts, invented }) =>
      invented.signers.map((signer) => ({ id: newRowId(), borrowerId: facts.id, ...signer, fromAt: since })),
    ),
  });
  const loans = book.flatMap((one) => loanRows(one, anchor, since));
  await db.loan.createMany({
    data: loans.map((row, place) => ({ ...row, ...inventedRate(row.product, place, row.disbursedOn) })),
  });
  await db.collateral.createMany({ data: book.flatMap((one) => collateralRows(one, anchor, since, newRowId)) });
  await db.guarantor.createMany({ data: book.flatMap((one) => guarantorRows(one, anchor, since, newRowId)) });
}

function borrowerRow({ facts, invented, unitId }: OwnedBorrower, since: Date) {
  return {
    id: facts.id,
    number: facts.number,
    name: invented.name,
    customerType: invented.customerType,
    unitId,
    identityNumber: invented.identityNumber,
    phone: invented.phone,
    address: invented.address,
    industryCode: invented.industryCode,
    takeOnOn: facts.takeOnOn,
    lastInspectedOn: facts.lastInspectedOn ?? null,
    lastVisitOn: facts.lastVisitOn ?? null,
    lastOnSiteOn: facts.lastOnSiteOn ?? null,
    createdAt: since,
  };
}

function loanRows({ facts, invented }: OwnedBorrower, anchor: IsoDate, since: Date) {
  return facts.loans.map((loan, index) => ({
    id: loan.id,
    number: loan.number,
    borrowerId: facts.id,
    product: loan.product,
    phase: loan.phase ?? null,
    state: loan.state,
    currency: loan.drawn.currency,
    principalMinor: loan.principal.minor,
    drawnMinor: loan.drawn.minor,
    disbursedOn: loan.disbursedOn,
    maturesOn: loan.maturesOn ?? null,
    tier: loan.tier,
    purpose: invented.loans[index]?.purpose ?? null,
    seasonKey: loan.seasonKey ?? null,
    pastDueSince: null,
    asOf: addDays(anchor, -1),
    recordedAt: since,
    factsHash: `demonstration-${loan.number}`,
  }));
}

function collateralRows({ facts, invented }: OwnedBorrower, anchor: IsoDate, since: Date, newRowId: () => string) {
  return facts.loans.flatMap((loan, index) => {
    const piece = invented.loans[index]?.collateral ?? null;
    return piece === null
      ? []
      : [
          {
            id: newRowId(),
            loanId: loan.id,
            number: `DY${loan.number.slice(2)}`,
            ...piece,
            currency: loan.drawn.currency,
            valueMinor: (loan.drawn.minor * 3n) / 2n,
            valuedOn: addMonths(anchor, -8),
            asOf: addDays(anchor, -1),
            recordedAt: since,
          },
        ];
  });
}

function guarantorRows({ facts, invented }: OwnedBorrower, anchor: IsoDate, since: Date, newRowId: () => string) {
  return facts.loans.flatMap((loan, index) => {
    const name = invented.loans[index]?.guarantor ?? null;
    return name === null
      ? []
      : [{ id: newRowId(), loanId: loan.id, name, asOf: addDays(anchor, -1), recordedAt: since }];
  });
}
