/** What may be late: inspections, measures against risks, key dates of customers. */
import { compareDates, isoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { LATE_FIELDS, type LateRow } from "./climb.ts";
import { lateBefore, openLateBefore, returnedLateBefore } from "./open-work.ts";

export interface LateUnit {
  readonly unitId: string;
  readonly count: number;
  /** The first date that a keeper was held to: of a returned report the correction's. */
  readonly dueOn: IsoDate;
}

export interface LateSource {
  byUnit(db: Tx, before: IsoDate): Promise<LateUnit[]>;
  /** Of these units; the longest late first where not all are wanted. */
  rows(db: Tx, unitIds: readonly string[], before: IsoDate, most?: number): Promise<LateRow[]>;
}

export const INSPECTIONS: LateSource = {
  byUnit: inspectionsByUnit,
  rows: (db, unitIds, before, most) =>
    db.inspection.findMany({
      where: { unitId: { in: [...unitIds] }, ...lateBefore(before) },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      ...(most === undefined ? {} : { take: most }),
      select: LATE_FIELDS,
    }),
};

export const UNFINISHED = { state: { in: ["open", "reported"] } };
/** A measure climbs until its result is reported; from then on the second person's clock runs. */
const TO_BE_DONE = { state: "open" };

export const MEASURES: LateSource = {
  byUnit: async (db, before) => {
    const counts = await db.case.groupBy({
      by: ["unitId"],
      where: { ...TO_BE_DONE, dueOn: { lt: before } },
      _count: { _all: true },
      _min: { dueOn: true },
    });
    return counts.flatMap(({ unitId, _count, _min }) =>
      _min.dueOn === null ? [] : [{ unitId, count: _count._all, dueOn: isoDate(_min.dueOn) }],
    );
  },
  rows: async (db, unitIds, before, most) => {
    const rows = await db.case.findMany({
      where: { unitId: { in: [...unitIds] }, ...TO_BE_DONE, dueOn: { lt: before } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      ...(most === undefined ? {} : { take: most }),
      select: { id: true, unitId: true, ownerId: true, dueOn: true },
    });
    // Its first responsible person is to it what the officer is to an inspection.
    return rows.map(({ ownerId, ...row }) => ({ ...row, assigneeId: ownerId, state: "planned", returnedDueOn: null }));
  },
};

/** An overdue repayment is a signal, and climbs as one. */
const LAPSED = { metOn: null, kind: { not: "repayment" } };

export const KEY_DATES: LateSource = {
  byUnit: async (db, before) => {
    const counts = await db.keyDate.groupBy({
      by: ["unitId"],
      where: { ...LAPSED, heldOn: { lt: before } },
      _count: { _all: true },
      _min: { heldOn: true },
    });
    return counts.flatMap(({ unitId, _count, _min }) =>
      _min.heldOn === null ? [] : [{ unitId, count: _count._all, dueOn: isoDate(_min.heldOn) }],
    );
  },
  rows: async (db, unitIds, before, most) => {
    const rows = await db.keyDate.findMany({
      where: { unitId: { in: [...unitIds] }, ...LAPSED, heldOn: { lt: before } },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      ...(most === undefined ? {} : { take: most }),
      select: {
        id: true,
        unitId: true,
        heldOn: true,
        borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
      },
    });
    // Whoever keeps the customer is to it what the officer is to an inspection.
    return rows.map(({ id, unitId, heldOn, borrower }) => ({
      ...{ id, unitId, dueOn: heldOn, state: "planned", returnedDueOn: null },
      assigneeId: borrower.ownerships[0]?.personId ?? null,
    }));
  },
};

async function inspectionsByUnit(db: Tx, before: IsoDate): Promise<LateUnit[]> {
  const open = await db.inspection.groupBy({
    by: ["unitId"],
    where: openLateBefore(before),
    _count: { _all: true },
    _min: { dueOn: true },
  });
  const returned = await db.inspection.groupBy({
    by: ["unitId"],
    where: returnedLateBefore(before),
    _count: { _all: true },
    _min: { returnedDueOn: true },
  });
  const units = new Map<string, LateUnit>();
  for (const { unitId, count, first } of [
    ...open.map(({ unitId, _count, _min }) => ({ unitId, count: _count._all, first: _min.dueOn })),
    ...returned.map(({ unitId, _count, _min }) => ({ unitId, count: _count._all, first: _min.returnedDueOn })),
  ]) {
    const known = units.get(unitId);
    const dates = [first, known?.dueOn].flatMap((date) => (date == null ? [] : [isoDate(date)]));
    const [dueOn] = dates.toSorted(compareDates);
    if (dueOn !== undefined) {
      units.set(unitId, { unitId, count: (known?.count ?? 0) + count, dueOn });
    }
  }
  return [...units.values()];
}
