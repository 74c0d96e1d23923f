/** What waits for one reviewer now, worst first and then oldest. */
import { severityRank } from "../../domain/check/out-of-range.ts";
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { MARK_LEVELS, type MarkLevel } from "../../domain/templates/condition.ts";
import {
  INSPECTION_KINDS,
  type InspectionKind,
  type Moment,
  VISIT_MODES,
  type VisitMode,
} from "../../domain/vocabulary.ts";
import { byId, inTurns } from "../../platform/in-turns.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { oneOf, oneOfOrNone } from "../../platform/stored-word.ts";
import { holdersByUnit, standingAt, unitPath, unitsBelow } from "../people/index.ts";
import { decidableSince } from "./decidable-since.ts";
import { reportNumber } from "./ids.ts";
import { fallsTo, namedReviewers } from "./named.ts";
import { partiesOfAll } from "./parties.ts";

export interface QueueEntry {
  readonly reportId: string;
  readonly inspectionId: string;
  readonly number: string;
  readonly revision: number;
  readonly borrowerName: string;
  readonly kind: InspectionKind;
  readonly mode: VisitMode;
  readonly level: MarkLevel | undefined;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly submittedById: string;
  /** From when it could be decided; undefined while the borrower's confirmation is waited for. */
  readonly decidableSince: Date | undefined;
  /** A reviewer has it open: who, since when. */
  readonly opened: { readonly by: string; readonly at: Date } | undefined;
  readonly unitName: string;
  /** Nearest first. */
  readonly unitPath: readonly string[];
  /** On whose days the reviewer's time is counted. */
  readonly unit: { readonly timeZone: string; readonly calendarId: string };
  /** The unit has nobody who may decide it, so it came up to this reviewer's unit. */
  readonly fromAbove: boolean;
  /** It was submitted with others, and is reviewed with them. */
  readonly batch: { readonly id: string; readonly number: string } | undefined;
}

/** No reviewer reads further; a queue that long is a matter for their manager. */
const MOST = 1000;

const FIELDS = {
  id: true,
  revision: true,
  mode: true,
  level: true,
  state: true,
  submittedById: true,
  submittedAt: true,
  partHash: true,
  batchId: true,
  inspectionId: true,
  inspection: {
    select: {
      id: true,
      number: true,
      kind: true,
      unitId: true,
      borrowerId: true,
      assigneeId: true,
      openedById: true,
      openedAt: true,
      borrower: { select: { name: true, unit: { select: { timeZone: true, calendarId: true } } } },
    },
  },
} as const;

type Row = Awaited<ReturnType<typeof waitingIn>>[number];

export async function waitingFor(db: Tx, personId: string, now: Moment): Promise<QueueEntry[]> {
  const units = await unitsReviewedBy(db, personId, now);
  const rows = await inTurns(units, (some) => waitingIn(db, some));
  const mine = rows.length === 0 ? [] : await fallingTo(db, personId, rows, now);
  return (await entries(db, mine)).sort(worstThenOldest);
}

function waitingIn(db: Tx, unitIds: readonly string[]) {
  return db.report.findMany({
    where: { state: { in: [...WAITING_REPORT_STATES] }, inspection: { unitId: { in: [...unitIds] } } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: FIELDS,
  });
}

/** The units of the reviewer's grants and everything below them. */
async function unitsReviewedBy(db: Tx, personId: string, now: Moment): Promise<string[]> {
  const grants = await db.roleGrant.findMany({
    where: { personId, role: "post_loan_officer", ...standingAt(now) },
    select: { unitId: true },
  });
  return unitsBelow(
    db,
    grants.map(({ unitId }) => unitId),
  );
}

/** Of all that waits below, what no nearer reviewer may decide, and what this person may. */
async function fallingTo(db: Tx, personId: string, rows: readonly Row[], now: Moment) {
  const unitIds = [...new Set(rows.map(({ inspection }) => inspection.unitId))];
  const paths = new Map<string, string[]>();
  for (const unitId of unitIds) paths.set(unitId, await unitPath(db, unitId));
  const everyUnit = [...new Set([...paths.values()].flat())];
  const holders = await holdersByUnit(db, "post_loan_officer", everyUnit, now);
  const parties = await partiesOfAll(db, rows, now);
  const named = await namedReviewers(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const path = paths.get(row.inspection.unitId) ?? [];
    const reviewers = fallsTo(path, holders, parties.get(row.id)?.notBy ?? [], named.get(row.id));
    return reviewers?.personIds.includes(personId) ? [{ row, path, fromAbove: reviewers.fromAbove }] : [];
  });
}

interface Mine {
  readonly row: Row;
  readonly path: readonly string[];
  readonly fromAbove: boolean;
}

async function entries(db: Tx, mine: readonly Mine[]): Promise<QueueEntry[]> {
  const people = mine.flatMap(({ row }) => [row.submittedById, row.inspection.openedById ?? row.submittedById]);
  const named = await db.person.findMany({
    where: { id: { in: [...new Set(people)] } },
    select: { id: true, name: true },
  });
  const units = await db.orgUnit.findMany({
    where: { id: { in: [...new Set(mine.map(({ row }) => row.inspection.unitId))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map([...named, ...units].map(({ id, name }) => [id, name]));
  const since = await decidableSince(
    db,
    mine.map(({ row }) => row),
  );
  const batches = await batchesOf(db, mine);
  return mine.map((one) => ({
    ...toEntry(one, since.get(one.row.id), (id) => nameOf.get(id) ?? ""),
    batch: batches.get(one.row.batchId ?? ""),
  }));
}

async function batchesOf(db: Tx, mine: readonly Mine[]) {
  const ids = mine.flatMap(({ row }) => row.batchId ?? []);
  return byId(ids, (some) =>
    db.offSiteBatch.findMany({ where: { id: { in: some } }, select: { id: true, number: true } }),
  );
}

function toEntry(
  { row, path, fromAbove }: Mine,
  decidableSince: Date | undefined,
  nameOf: (id: string) => string,
): Omit<QueueEntry, "batch"> {
  const { inspection } = row;
  const { openedById, openedAt } = inspection;
  const opened = row.state === "in_review" && openedById !== null && openedAt !== null;
  return {
    reportId: row.id,
    inspectionId: inspection.id,
    number: reportNumber(inspection.number, row.revision),
    revision: row.revision,
    borrowerName: inspection.borrower.name,
    kind: oneOf(INSPECTION_KINDS, inspection.kind),
    mode: oneOf(VISIT_MODES, row.mode),
    level: oneOfOrNone(MARK_LEVELS, row.level),
    submittedAt: row.submittedAt,
    submittedBy: nameOf(row.submittedById),
    submittedById: row.submittedById,
    opened: opened ? { by: nameOf(openedById), at: openedAt } : undefined,
    unitName: nameOf(inspection.unitId),
    unitPath: path,
    unit: inspection.borrower.unit,
    fromAbove,
    decidableSince,
  };
}

function worstThenOldest(a: QueueEntry, b: QueueEntry): number {
  return severityRank(a.level) - severityRank(b.level) || a.submittedAt.getTime() - b.submittedAt.getTime();
}
