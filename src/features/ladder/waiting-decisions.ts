/** What waits for somebody's decision: reports, results of measures, overrides of a refusal or of a zone. */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import type { Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { actingFor } from "../people/index.ts";
import { decidableSince, namedReviewers, partiesOfAll } from "../review-queue/index.ts";
import type { Wait, WaitSource } from "./late-waits.ts";
import { decisionClockOf, reviewClockOf } from "./policy-ladder.ts";

/** More than ever wait so long; the oldest come first. */
const MOST = 2_000;

type Row<Find extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Find>>[number];

/** Reports that wait longer than their reviewer's time: nobody who has a part in one is told of it. */
export const WAITING_REPORTS: WaitSource<Row<typeof findReports>> = {
  clock: reviewClockOf,
  find: findReports,
  waits: async (ctx, rows) => {
    const parties = await partiesOfAll(ctx.db, rows, ctx.now);
    const named = await namedReviewers(
      ctx.db,
      rows.map(({ id }) => id),
    );
    const since = await decidableSince(ctx.db, rows);
    return rows.flatMap(({ id, unitId }): Wait[] => {
      const from = since.get(id);
      const notBy = parties.get(id)?.notBy ?? [];
      return from === undefined ? [] : [{ id, unitId, since: from, notBy, named: named.get(id) }];
    });
  },
};

async function findReports(ctx: Context, before: Date) {
  const rows = await ctx.db.report.findMany({
    where: { state: { in: [...WAITING_REPORT_STATES] }, submittedAt: { lt: before } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      submittedById: true,
      submittedAt: true,
      partHash: true,
      inspectionId: true,
      inspection: {
        select: {
          unitId: true,
          borrowerId: true,
          assigneeId: true,
          borrower: { select: { unit: { select: { timeZone: true } } } },
        },
      },
    },
  });
  return rows.map((row) => ({ ...row, unitId: row.inspection.unitId }));
}

/** Results that a second person has not looked at. */
export const WAITING_RESULTS: WaitSource<Row<typeof findResults>> = {
  clock: (ctx) => decisionClockOf(ctx.policy.policy.reminders.measure_result),
  find: findResults,
  waits: async (ctx, rows) => {
    const acting = await actingFor(
      ctx.db,
      rows.map(({ ownerId }) => ownerId),
      ctx.now,
    );
    return rows.flatMap(({ id, unitId, ownerId, reportedById, reportedAt }): Wait[] => {
      const notBy = [ownerId, acting.get(ownerId) ?? ownerId, reportedById ?? ownerId];
      return reportedAt === null ? [] : [{ id, unitId, since: reportedAt, notBy }];
    });
  },
};

function findResults(ctx: Context, before: Date) {
  return ctx.db.case.findMany({
    where: { state: "reported", reportedAt: { lt: before } },
    orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, unitId: true, ownerId: true, reportedById: true, reportedAt: true },
  });
}

/** Overrides that nobody has decided. */
export const WAITING_OVERRIDES: WaitSource<Row<typeof findOverrides>> = {
  clock: (ctx) => decisionClockOf(ctx.policy.policy.reminders.override),
  find: findOverrides,
  waits: async (_ctx, rows) => rows,
};

/** Whoever asked, does the check or keeps the account does not decide. */
async function findOverrides(ctx: Context, before: Date) {
  const asked = await ctx.db.gateOverride.findMany({
    where: { state: "asked", askedAt: { lt: before } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, inspectionId: true, askedById: true, askedAt: true },
  });
  const inspections = await byId(
    asked.map(({ inspectionId }) => inspectionId),
    (some) =>
      ctx.db.inspection.findMany({
        where: { id: { in: some } },
        select: {
          id: true,
          unitId: true,
          assigneeId: true,
          borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
        },
      }),
  );
  return asked.flatMap(({ id, inspectionId, askedById, askedAt }): Wait[] => {
    const found = inspections.get(inspectionId);
    if (found === undefined) {
      return [];
    }
    const { unitId, assigneeId, borrower } = found;
    const parties = [askedById, assigneeId, borrower.ownerships[0]?.personId].flatMap((person) => person ?? []);
    return [{ id, unitId, since: askedAt, notBy: parties }];
  });
}

/** Zones that were asked for and that nobody has decided. */
export const WAITING_ZONES: WaitSource<Row<typeof findZones>> = {
  clock: (ctx) => decisionClockOf(ctx.policy.policy.reminders.override),
  find: findZones,
  waits: async (_ctx, rows) => rows,
};

/** Whoever asked, or keeps the account, or does that person's work today, does not decide. */
async function findZones(ctx: Context, before: Date) {
  const asked = await ctx.db.zoneOverride.findMany({
    where: { state: "asked", askedAt: { lt: before } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      unitId: true,
      askedById: true,
      askedAt: true,
      borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
    },
  });
  const partiesOf = ({ askedById, borrower }: (typeof asked)[number]) => [
    askedById,
    ...borrower.ownerships.map(({ personId }) => personId),
  ];
  const acting = await actingFor(ctx.db, [...new Set(asked.flatMap(partiesOf))], ctx.now);
  return asked.map((row): Wait => {
    const parties = partiesOf(row);
    const notBy = [...parties, ...parties.flatMap((id) => acting.get(id) ?? [])];
    return { id: row.id, unitId: row.unitId, since: row.askedAt, notBy };
  });
}
