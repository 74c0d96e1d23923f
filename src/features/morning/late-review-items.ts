/** Reports that wait too long, as items of a list. */
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { reviewDueOn } from "../../domain/reminders/index.ts";
import { INSPECTION_KINDS, INSPECTION_STATES, VISIT_MODES } from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type ClimbedItem, calendarOf, reviewClockOf } from "../ladder/index.ts";
import { namesById, unitPath } from "../people/index.ts";
import { partiesOfAll, reportNumber } from "../review-queue/index.ts";
import type { DeskItem } from "./desk-items.ts";

/** In the order of `climbed`. */
export async function toReviewItems(
  ctx: Context,
  climbed: readonly Pick<ClimbedItem, "id" | "stage">[],
): Promise<DeskItem[]> {
  const rows = new Map((await findReports(ctx, climbed)).map((row) => [row.id, row]));
  const names = await namesById(
    ctx.db,
    [...rows.values()].map(({ submittedById }) => submittedById),
  );
  const parties = await partiesOfAll(ctx.db, [...rows.values()], ctx.now);
  const items: DeskItem[] = [];
  for (const { id, stage } of climbed) {
    const row = rows.get(id);
    if (row !== undefined) {
      const subject = {
        unitPath: await unitPath(ctx.db, row.inspection.unitId),
        notByPersons: parties.get(id)?.notBy ?? [],
      };
      const mayOpen = authorize(ctx, "open_review", subject) === undefined;
      items.push(toItem(ctx, row, { climbed: { stage, officer: names.get(row.submittedById) }, mayOpen }));
    }
  }
  return items;
}

function findReports(ctx: Context, climbed: readonly { readonly id: string }[]) {
  return inTurns(
    climbed.map(({ id }) => id),
    (some) =>
      ctx.db.report.findMany({
        where: { id: { in: some } },
        select: {
          id: true,
          revision: true,
          state: true,
          mode: true,
          submittedById: true,
          submittedAt: true,
          inspection: {
            select: {
              number: true,
              kind: true,
              state: true,
              assigneeId: true,
              unitId: true,
              borrowerId: true,
              borrower: {
                select: { name: true, number: true, unit: { select: { calendarId: true, timeZone: true } } },
              },
            },
          },
        },
      }),
  );
}

type ReportRow = Awaited<ReturnType<typeof findReports>>[number];

interface Reading {
  readonly climbed: NonNullable<DeskItem["climbed"]>;
  readonly mayOpen: boolean;
}

function toItem(ctx: Context, row: ReportRow, { climbed, mayOpen }: Reading): DeskItem {
  const { inspection } = row;
  const { calendarId, timeZone } = inspection.borrower.unit;
  const calendar = calendarOf(ctx, calendarId);
  const submittedOn = localDate(momentFromDate(row.submittedAt), timeZone);
  const dueOn = reviewDueOn(calendar, submittedOn, reviewClockOf(ctx));
  return {
    id: row.id,
    number: reportNumber(inspection.number, row.revision),
    borrowerName: inspection.borrower.name,
    borrowerNumber: inspection.borrower.number,
    kind: oneOf(INSPECTION_KINDS, inspection.kind),
    mode: oneOf(VISIT_MODES, row.mode),
    state: oneOf(INSPECTION_STATES, inspection.state),
    assigneeId: inspection.assigneeId,
    dueOn,
    provisional: false,
    hasDraft: false,
    products: [],
    worstTier: "normal",
    lateDays: workingDaysBetween(calendar, dueOn, localDate(ctx.now, timeZone)),
    climbed,
    putOff: { may: { more: false, nudge: false, extend: false, reassign: false } },
    review: {
      submittedOn,
      mayOpen,
      waits: WAITING_REPORT_STATES.some((state) => state === row.state),
    },
  };
}
