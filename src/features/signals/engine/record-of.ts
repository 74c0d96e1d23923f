/** What the record holds about some borrowers, read in a few questions for all of them. */
import type { BusinessCalendar } from "../../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../../domain/dates.ts";
import type { Observed } from "../../../domain/signals/observed.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import { calendarOf } from "../../ladder/index.ts";

export type BorrowerRow = Awaited<ReturnType<typeof rowsOf>>[number];
export type LoanRow = BorrowerRow["loans"][number];
export type CollateralRow = LoanRow["collateral"][number];
export type ChangeRow = Awaited<ReturnType<typeof changesOf>>[number];

export interface BorrowerRecord {
  readonly row: BorrowerRow;
  readonly calendar: BusinessCalendar;
  /** Facts of reports, files and feeds about `kind:id`. */
  observed(kind: string, id: string): readonly Observed[];
  /** How a fact of the book changed, oldest first. */
  changed(subjectId: string): readonly ChangeRow[];
}

/** Of each borrower the loans that are live or still pursued. */
export async function recordsOf(ctx: Context, borrowerIds: readonly string[]): Promise<BorrowerRecord[]> {
  const rows = await rowsOf(ctx, borrowerIds);
  const loans = rows.flatMap((row) => row.loans);
  const pieces = loans.flatMap((loan) => loan.collateral);
  const guarantors = loans.flatMap((loan) => loan.guarantors);
  const of = { borrower: rows, loan: loans, collateral: pieces, guarantor: guarantors };
  const observed = grouped(
    await eachKind(of, (subjectKind, ids) => observationsOf(ctx, subjectKind, ids)),
    ({ subjectKind, subjectId }) => `${subjectKind}:${subjectId}`,
  );
  const changes = grouped(
    await eachKind({ loan: loans, collateral: pieces }, (subjectKind, ids) => changesOf(ctx, subjectKind, ids)),
    (row) => row.subjectId,
  );
  return rows.map((row) => ({
    row,
    calendar: calendarOf(ctx, row.unit.calendarId),
    observed: (kind, id) => (observed.get(`${kind}:${id}`) ?? []).map(observedOf),
    changed: (subjectId) => changes.get(subjectId) ?? [],
  }));
}

function rowsOf({ db }: Context, ids: readonly string[]) {
  return inTurns(ids, (some) =>
    db.borrower.findMany({
      where: { id: { in: some } },
      orderBy: { id: "asc" },
      include: {
        unit: true,
        ownerships: { where: { toAt: null }, select: { personId: true } },
        inspections: {
          where: { state: { in: ["planned", "started", "submitted", "in_review", "returned"] } },
          select: { number: true, state: true, dueOn: true, returnedDueOn: true, assigneeId: true },
        },
        loans: {
          where: { state: { in: ["live", "written_off"] } },
          orderBy: { number: "asc" },
          include: { collateral: true, guarantors: true },
        },
      },
    }),
  );
}

type ObservationRow = Awaited<ReturnType<Context["db"]["observation"]["findMany"]>>[number];

/** Kind by kind: the index of facts begins with it, and without it every look would read all of them. */
async function eachKind<R>(
  of: Readonly<Record<string, readonly { readonly id: string }[]>>,
  ask: (subjectKind: string, ids: string[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (const [kind, subjects] of Object.entries(of)) {
    const ids = subjects.map(({ id }) => id);
    found.push(...(await inTurns(ids, (some) => ask(kind, some))));
  }
  return found;
}

function observationsOf({ db }: Context, subjectKind: string, ids: string[]): Promise<ObservationRow[]> {
  return db.observation.findMany({ where: { subjectKind, subjectId: { in: ids } } });
}

function changesOf({ db }: Context, subjectKind: string, ids: string[]) {
  return db.factChange.findMany({
    where: { subjectKind, subjectId: { in: ids }, field: { in: ["pastDueSince", "valueMinor", "valuedOn"] } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
}

function observedOf(row: ObservationRow): Observed {
  return { ...row, asOf: isoDate(row.asOf), recordedAt: row.recordedAt.toISOString() };
}

function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group === undefined) groups.set(by(row), [row]);
    else group.push(row);
  }
  return groups;
}
