/** The queries of this feature. */
import { type AuthorisedSigner, SIGNS_THEMSELVES } from "../../domain/confirmation/index.ts";
import { isoDate } from "../../domain/dates.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { isWaitingKey } from "../evidence/index.ts";
import type { InspectionRecord } from "../inspections/index.ts";

export type SheetRecord = Awaited<ReturnType<typeof sheetsOf>>[number];
export type AnswerRecord = SheetRecord["answers"][number];

/** The newest first, each with its answers, the newest first. */
export function sheetsOf(db: Tx, inspectionId: string) {
  return db.confirmationSheet.findMany({
    where: { inspectionId },
    orderBy: [{ frozenAt: "desc" }, { id: "desc" }],
    include: { answers: { orderBy: [{ enteredAt: "desc" }, { id: "desc" }] } },
  });
}

export interface Signer extends AuthorisedSigner {
  readonly title: string;
  /** The borrower in person. */
  readonly isBorrower: boolean;
}

/** Who may sign for the borrower; those who no longer may stand there with the day it ended. */
export async function signersOf(db: Tx, { borrower }: InspectionRecord): Promise<Signer[]> {
  const rows = await db.authorisedSigner.findMany({ where: { borrowerId: borrower.id }, orderBy: { id: "asc" } });
  const imported = rows.map(
    ({ id, name, title, toAt }): Signer => ({
      id,
      name,
      title,
      isBorrower: false,
      toOn: toAt === null ? undefined : isoDate(localDate(momentFromDate(toAt), borrower.unit.timeZone)),
    }),
  );
  const isPerson = SIGNS_THEMSELVES.some((type) => type === borrower.customerType);
  return isPerson ? [{ id: borrower.id, name: borrower.name, title: "", isBorrower: true }, ...imported] : imported;
}

/** Whether this content proved something before: for another check, or under another confirmation of any. */
export async function isUsedBefore(db: Tx, sha256: string, inspectionId: string): Promise<boolean> {
  const elsewhere = await db.evidence.findFirst({
    where: { sha256, removedAt: null, NOT: [{ inspectionId }, { answerKey: isWaitingKey }] },
    select: { id: true },
  });
  const confirmed = await db.borrowerConfirmation.findFirst({ where: { sha256 }, select: { id: true } });
  return elsewhere !== null || confirmed !== null;
}
