/** Compares a batch of rows with the record and decides, before anything is written, what is new, changed or refused. */
import { createHash } from "node:crypto";
import { newId } from "../../platform/ids.ts";
import type { GivenOn } from "../handovers/index.ts";
import { type RowRefusal, rowRefusal } from "../people/index.ts";
import {
  approvedTiers,
  type KnownRecord,
  knownCollateral,
  knownGuarantors,
  knownLoans,
  loanRecords,
  toldValuations,
} from "./bulk/known.ts";
import type { FactChangeRow, LoanTold } from "./bulk/tables.ts";
import { type BatchRows, noRows } from "./bulk/write-batch.ts";
import { changedFacts, withTierCounted, withUntold } from "./changed-facts.ts";
import type { RowFacts } from "./facts.ts";
import type { Candidate, ImportDesk } from "./import-desk.ts";
import { type MovedLoan, movedLoan } from "./moved-loans.ts";
import { namesKeeper, planAccounts } from "./plan-accounts.ts";

/** The history of what files said of a tier that was approved here. */
export const TIER_NOT_TAKEN = "tierNotTaken";

export interface BatchPlan {
  readonly rows: BatchRows;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refusals: readonly (readonly RowRefusal[])[];
  readonly touched: readonly string[];
  /** Of these, customers whose loans were known before and are told otherwise now. */
  readonly retold: readonly string[];
  /** Loans whose tier or state is another one now, and new ones, not normal, of customers that this batch does not bring. */
  readonly moved: readonly MovedLoan[];
  /** Accounts of leavers that have a keeper again. */
  readonly givenOn: readonly GivenOn[];
  /** SHA-256 over the numbers and hashes of what is new or changed. */
  readonly digest: string;
}

export async function planBatch(desk: ImportDesk, batch: readonly RowFacts[]): Promise<BatchPlan> {
  const rows = noRows();
  const refusals: RowRefusal[][] = [];
  const known = await knownLoans(
    desk.sql,
    batch.map(({ loan }) => loan.number),
  );
  const candidates = batch.flatMap((facts) => {
    const unitId = desk.units.find(facts.unit, rows.units);
    if (unitId === undefined) {
      refusals.push([rowRefusal(facts.line, "unit", facts.unit.code, "unit_unknown")]);
      return [];
    }
    return [{ facts, unitId, hash: hashOf(desk, facts), known: known.get(facts.loan.number) }];
  });
  const isOlder = ({ known: head }: Candidate) => head !== undefined && head.asOf > desk.asOf;
  const changed = candidates.filter(
    (candidate) =>
      candidate.known?.factsHash !== candidate.hash || (!isOlder(candidate) && namesKeeper(desk, candidate.facts)),
  );
  const fresh = changed.filter((candidate) => !isOlder(candidate));
  for (const { facts } of changed.filter(isOlder)) {
    refusals.push([rowRefusal(facts.line, "", facts.loan.number, "older_than_known")]);
  }
  const { accepted, borrowerIds, refused, givenOn } = await planAccounts(desk, fresh, rows);
  refusals.push(...refused);
  const moved = await planLoans(desk, accepted, borrowerIds, rows);
  const updated = accepted.filter(({ known: head }) => head !== undefined).length;
  const idsOf = (some: typeof accepted) => [
    ...new Set(some.map(({ facts }) => borrowerIds.get(facts.borrower.number) ?? "")),
  ];
  const touched = idsOf(accepted);
  const retold = idsOf(accepted.filter(({ known: head }) => head !== undefined));
  const unchanged = candidates.length - changed.length;
  const digest = digestOf(accepted);
  const imported = accepted.length - updated;
  return { rows, imported, updated, unchanged, refusals, touched, retold, moved, givenOn, digest };
}

/** Whether the officer is known decides too: a row whose officer joins later is a changed row. */
function hashOf({ officers }: ImportDesk, { line: _line, officer, ...facts }: RowFacts): string {
  const keeper = officer?.kind === "email" ? [officer.email, officers.byEmail(officer.email) ?? null] : officer?.group;
  return createHash("sha256")
    .update(JSON.stringify([facts, keeper]))
    .digest("hex");
}

function digestOf(accepted: readonly Candidate[]): string {
  const hash = createHash("sha256");
  for (const { facts, hash: factsHash } of accepted) hash.update(`${facts.loan.number}\n${factsHash}\n`);
  return hash.digest("hex");
}

async function planLoans(
  desk: ImportDesk,
  accepted: readonly Candidate[],
  borrowerIds: ReadonlyMap<string, string>,
  rows: BatchRows,
): Promise<MovedLoan[]> {
  const newCustomers = new Set(rows.borrowers.map(({ id }) => id));
  const moved: MovedLoan[] = [];
  const loanIds = accepted.flatMap(({ known }) => (known === undefined ? [] : [known.id]));
  const records = await loanRecords(desk.sql, loanIds);
  const pledges = await knownCollateral(desk.sql, loanIds);
  const pieceIds = [...pledges.values()].flatMap(({ id }) => id ?? []);
  const valuations = await toldValuations(desk.sql, pieceIds);
  const guarantors = await knownGuarantors(desk.sql, loanIds);
  const approved = await approvedTiers(desk.sql, loanIds);
  for (const candidate of accepted) {
    const { facts, known } = candidate;
    const id = known?.id ?? newId();
    if (known === undefined) {
      const borrowerId = borrowerIds.get(facts.borrower.number) ?? "";
      const isNews = facts.loan.tier !== "normal" && !newCustomers.has(borrowerId);
      moved.push(...(isNews ? [{ loanId: id, borrowerId, before: undefined }] : []));
      rows.loans.push({
        ...{ id, number: facts.loan.number, borrowerId },
        ...withoutNumber(facts.loan),
        ...loanReading(desk, candidate),
      });
    } else {
      const before = records.get(id) ?? {};
      const changes = updateLoan(desk, candidate, { id, before, isApproved: approved.has(id) }, rows);
      moved.push(...movedLoan({ loanId: id, borrowerId: known.borrowerId, before }, changes));
    }
    planCollateral(desk, id, facts, { pledges, valuations }, rows);
    planGuarantors(desk, id, facts, guarantors.get(id), rows);
  }
  return moved;
}

