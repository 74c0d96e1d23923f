/** On which day each key date was put right: found in the night, and of a repayment told by its plan or by the book of loans. */

import { compareDates, earliestOf, isoDate, latestOf } from "../../domain/dates.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";

interface Gone {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly dueOn: string;
}

/** By day. An instalment that nobody ever told unpaid was put right on its own day: it has no lapsed days (R61). */
export async function metDays<Row extends Gone>(tx: Context, gone: readonly Row[]): Promise<Map<IsoDate, Row[]>> {
  const today = localDate(tx.now, tx.policy.policy.calendar.time_zone);
  const plans = await plannedOf(tx, gone);
  const cures = await curesOf(tx, gone);
  const byDay = new Map<IsoDate, Row[]>();
  for (const row of gone) {
    const planned = plans.get(`${row.subjectId}\n${row.dueOn}`);
    const cured = cures.get(row.subjectId)?.find((day) => compareDates(day, isoDate(row.dueOn)) > 0);
    const day = earliestOf(today, metOn(isoDate(row.dueOn), planned, cured) ?? today);
    addTo(byDay, day, row);
  }
  return byDay;
}

interface Planned {
  readonly paidOn: string | null;
  readonly state: string;
  readonly stateOn: string | null;
}

function metOn(dueOn: IsoDate, planned: Planned | undefined, cured: IsoDate | undefined): IsoDate | undefined {
  if (planned === undefined) return undefined;
  if (planned.paidOn !== null) return latestOf(dueOn, isoDate(planned.paidOn));
  if (cured !== undefined) return cured;
  const wasMissed = planned.state === "unpaid" && planned.stateOn !== null && planned.stateOn >= dueOn;
  return wasMissed ? undefined : dueOn;
}

async function plannedOf(tx: Context, gone: readonly Gone[]): Promise<Map<string, Planned>> {
  const loans = [...new Set(gone.filter(({ kind }) => kind === "repayment").map(({ subjectId }) => subjectId))];
  const days = [...new Set(gone.filter(({ kind }) => kind === "repayment").map(({ dueOn }) => dueOn))];
  const first = days.toSorted()[0];
  if (first === undefined) return new Map();
  const rows = await inTurns(loans, (some) =>
    tx.db.instalment.findMany({ where: { loanId: { in: some }, dueOn: { gte: first } } }),
  );
  return new Map(rows.map((row) => [`${row.loanId}\n${row.dueOn}`, row]));
}

/** By loan, oldest first: evenings of which the book told an overdue loan otherwise than before. */
async function curesOf(tx: Context, gone: readonly Gone[]): Promise<Map<string, IsoDate[]>> {
  const loans = [...new Set(gone.filter(({ kind }) => kind === "repayment").map(({ subjectId }) => subjectId))];
  const rows = await inTurns(loans, (some) =>
    tx.db.factChange.findMany({
      where: { subjectKind: "loan", subjectId: { in: some }, field: "pastDueSince", before: { not: null } },
      orderBy: [{ asOf: "asc" }],
      select: { subjectId: true, asOf: true },
    }),
  );
  const days = new Map<string, IsoDate[]>();
  for (const { subjectId, asOf } of rows) addTo(days, subjectId, isoDate(asOf));
  return days;
}
