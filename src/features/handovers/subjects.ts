/** What can change hands: one inspection, or a whole account; with whom it is now, as `may` reads it. */
import { RECHECK } from "../../domain/inspection.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import { OPEN_INSPECTION_STATES } from "../../domain/vocabulary.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { unitPath } from "../people/index.ts";

export interface Offered {
  /** Missing where it is the whole account. */
  readonly inspectionId: string | null;
  readonly borrowerId: string;
  readonly unitId: string;
  /** Who has it now; nobody where it was never given to anybody. */
  readonly fromPersonId: string | null;
  /** How people name it: the inspection's number, or the customer's. */
  readonly number: string;
  /** Whether it still asks something of whoever has it. */
  readonly isOpen: boolean;
  readonly subject: SubjectFacts;
}

/** States in which the work lies with the officer. A returned correction does too, although its inspection is approved. */
export const WITH_THE_OFFICER = {
  OR: [{ state: { in: ["planned", "started", "returned"] } }, { state: "approved", returnedDueOn: { not: null } }],
};

const DESK_STATES = ["planned", "started", "returned"];

export function isWithTheOfficer({ state, returnedDueOn }: { state: string; returnedDueOn: string | null }): boolean {
  return DESK_STATES.includes(state) || (state === "approved" && returnedDueOn !== null);
}

export async function loadInspections(db: Tx, ids: readonly string[]): Promise<Offered[]> {
  const rows = await inTurns(ids, (some) =>
    db.inspection.findMany({
      where: { id: { in: some } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      include: { borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } } },
    }),
  );
  const found: Offered[] = [];
  for (const row of rows) {
    const { id: inspectionId, borrowerId, unitId, assigneeId: fromPersonId, number } = row;
    // The account's owner has no part in a re-check (R81).
    const ownerId = row.occasion === RECHECK ? null : (row.borrower.ownerships[0]?.personId ?? null);
    const subject = { unitPath: await unitPath(db, unitId), assigneeId: fromPersonId, ownerId };
    found.push({ inspectionId, borrowerId, unitId, fromPersonId, number, isOpen: isWithTheOfficer(row), subject });
  }
  return found;
}

export async function loadAccounts(db: Tx, ids: readonly string[]): Promise<Offered[]> {
  const rows = await inTurns(ids, (some) =>
    db.borrower.findMany({
      where: { id: { in: some } },
      orderBy: { number: "asc" },
      include: { ownerships: { where: { toAt: null }, select: { personId: true } } },
    }),
  );
  const found: Offered[] = [];
  for (const { id: borrowerId, unitId, number, ownerships } of rows) {
    const fromPersonId = ownerships[0]?.personId ?? null;
    const subject = { unitPath: await unitPath(db, unitId), ownerId: fromPersonId };
    found.push({ inspectionId: null, borrowerId, unitId, fromPersonId, number, isOpen: true, subject });
  }
  return found;
}

/** The inspections that go with an account: those its keeper has, also the ones that wait for review. */
export function openWith(borrowerId: string | { in: string[] }, assigneeId: string | null) {
  return {
    borrowerId,
    assigneeId,
    OR: [{ state: { in: [...OPEN_INSPECTION_STATES] } }, { state: "approved", returnedDueOn: { not: null } }],
  };
}
