/** The queries of this feature. */
import type { Circumstances } from "../../domain/check/circumstances.ts";
import type { CheckSubject, SubjectAddress } from "../../domain/check/types.ts";
import { isoDate } from "../../domain/dates.ts";
import { RECHECK } from "../../domain/inspection.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import { COLLATERAL_KINDS } from "../../domain/templates/item.ts";
import {
  CUSTOMER_TYPES,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  PRODUCTS,
  PROJECT_PHASES,
  VISIT_MODES,
  type VisitMode,
} from "../../domain/vocabulary.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { oneOf, oneOfOrNone } from "../../platform/stored-word.ts";
import { type MaybeRecheck, recheckParties, unitPath } from "../people/index.ts";

const whole = {
  borrower: {
    include: {
      unit: true,
      loans: { where: { state: "live" }, include: { collateral: true, guarantors: true }, orderBy: { number: "asc" } },
      ownerships: { where: { toAt: null } },
    },
  },
  loans: { include: { loan: { include: { collateral: true, guarantors: true } } } },
} as const;

export type InspectionRecord = NonNullable<Awaited<ReturnType<typeof findInspection>>>;

export async function findInspection(db: Tx, id: string) {
  return db.inspection.findUnique({ where: { id }, include: whole });
}

export async function findInspections(db: Tx, ids: readonly string[]): Promise<InspectionRecord[]> {
  return inTurns(ids, (some) => db.inspection.findMany({ where: { id: { in: some } }, include: whole }));
}

/** What of an inspection says whose it is. */
export type InspectionBelonging = MaybeRecheck & Pick<InspectionRecord, "unitId" | "assigneeId">;

/** Who an inspection belongs to, as `may` reads it. A re-check is not the account owner's. */
export async function subjectOf(db: Tx, inspection: InspectionBelonging): Promise<SubjectFacts> {
  return {
    unitPath: await unitPath(db, inspection.unitId),
    assigneeId: inspection.assigneeId,
    ownerId: inspection.occasion === RECHECK ? null : (inspection.borrower.ownerships[0]?.personId ?? null),
    neverOwn: await recheckParties(db, inspection),
  };
}

export function stateOf(inspection: { state: string }) {
  return oneOf(INSPECTION_STATES, inspection.state);
}

/** The facts that decide what is asked; the loans were fixed when the check was started. */
export function checkSubject(
  inspection: InspectionRecord,
  mode: VisitMode,
  circumstances: Circumstances | undefined,
  said: NonNullable<CheckSubject["said"]>,
): CheckSubject {
  const fixed = inspection.loans.map(({ loan }) => loan);
  const loans = fixed.length > 0 ? fixed : inspection.borrower.loans;
  const lastVisit = inspection.borrower.lastVisitOn ?? inspection.borrower.lastInspectedOn;
  return {
    kind: oneOf(INSPECTION_KINDS, inspection.kind),
    mode,
    customerType: oneOf(CUSTOMER_TYPES, inspection.borrower.customerType),
    loans: loans.map((loan) => ({
      loanId: loan.id,
      number: loan.number,
      product: oneOf(PRODUCTS, loan.product),
      phase: oneOfOrNone(PROJECT_PHASES, loan.phase),
      disbursedOn: isoDate(loan.disbursedOn),
    })),
    collateral: loans.flatMap((loan) =>
      loan.collateral.map((piece) => ({
        collateralId: piece.id,
        name: piece.description,
        kind: oneOfOrNone(COLLATERAL_KINDS, piece.kind) ?? "other",
        loanIds: [loan.id],
      })),
    ),
    guarantors: loans.flatMap((loan) =>
      loan.guarantors.map((guarantor) => ({ guarantorId: guarantor.id, name: guarantor.name })),
    ),
    ...(circumstances === undefined ? {} : { circumstances }),
    said,
    // A visit that is being corrected is not earlier than itself.
    ...(lastVisit === null || inspection.submittedAt !== null ? {} : { lastVisitedOn: isoDate(lastVisit) }),
  };
}

export function modeOf(text: string): VisitMode {
  return oneOf(VISIT_MODES, text);
}

export async function findOpenDraft(db: Tx, inspectionId: string) {
  return db.draft.findFirst({ where: { inspectionId, closedAt: null }, include: { answers: true } });
}
export type DraftRecord = NonNullable<Awaited<ReturnType<typeof findOpenDraft>>>;

export async function findDraft(db: Tx, id: string) {
  return db.draft.findUnique({ where: { id }, include: { answers: true } });
}

/** Of a draft only what saving asks: it is saved at every key. */
export async function findDraftToSave(db: Tx, id: string) {
  return db.draft.findUnique({
    where: { id },
    select: {
      closedAt: true,
      inspection: {
        select: {
          id: true,
          number: true,
          unitId: true,
          assigneeId: true,
          occasion: true,
          borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
        },
      },
    },
  });
}

/** The newest revision, whatever became of it. */
export async function newestReport(db: Tx, inspectionId: string) {
  return db.report.findFirst({
    where: { inspectionId },
    orderBy: { revision: "desc" },
    include: { answers: true, review: { include: { notes: true } } },
  });
}
export type ReportRecord = NonNullable<Awaited<ReturnType<typeof newestReport>>>;

/** The borrower's last report of another inspection that was made singly: what this one is compared with. A batch asks too little. */
export async function lastReportBefore(db: Tx, inspection: { id: string; borrowerId: string }) {
  return db.report.findFirst({
    where: {
      state: { in: [...STANDING] },
      batchId: null,
      inspection: { borrowerId: inspection.borrowerId, NOT: { id: inspection.id } },
    },
    orderBy: { submittedAt: "desc" },
    include: { answers: true },
  });
}

/** How often the borrower was checked in a batch since that report, or ever. */
export async function batchesSince(db: Tx, inspection: { id: string; borrowerId: string }, since: Date | undefined) {
  return db.report.count({
    where: {
      state: { in: [...STANDING] },
      batchId: { not: null },
      inspection: { borrowerId: inspection.borrowerId, NOT: { id: inspection.id } },
      ...(since === undefined ? {} : { submittedAt: { gt: since } }),
    },
  });
}

/** Neither withdrawn nor sent back. */
export const STANDING = ["submitted", "in_review", "approved"] as const;

export type PastReportRecord = NonNullable<Awaited<ReturnType<typeof lastReportBefore>>>;

/** `loan:ID` and the like, for the observations a report claims. */
export function subjectParts(address: SubjectAddress, borrowerId: string): { kind: string; id: string } {
  const [kind = "borrower", id] = address.split(":", 2);
  return { kind, id: id ?? borrowerId };
}