function withoutNumber({ number: _number, yearlyRatePpm = null, yearlyRateFrom = null, ...told }: RowFacts["loan"]) {
  return { ...told, yearlyRatePpm, yearlyRateFrom };
}

/** A file without the column of the rate says nothing of it, also where its mapping knows the column. */
function untoldOf({ untold }: ImportDesk, { loan }: RowFacts): ReadonlySet<string> {
  return "yearlyRatePpm" in loan ? untold.loan : new Set([...untold.loan, "yearlyRatePpm", "yearlyRateFrom"]);
}

function loanReading(desk: ImportDesk, { hash }: Candidate) {
  return { ...readingOf(desk), factsHash: hash, lastRunId: desk.telling.runId };
}

interface KnownLoan {
  readonly id: string;
  readonly before: KnownRecord;
  /** Three hands approved its tier: no file overrules it. */
  readonly isApproved: boolean;
}

function updateLoan(
  desk: ImportDesk,
  candidate: Candidate,
  { id, before, isApproved }: KnownLoan,
  rows: BatchRows,
): FactChangeRow[] {
  const { facts, unitId } = candidate;
  const told = withoutNumber(facts.loan);
  const tier = (isApproved ? before.tier : undefined) ?? told.tier;
  const after: LoanTold = { ...withUntold(told, before, untoldOf(desk, facts)), tier };
  rows.loanUpdates.push({ id, ...after, ...loanReading(desk, candidate) });
  const changes = changedFacts(desk.telling, { subjectKind: "loan", subjectId: id }, before, after);
  const counted = { unitId, product: after.product, movedOn: desk.today };
  rows.changes.push(...withTierCounted(changes, counted));
  rows.changes.push(...tierNotTaken(desk, id, tier, told.tier));
  return changes;
}

/** What the file says of a tier that people approved is kept beside it: a person proposes it, or it stands. */
function tierNotTaken({ telling }: ImportDesk, loanId: string, tier: string, told: string): FactChangeRow[] {
  const subject = { subjectKind: "loan", subjectId: loanId } as const;
  return tier === told ? [] : changedFacts(telling, subject, { [TIER_NOT_TAKEN]: tier }, { [TIER_NOT_TAKEN]: told });
}

function readingOf({ telling }: ImportDesk): { asOf: string; recordedAt: string } {
  return { asOf: telling.asOf, recordedAt: telling.recordedAt };
}

interface KnownPledges {
  readonly pledges: ReadonlyMap<string, KnownRecord>;
  readonly valuations: ReadonlySet<string>;
}

/** A valuation that was told as a fact stands until the extract knows one of that day or later. */
function newerValuation(before: KnownRecord | undefined, valuedOn: string | null, valuations: ReadonlySet<string>) {
  const { id, valueMinor, valuedOn: standing } = before ?? {};
  const isTold = valueMinor != null && standing != null && valuations.has(`${id} ${standing}`);
  return isTold && (valuedOn === null || valuedOn < standing) ? { valueMinor, valuedOn: standing } : {};
}

/** What is pledged no more is not in the row; the record of it stays. */
function planCollateral(
  desk: ImportDesk,
  loanId: string,
  { collateral }: RowFacts,
  { pledges, valuations }: KnownPledges,
  rows: BatchRows,
): void {
  const byNumber = new Map(collateral.map((pledge) => [pledge.number, pledge]));
  for (const { number, ...inFile } of byNumber.values()) {
    const before = pledges.get(`${loanId}\n${number}`);
    const told = { ...inFile, ...newerValuation(before, inFile.valuedOn, valuations) };
    if (before === undefined) {
      rows.collateral.push({ id: newId(), loanId, number, ...told, ...readingOf(desk) });
      continue;
    }
    const id = before.id ?? "";
    const changes = changedFacts(desk.telling, { subjectKind: "collateral", subjectId: id }, before, { ...told });
    if (changes.length > 0) rows.collateralUpdates.push({ id, ...told, ...readingOf(desk) });
    rows.changes.push(...changes);
  }
}

function planGuarantors(
  desk: ImportDesk,
  loanId: string,
  { guarantors }: RowFacts,
  known: readonly string[] | undefined,
  rows: BatchRows,
): void {
  const begun = guarantors.filter((name) => known === undefined || !known.includes(name));
  rows.guarantors.push(...begun.map((name) => ({ id: newId(), loanId, name, ...readingOf(desk) })));
  if (known !== undefined && begun.length > 0) {
    const subject = { subjectKind: "loan", subjectId: loanId } as const;
    const after = { guarantors: [...known, ...begun].join("; ") };
    rows.changes.push(...changedFacts(desk.telling, subject, { guarantors: known.join("; ") || null }, after));
  }
}
