/** What the queue's messages say when they are sent or edited. */
import { addWorkingDays, workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { compareDates } from "../../domain/dates.ts";
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { type DueMessage, REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { bold, line, note, type View } from "../../platform/view.ts";
import { aboutCustomer, cardButtons, customerMore } from "../named-customers/index.ts";
import { namesById, unitPath } from "../people/index.ts";
import { NAMED_KIND, NOBODY_KIND, OPEN_REVIEW, QUEUE_KIND, reportNumber } from "./ids.ts";
import { eligibleReviewers } from "./reviewers.ts";
import { loadAnnounced, standingMessage } from "./store.ts";
import { type QueueReader, queueView, replacedView } from "./views.ts";
import { type QueueEntry, waitingFor } from "./waiting.ts";

export function addQueueRenderers(renderers: Renderers): void {
  renderers.add(QUEUE_KIND, drawQueue, REMINDER);
  renderers.add(NOBODY_KIND, drawNobody, REMINDER);
  renderers.add(NAMED_KIND, drawNamed);
}

export function readerOf(ctx: Context): QueueReader {
  return {
    language: ctx.language,
    t: ctx.t,
    timeZone: ctx.actor.timeZone,
    cards: cardButtons(ctx),
    waits: (entry) => waitOf(ctx, entry),
    inFull: ({ unitPath: units }) => readsInFull(ctx.actor, "see_report", { unitPath: units }),
  };
}

/** On the days of the unit; the policy's calendar where the unit's is not loaded. */
function waitOf(ctx: Context, { decidableSince, unit }: QueueEntry) {
  if (decidableSince === undefined) {
    return undefined;
  }
  const { policy } = ctx.policy;
  const calendar = ctx.parts.calendars.get(unit.calendarId) ?? ctx.parts.calendars.get(policy.calendar.id);
  if (calendar === undefined) {
    throw new Error(`the calendar ${unit.calendarId} is not loaded`);
  }
  const submittedOn = localDate(momentFromDate(decidableSince), unit.timeZone);
  const today = localDate(ctx.now, unit.timeZone);
  const by = addWorkingDays(calendar, submittedOn, policy.review.reviewer_working_days).date;
  return { days: workingDaysBetween(calendar, submittedOn, today), by, isLate: compareDates(by, today) < 0 };
}

async function drawQueue(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const standing = await standingMessage(ctx.db, message.personId);
  if (standing !== null && standing.id !== message.id) {
    return message.editing ? replacedView(standing.createdAt, readerOf(ctx)) : undefined;
  }
  const entries = await waitingFor(ctx.db, message.personId, ctx.now);
  if (entries.length === 0 && !message.editing) {
    return undefined;
  }
  return queueView(entries, readerOf(ctx), message.refs.reportId);
}

/** To a manager: nobody may decide the report until somebody else is given the post. */
async function drawNobody(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const report = await loadAnnounced(ctx.db, message.refs.reportId ?? "");
  const waits = isWaiting(report.state);
  const reviewers = waits ? await eligibleReviewers(ctx.db, report, ctx.now) : undefined;
  const settled = !waits || reviewers !== undefined;
  if (settled && !message.editing) {
    return undefined;
  }
  const { inspection } = report;
  const title = ctx.t("queue.nobody_title", { number: reportNumber(inspection.number, report.revision) });
  const responsible = { unitPath: await unitPath(ctx.db, inspection.unitId) };
  const inFull = readsInFull(ctx.actor, "see_report", responsible);
  const name = inFull ? inspection.borrower.name : maskName(inspection.borrower.name);
  const sentence = settled ? "queue.nobody_settled" : "queue.nobody";
  const said = ctx.t(sentence, { name, unit: inspection.borrower.unit.name });
  return { title, pieces: [line(title), aboutCustomer(ctx, said, inspection.borrowerId)] };
}

/** To the reviewer who was named; nothing where it was decided, or given to another, before it could be said. */
async function drawNamed(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const { reportId = "", byId = "", reason = "" } = message.refs;
  const report = await loadAnnounced(ctx.db, reportId);
  const reviewers = isWaiting(report.state) ? await eligibleReviewers(ctx.db, report, ctx.now) : undefined;
  const isMine = reviewers?.personIds.includes(message.personId) === true;
  if (!isMine && !message.editing) {
    return undefined;
  }
  const name = (await namesById(ctx.db, [byId])).get(byId) ?? "";
  const { inspection } = report;
  const number = reportNumber(inspection.number, report.revision);
  const customer = isMine ? inspection.borrower.name : maskName(inspection.borrower.name);
  return {
    title: ctx.t("naming.named_title", { name, customer: maskName(inspection.borrower.name) }),
    pieces: [
      line(ctx.t("naming.named", { name })),
      {
        kind: "item",
        text: [bold(customer), ` · ${number}`],
        ...(isMine
          ? {
              buttons: [{ text: ctx.t("queue.review"), action: OPEN_REVIEW, value: report.id }],
              more: customerMore(ctx, inspection.borrowerId),
            }
          : {}),
      },
      line([ctx.t("naming.reason"), ": ", reason]),
      ...(isMine ? [] : [note(ctx.t("naming.done_since"))]),
    ],
  };
}

const isWaiting = (state: string) => WAITING_REPORT_STATES.some((waiting) => waiting === state);
