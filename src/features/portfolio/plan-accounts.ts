/** The borrowers of a batch: new ones with their keeper, changed facts, signers who come and go. */
import { newId } from "../../platform/ids.ts";
import type { GivenOn } from "../handovers/index.ts";
import { type RowRefusal, rowRefusal } from "../people/index.ts";
import {
  type KnownOwner,
  type KnownRecord,
  type KnownSigner,
  knownBorrowers,
  knownOwners,
  knownSigners,
} from "./bulk/known.ts";
import type { BorrowerTold } from "./bulk/tables.ts";
import type { BatchRows } from "./bulk/write-batch.ts";
import { changedFacts, withUntold } from "./changed-facts.ts";
import type { RowFacts, SignerFacts } from "./facts.ts";
import type { Candidate, ImportDesk } from "./import-desk.ts";

export interface PlannedAccounts {
  readonly accepted: readonly Candidate[];
  readonly refused: readonly RowRefusal[][];
  /** By borrower number. */
  readonly borrowerIds: ReadonlyMap<string, string>;
  /** Accounts of leavers that have a keeper again. */
  readonly givenOn: readonly GivenOn[];
}

/** Rows of one borrower in one batch: the last one speaks for the borrower. */
export async function planAccounts(
  desk: ImportDesk,
  candidates: readonly Candidate[],
  rows: BatchRows,
): Promise<PlannedAccounts> {
  const numbers = [...new Set(candidates.map(({ facts }) => facts.borrower.number))];
  const known = await knownBorrowers(desk.sql, numbers);
  const isOthers = ({ facts, known: head }: Candidate) =>
    head !== undefined && head.borrowerId !== known.get(facts.borrower.number)?.id;
  const refused = candidates
    .filter(isOthers)
    .map(({ facts }) => [rowRefusal(facts.line, "", facts.borrower.number, "other_borrower")]);
  const accepted = candidates.filter((candidate) => !isOthers(candidate));
  const last = new Map(accepted.map((candidate) => [candidate.facts.borrower.number, candidate]));
  const knownIds = [...last.keys()].flatMap((number) => known.get(number)?.id ?? []);
  const owners = await knownOwners(desk.sql, knownIds);
  const signers = await knownSigners(desk.sql, knownIds);
  const borrowerIds = new Map<string, string>();
  const givenOn: GivenOn[] = [];
  for (const [number, candidate] of last) {
    const before = known.get(number);
    const id = before?.id ?? newId();
    borrowerIds.set(number, id);
    planBorrower(desk, id, candidate, before, rows);
    givenOn.push(...planKeeper(desk, id, candidate, owners.get(id), rows));
    if (!desk.untold.signers) planSigners(desk, id, candidate.facts.signers, signers.get(id) ?? [], rows);
  }
  return { accepted, refused, borrowerIds, givenOn };
}

function planBorrower(
  desk: ImportDesk,
  id: string,
  { facts, unitId }: Candidate,
  before: KnownRecord | undefined,
  rows: BatchRows,
): void {
  const told = borrowerTold(facts, unitId);
  const { recordedAt } = desk.telling;
  if (before === undefined) {
    rows.borrowers.push({ id, number: facts.borrower.number, ...told, takeOnOn: desk.takeOnOn, createdAt: recordedAt });
    return;
  }
  const after = withUntold(told, before, desk.untold.borrower);
  const changes = changedFacts(desk.telling, { subjectKind: "borrower", subjectId: id }, before, after);
  if (changes.length > 0) {
    rows.borrowerUpdates.push({ id, ...after });
    rows.changes.push(...changes);
  }
}

function borrowerTold({ borrower }: RowFacts, unitId: string): BorrowerTold {
  const { number: _number, ...told } = borrower;
  return { ...told, unitId };
}

/**
 * Who keeps an account is handed over between people; a file names a keeper only where there is none at work, or where it fell
 * to the manager because its keeper has left. Answers what of a leaver's is given on.
 */
function planKeeper(
  desk: ImportDesk,
  id: string,
  candidate: Candidate,
  owner: KnownOwner | undefined,
  rows: BatchRows,
): GivenOn[] {
  const { officer, borrower } = candidate.facts;
  const found = desk.awaiting.get(borrower.number);
  // As it stood when the import began: a manager may have given it away since.
  const account = found !== undefined && found.ownershipId === owner?.id ? found : undefined;
  if (officer === null || (owner !== undefined && account === undefined && desk.officers.isAtWork(owner.personId))) {
    return [];
  }
  const personId = desk.officers.nextKeeper(officer, candidate.unitId, rows);
  if (personId === undefined || personId === owner?.personId) {
    return [];
  }
  const { recordedAt } = desk.telling;
  if (owner !== undefined) rows.ownershipEnds.push({ id: owner.id, toAt: recordedAt });
  const fromAt = owner === undefined ? desk.standsFrom : recordedAt;
  rows.ownerships.push({ id: newId(), borrowerId: id, personId, fromAt });
  return account === undefined ? [] : [{ account, toPersonId: personId }];
}

/** Whether an equal row still says something: the file named its officer while somebody kept the account who has left since. */
export function namesKeeper(desk: ImportDesk, { officer, borrower }: RowFacts): boolean {
  const account = desk.awaiting.get(borrower.number);
  if (account === undefined || officer === null) {
    return false;
  }
  const named = officer.kind === "email" ? desk.officers.byEmail(officer.email) : "";
  return named !== undefined && named !== account.keeperId;
}

function planSigners(
  { telling }: ImportDesk,
  borrowerId: string,
  told: readonly SignerFacts[],
  known: readonly KnownSigner[],
  rows: BatchRows,
): void {
  const same = (one: SignerFacts) => (other: SignerFacts) => one.name === other.name && one.title === other.title;
  const ended = known.filter((signer) => !told.some(same(signer)));
  const begun = told.filter((signer, index) => !known.some(same(signer)) && told.findIndex(same(signer)) === index);
  rows.signerEnds.push(...ended.map(({ id }) => ({ id, toAt: telling.recordedAt })));
  rows.signers.push(
    ...begun.map(({ name, title }) => ({ id: newId(), borrowerId, name, title, fromAt: telling.recordedAt })),
  );
}
