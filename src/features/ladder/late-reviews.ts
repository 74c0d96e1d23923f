/** Reports that wait longer than their reviewer's time, and to whom they have climbed. */
import { compareDates } from "../../domain/dates.ts";
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import {
  type Ladder,
  lastRungDays,
  latenessOf,
  type ReminderStage,
  reviewDueOn,
  reviewLadder,
  toldAt,
} from "../../domain/reminders/index.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { unitsBelow } from "../people/index.ts";
import { decidableSince, namedReviewers, partiesOfAll } from "../review-queue/index.ts";
import { type ClimbedItem, longestLateFirst } from "./climb.ts";
import type { LateBook } from "./late-book.ts";
import { postsOf, reviewClockOf } from "./policy-ladder.ts";
import { loadRungHolders, type RungHolders } from "./rung-holders.ts";
import { loadUnitDays, type UnitDays } from "./unit-days.ts";

/** As `openLateBook`, of reports: nobody who has a part in a report is told of it as its reviewer or their manager. */
export async function openReviewBook(ctx: Context): Promise<Omit<LateBook, "vacancies">> {
  const rows = await findWaiting(ctx);
  const units = [...new Set(rows.map(({ inspection }) => inspection.unitId))];
  const holders = await loadRungHolders(ctx, units, postsOf(reviewLadder(reviewClockOf(ctx))));
  const candidates = new Map<string, number>();
  for (const { inspection } of rows) {
    for (const person of holders.anybody(inspection.unitId)) {
      candidates.set(person, (candidates.get(person) ?? 0) + 1);
    }
  }
  const concerns = (row: WaitingRow, personIds: readonly string[]) =>
    personIds.some((person) => holders.anybody(row.inspection.unitId).has(person));
  return {
    candidates,
    itemsOf: (personIds) =>
      climbOfReviews(
        ctx,
        rows.filter((row) => concerns(row, personIds)),
        holders,
      ),
  };
}

/** What of the waiting reports has climbed to these persons now, the longest late first. */
export async function lateReviewsTo(ctx: Context, personIds: readonly string[], most: number): Promise<ClimbedItem[]> {
  const posts = postsOf(reviewLadder(reviewClockOf(ctx)));
  const grants = await ctx.db.roleGrant.findMany({
    where: { personId: { in: [...personIds] }, role: { in: posts } },
    select: { unitId: true },
  });
  const below = await unitsBelow(
    ctx.db,
    grants.map(({ unitId }) => unitId),
  );
  const rows = (await findWaiting(ctx)).filter(({ inspection }) => below.includes(inspection.unitId));
  const units = [...new Set(rows.map(({ inspection }) => inspection.unitId))];
  const climbed = await climbOfReviews(ctx, rows, await loadRungHolders(ctx, units, posts));
  const mine = new Map(personIds.flatMap((person) => (climbed.get(person) ?? []).map((item) => [item.id, item])));
  return [...mine.values()].toSorted(longestLateFirst).slice(0, most);
}

/** More than ever wait so long; the oldest come first. */
const MOST = 2_000;

function findWaiting(ctx: Context) {
  const { reviewerWorkingDays } = reviewClockOf(ctx);
  return ctx.db.report.findMany({
    where: {
      state: { in: [...WAITING_REPORT_STATES] },
      // Working days are never fewer than calendar days; a day for the zones.
      submittedAt: { lt: ctx.now.minus({ days: reviewerWorkingDays - 1 }).toJSDate() },
    },
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
}

type WaitingRow = Awaited<ReturnType<typeof findWaiting>>[number];

async function climbOfReviews(
  ctx: Context,
  rows: readonly WaitingRow[],
  holders: RungHolders,
): Promise<Map<string, ClimbedItem[]>> {
  const clock = reviewClockOf(ctx);
  const ladder = reviewLadder(clock);
  const units = await loadUnitDays(ctx, [...new Set(rows.map(({ inspection }) => inspection.unitId))]);
  const parties = await partiesOfAll(ctx.db, rows, ctx.now);
  const named = await namedReviewers(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const since = await decidableSince(ctx.db, rows);
  const climbed = new Map<string, ClimbedItem[]>();
  for (const { id, inspection } of rows) {
    const unit = units.get(inspection.unitId);
    const decidable = since.get(id);
    if (unit !== undefined && decidable !== undefined) {
      const dueOn = reviewDueOn(unit.calendar, localDate(momentFromDate(decidable), unit.timeZone), clock);
      const notBy = parties.get(id)?.notBy ?? [];
      const stages =
        compareDates(dueOn, unit.today) < 0
          ? stagesOf(ladder, { ...unit, dueOn, notBy, named: named.get(id) }, holders)
          : [];
      for (const [person, stage] of stages) {
        climbed.set(person, [...(climbed.get(person) ?? []), { id, dueOn, stage }]);
      }
    }
  }
  return climbed;
}

type Waiting = UnitDays &
  Pick<ClimbedItem, "dueOn"> & {
    readonly notBy: readonly string[];
    readonly named: string | undefined;
  };

function stagesOf(ladder: Ladder, waiting: Waiting, holders: RungHolders): ReadonlyMap<string, ReminderStage> {
  const late = latenessOf(waiting.calendar, waiting.dueOn, waiting.today, lastRungDays(ladder));
  return toldAt(ladder, late, (role) =>
    holders.of(waiting.unitId, role, waiting.notBy, role === "post_loan_officer" ? waiting.named : undefined),
  ).stages;
}
