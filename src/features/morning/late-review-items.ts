/** Reports that wait too long, as items of a list. */
import { workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import { reviewDueOn } from "../../domain/reminders/index.ts";
import type { Verb } from "../../domain/rights.ts";
import { INSPECTION_KINDS, INSPECTION_STATES, VISIT_MODES } from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type ClimbedItem, calendarOf, reviewClockOf } from "../ladder/index.ts";
import { namesById, unitPath } from "../people/index.ts";
import { decidableSince, partiesOfAll, reportNumber } from "../review-queue/index.ts";
import type { DeskItem, PutOff } from "./desk-items.ts";

/** In the order of `climbed`. */
export async function toReviewItems(
  ctx: Context,
  climbed: readonly Pick<ClimbedItem, "id" | "stage">[],
): Promise<DeskItem[]> {
  const rows = await findReports(ctx, climbed);
  const names = await namesById(
    ctx.db,
    [...rows.values()].map(({ submittedById }) => submittedById),
  );
  const parties = await partiesOfAll(ctx.db, [...rows.values()], ctx.now);
  const since = await decidableSince(ctx.db, [...rows.values()]);
  const batches = await batchesById(ctx, [...rows.values()]);
  const items: DeskItem[] = [];
  for (const { id, stage } of climbed) {
    const row = rows.get(id);
    if (row !== undefined) {
      const subject = {
        unitPath: await unitPath(ctx.db, row.inspection.unitId),
        notByPersons: parties.get(id)?.notBy ?? [],
      };
      const mayOpen = authorize(ctx, "open_review", subject) === undefined;
      const reading = {
        climbed: { stage, officer: names.get(row.submittedById) },
        mayOpen,
        may: mayOf(ctx, row, subject),
        since: since.get(id) ?? row.submittedAt,
        batch: batches.get(row.batchId ?? ""),
      };
      items.push(toItem(ctx, row, reading));
    }
  }
  return items;
}

/** A report has no due date to move: it is asked about, or given to another reviewer. */
function mayOf(ctx: Context, { state }: ReportRow, subject: SubjectFacts): PutOff["may"] {
  const may = (verb: Verb) => isWaiting(state) && authorize(ctx, verb, subject) === undefined;
  return { more: false, extend: false, nudge: may("nudge_reviewer"), reassign: may("name_reviewer") };
}

const isWaiting = (state: string) => WAITING_REPORT_STATES.some((waiting) => waiting === state);

function findReports(ctx: Context, climbed: readonly { readonly id: string }[]) {
  return byId(
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
          partHash: true,
          batchId: true,
          inspectionId: true,
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

type ReportRow = Awaited<ReturnType<typeof findReports>> extends Map<string, infer Row> ? Row : never;

function batchesById(ctx: Context, rows: readonly { readonly batchId: string | null }[]) {
  return byId(
    rows.flatMap(({ batchId }) => batchId ?? []),
    (some) => ctx.db.offSiteBatch.findMany({ where: { id: { in: some } }, select: { id: true, number: true } }),
  );
}

interface Reading {
  readonly climbed: NonNullable<DeskItem["climbed"]>;
  readonly mayOpen: boolean;
  readonly may: PutOff["may"];
  /** From when it could be decided. */
  readonly since: Date;
  readonly batch: NonNullable<DeskItem["review"]>["batch"];
}

function toItem(ctx: Context, row: ReportRow, { climbed, mayOpen, may, since, batch }: Reading): DeskItem {
  const { inspection } = row;
  const { calendarId, timeZone } = inspection.borrower.unit;
  const calendar = calendarOf(ctx, calendarId);
  const submittedOn = localDate(momentFromDate(row.submittedAt), timeZone);
  const dueOn = reviewDueOn(calendar, localDate(momentFromDate(since), timeZone), reviewClockOf(ctx));
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
    putOff: { may },
    review: {
      submittedOn,
      mayOpen,
      waits: isWaiting(row.state),
      ...(batch === undefined ? {} : { batch }),
    },
  };
}
