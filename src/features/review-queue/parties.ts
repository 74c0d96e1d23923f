/** Who has a part in a report and therefore may not decide it (four eyes, R83): by person, then and now. */
import { listedBy } from "../../domain/lists-by-key.ts";
import type { Moment } from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Tx } from "../../platform/storage/index.ts";

/** What of a report decides who has a part in it. */
export interface PartyReport {
  readonly id: string;
  readonly submittedById: string;
  readonly submittedAt: Date;
  readonly inspection: {
    readonly borrowerId: string;
    readonly assigneeId: string | null;
    readonly borrower: { readonly unit: { readonly timeZone: string } };
  };
}

export interface ReportParties {
  readonly submitterId: string;
  /** As of submission. */
  readonly ownerId: string | null;
  /** Whose work the submitter did, and who stood in for any of them on the day of submission. */
  readonly standInIds: readonly string[];
  /** All of them, as of submission and as of now: none of these may decide. */
  readonly notBy: readonly string[];
}

export async function partiesOf(db: Tx, report: PartyReport, now: Moment): Promise<ReportParties> {
  const parties = (await partiesOfAll(db, [report], now)).get(report.id);
  if (parties === undefined) {
    throw new Error(`nobody was found for report ${report.id}`);
  }
  return parties;
}

/** Who may not decide the report, whatever the route. */
export async function notByPersons(db: Tx, report: PartyReport, now: Moment): Promise<readonly string[]> {
  return (await partiesOf(db, report, now)).notBy;
}

export async function partiesOfAll(
  db: Tx,
  reports: readonly PartyReport[],
  now: Moment,
): Promise<Map<string, ReportParties>> {
  const borrowers = [...new Set(reports.map(({ inspection }) => inspection.borrowerId))];
  const ownerships = await db.ownership.findMany({ where: { borrowerId: { in: borrowers } } });
  const principals = [
    ...reports.flatMap(({ submittedById, inspection }) => [submittedById, inspection.assigneeId ?? submittedById]),
    ...ownerships.map((one) => one.personId),
  ];
  const delegations = await db.delegation.findMany({ where: { personId: { in: [...new Set(principals)] } } });
  const known = {
    ownerships: listedBy(ownerships, ({ borrowerId }) => borrowerId),
    delegations: listedBy(delegations, ({ personId }) => personId),
  };
  return new Map(reports.map((report) => [report.id, partiesAt(report, known, now)]));
}

interface Owned {
  readonly personId: string;
  readonly fromAt: Date;
  readonly toAt: Date | null;
}

interface Delegated {
  readonly standInId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly endedAt: Date | null;
}

interface Known {
  /** By customer. */
  readonly ownerships: ReadonlyMap<string, readonly Owned[]>;
  /** By whoever is away. */
  readonly delegations: ReadonlyMap<string, readonly Delegated[]>;
}

function partiesAt(report: PartyReport, known: Known, now: Moment): ReportParties {
  const then = principalsAt(report, known, momentFromDate(report.submittedAt));
  const today = principalsAt(report, known, now);
  const everybody = [report.submittedById, then.ownerId, today.ownerId, ...then.standInIds, ...today.standInIds];
  return {
    submitterId: report.submittedById,
    ...then,
    notBy: [...new Set(everybody.filter((person) => person !== null))],
  };
}

function principalsAt({ inspection, submittedById }: PartyReport, known: Known, at: Moment) {
  const moment = at.toJSDate();
  const owner = known.ownerships
    .get(inspection.borrowerId)
    ?.find(({ fromAt, toAt }) => fromAt <= moment && (toAt === null || toAt > moment));
  const ownerId = owner?.personId ?? null;
  const { assigneeId } = inspection;
  const date = localDate(at, inspection.borrower.unit.timeZone);
  const standingIn = [...new Set([submittedById, ownerId, assigneeId])]
    .flatMap((personId) => known.delegations.get(personId ?? "") ?? [])
    .filter(({ fromOn, toOn, endedAt }) => fromOn <= date && date <= toOn && (endedAt === null || endedAt > moment));
  const others = assigneeId === null || assigneeId === submittedById || assigneeId === ownerId ? [] : [assigneeId];
  return { ownerId, standInIds: [...new Set([...others, ...standingIn.map(({ standInId }) => standInId)])] };
}
