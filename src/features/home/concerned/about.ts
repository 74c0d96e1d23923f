/** What a recorded change is about: the units in which it counts, and the people whose own work it is. */
import { inTurns } from "../../../platform/in-turns.ts";
import type { Touch } from "../../../platform/slack/door.ts";
import type { Db } from "../../../platform/storage/index.ts";

export interface About {
  readonly unitIds: readonly (string | null)[];
  readonly personIds: readonly (string | null)[];
}

/** Of what no table here knows, everybody's tab may look different. */
export const EVERYBODY = "everybody";
export const NOBODY_ELSE: About = { unitIds: [], personIds: [] };

type Found = readonly (readonly [id: string, about: About])[];
type Finder = (db: Db, ids: string[]) => Promise<Found>;

/** By the kind of its subject. One that is missing here, or a subject that is gone, is everybody's. */
const FINDERS: Readonly<Record<string, Finder>> = {
  inspection: inspections,
  report: async (db, ids) => {
    const rows = await db.report.findMany({ where: { id: { in: ids } }, select: { id: true, inspectionId: true } });
    return through(
      db,
      rows.map(({ id, inspectionId }) => [id, inspectionId]),
    );
  },
  override: async (db, ids) => {
    const where = { id: { in: ids } };
    const rows = await db.gateOverride.findMany({ where, select: { id: true, inspectionId: true } });
    return through(
      db,
      rows.map(({ id, inspectionId }) => [id, inspectionId]),
    );
  },
  signal: async (db, ids) => {
    const select = {
      id: true,
      unitId: true,
      ownerId: true,
      offeredToId: true,
      offeredById: true,
      named: { select: { personId: true } },
      borrower: OWNERS,
    } as const;
    const rows = await db.signal.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, unitId, ownerId, offeredToId, offeredById, named, borrower }) => {
      const people = [ownerId, offeredToId, offeredById, ...named.map(({ personId }) => personId), ...owners(borrower)];
      return [id, { unitIds: [unitId], personIds: people }];
    });
  },
  measure: async (db, ids) => {
    const select = { id: true, unitId: true, ownerId: true, offeredToId: true, offeredById: true } as const;
    const rows = await db.case.findMany({ where: { id: { in: ids } }, select: { ...select, borrower: OWNERS } });
    return rows.map(({ id, unitId, ownerId, offeredToId, offeredById, borrower }) => {
      return [id, { unitIds: [unitId], personIds: [ownerId, offeredToId, offeredById, ...owners(borrower)] }];
    });
  },
  tier_proposal: async (db, ids) => {
    const select = { id: true, unitId: true, loan: { select: { borrower: OWNERS } } } as const;
    const rows = await db.tierProposal.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, unitId, loan }) => [id, { unitIds: [unitId], personIds: owners(loan.borrower) }]);
  },
  zone_override: async (db, ids) => {
    const select = { id: true, unitId: true, borrower: OWNERS } as const;
    const rows = await db.zoneOverride.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, unitId, borrower }) => [id, { unitIds: [unitId], personIds: owners(borrower) }]);
  },
  handover_batch: async (db, ids) => {
    const select = {
      batchId: true,
      fromPersonId: true,
      toPersonId: true,
      askedById: true,
      borrower: { select: { unitId: true } },
    } as const;
    const rows = await db.handover.findMany({ where: { batchId: { in: ids } }, select });
    return rows.map(({ batchId, fromPersonId, toPersonId, askedById, borrower }) => {
      return [batchId ?? "", { unitIds: [borrower.unitId], personIds: [fromPersonId, toPersonId, askedById] }];
    });
  },
  // An absence is recorded under whoever is away.
  person: async (db, ids) => {
    const select = { id: true, unitId: true, away: { select: { standInId: true } } } as const;
    const rows = await db.person.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, unitId, away }) => {
      return [id, { unitIds: [unitId], personIds: [id, ...away.map(({ standInId }) => standInId)] }];
    });
  },
  // Files handed out, links made, a register asked for, a batch begun: nobody's tab but that of whoever did it.
  batch: nobodyElse,
  document_link: nobodyElse,
  filed_document: nobodyElse,
  ledger_export: nobodyElse,
  score: nobodyElse,
};

const OWNERS = { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } } as const;
const owners = ({ ownerships }: { readonly ownerships: readonly { readonly personId: string }[] }): string[] =>
  ownerships.map(({ personId }) => personId);

async function nobodyElse(_db: Db, ids: readonly string[]): Promise<Found> {
  return ids.map((id) => [id, NOBODY_ELSE]);
}

async function inspections(db: Db, ids: string[]): Promise<Found> {
  const select = {
    id: true,
    unitId: true,
    assigneeId: true,
    borrower: OWNERS,
    reports: { select: { submittedById: true, namings: { select: { reviewerId: true } } } },
  } as const;
  const rows = await db.inspection.findMany({ where: { id: { in: ids } }, select });
  return rows.map(({ id, unitId, assigneeId, borrower, reports }) => {
    const parties = reports.flatMap((one) => [one.submittedById, ...one.namings.map(({ reviewerId }) => reviewerId)]);
    return [id, { unitIds: [unitId], personIds: [assigneeId, ...owners(borrower), ...parties] }];
  });
}

async function through(db: Db, pairs: readonly (readonly [id: string, inspectionId: string])[]): Promise<Found> {
  const found = new Map(
    await inspections(
      db,
      pairs.map(([, inspectionId]) => inspectionId),
    ),
  );
  return pairs.flatMap(([id, inspectionId]) => {
    const about = found.get(inspectionId);
    return about === undefined ? [] : [[id, about] as const];
  });
}

export const subjectKey = ({ subjectKind, subjectId }: Pick<Touch, "subjectKind" | "subjectId">) =>
  `${subjectKind}:${subjectId}`;

/** Answers for each event what it is about. */
export async function aboutWhat(db: Db, events: readonly Touch[]): Promise<(event: Touch) => About | typeof EVERYBODY> {
  const known = new Map<string, About>();
  for (const [kind, find] of Object.entries(FINDERS)) {
    const ids = new Set(events.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId));
    for (const [id, { unitIds, personIds }] of await inTurns([...ids], (some) => find(db, some))) {
      const key = subjectKey({ subjectKind: kind, subjectId: id });
      const before = known.get(key) ?? NOBODY_ELSE;
      const both = {
        unitIds: [...before.unitIds, ...unitIds],
        personIds: [...before.personIds, ...personIds],
      };
      known.set(key, both);
    }
  }
  return (event) => known.get(subjectKey(event)) ?? EVERYBODY;
}
