/** What the queue's messages say when they are sent or edited. */
import { addWorkingDays, workingDaysBetween } from "../../domain/calendar/business-calendar.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { type DueMessage, REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { line, type View } from "../../platform/view.ts";
import { unitPath } from "../people/index.ts";
import { NOBODY_KIND, QUEUE_KIND, reportNumber } from "./ids.ts";
import { eligibleReviewers } from "./reviewers.ts";
import { loadAnnounced, standingMessage } from "./store.ts";
import { type QueueReader, queueView, replacedView } from "./views.ts";
import { type QueueEntry, waitingFor } from "./waiting.ts";

export function addQueueRenderers(renderers: Renderers): void {
  renderers.add(QUEUE_KIND, drawQueue, REMINDER);
  renderers.add(NOBODY_KIND, drawNobody, REMINDER);
}

export function readerOf(ctx: Context): QueueReader {
  return {
    language: ctx.language,
    t: ctx.t,
    timeZone: ctx.actor.timeZone,
    waits: (entry) => waitOf(ctx, entry),
    inFull: ({ unitPath: units }) => readsInFull(ctx.actor, "see_report", { unitPath: units }),
  };
}

/** On the days of the unit; the policy's calendar where the unit's is not loaded. */
function waitOf(ctx: Context, { submittedAt, unit }: QueueEntry) {
  const { policy } = ctx.policy;
  const calendar = ctx.parts.calendars.get(unit.calendarId) ?? ctx.parts.calendars.get(policy.calendar.id);
  if (calendar === undefined) {
    throw new Error(`the calendar ${unit.calendarId} is not loaded`);
  }
  const submittedOn = localDate(momentFromDate(submittedAt), unit.timeZone);
  return {
    days: workingDaysBetween(calendar, submittedOn, localDate(ctx.now, unit.timeZone)),
    by: addWorkingDays(calendar, submittedOn, policy.review.reviewer_working_days).date,
  };
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
  const isWaiting = report.state === "submitted" || report.state === "in_review";
  const reviewers = isWaiting ? await eligibleReviewers(ctx.db, report, ctx.now) : undefined;
  const settled = !isWaiting || reviewers !== undefined;
  if (settled && !message.editing) {
    return undefined;
  }
  const { inspection } = report;
  const title = ctx.t("queue.nobody_title", { number: reportNumber(inspection.number, report.revision) });
  const responsible = { unitPath: await unitPath(ctx.db, inspection.unitId) };
  const inFull = readsInFull(ctx.actor, "see_report", responsible);
  const name = inFull ? inspection.borrower.name : maskName(inspection.borrower.name);
  const sentence = settled ? "queue.nobody_settled" : "queue.nobody";
  return { title, pieces: [line(title), line(ctx.t(sentence, { name, unit: inspection.borrower.unit.name }))] };
}
