/** What this feature says at once: a nudge, a date that is asked for, a date that was decided. */
import { isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { EXTENSION_STATES, INSPECTION_KINDS } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, type Line, line, note, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { aboutCustomer, customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { OPEN_REVIEW, reportNumber, reviewersOf } from "../review-queue/index.ts";
import {
  APPROVE_EXTENSION,
  EXTENSION_ASKED,
  EXTENSION_DECIDED,
  MORE,
  NUDGED,
  REFUSE_EXTENSION,
  REVIEW_NUDGED,
  START_CHECK,
} from "./ids.ts";
import { type ItemCase, isOpen, loadItem } from "./item-case.ts";
import { findReport, reviewTimeOf } from "./nudge-reviewers.ts";

export function addDeadlineRenderers(renderers: Renderers): void {
  renderers.add(NUDGED, drawNudge);
  renderers.add(REVIEW_NUDGED, drawReviewNudge);
  renderers.add(EXTENSION_ASKED, drawAsked);
  renderers.add(EXTENSION_DECIDED, drawDecided);
}

/** To the officer; nothing where it is done before it could be said. */
async function drawNudge(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const item = await loadItem(ctx, message.items[0]?.id ?? "");
  const isDone = item === undefined || !isOpen(item) || item.row.assigneeId !== message.personId;
  if (item === undefined || (isDone && !message.editing)) {
    return undefined;
  }
  const byId = message.refs.byId ?? "";
  const name = (await namesById(ctx.db, [byId])).get(byId) ?? "";
  const title = ctx.t("nudge.title", { name, customer: maskName(item.row.borrower.name) });
  const buttons: Button[] = [
    { text: ctx.t("desk.start"), action: START_CHECK, value: item.row.id, style: "primary" },
    { text: ctx.t("deadline.more"), action: MORE, value: item.row.id },
  ];
  return {
    title,
    pieces: [
      line(ctx.t("nudge.asks", { name })),
      {
        kind: "item",
        text: itemLine(ctx, item),
        ...(isDone ? {} : { buttons, more: customerMore(ctx, item.row.borrowerId) }),
      },
      ...(isDone ? [note(ctx.t("nudge.done"))] : []),
    ],
  };
}

/** To a reviewer; nothing where it is decided, or falls to another, before it could be said. */
async function drawReviewNudge(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const report = await findReport(ctx, message.items[0]?.id ?? "");
  if (report === null) {
    return undefined;
  }
  const { waits, dueOn } = await reviewTimeOf(ctx, report);
  const isMine = waits && (await reviewersOf(ctx, report.id)).some(({ id }) => id === message.personId);
  if (!isMine && !message.editing) {
    return undefined;
  }
  const byId = message.refs.byId ?? "";
  const name = (await namesById(ctx.db, [byId])).get(byId) ?? "";
  const masked = maskName(report.inspection.borrower.name);
  const due = dueOn === undefined ? "" : ` · ${ctx.t("nudge.review_due", { date: dateText(ctx.language, dueOn) })}`;
  const button: Button = { text: ctx.t("queue.review"), action: OPEN_REVIEW, value: report.id, style: "primary" };
  return {
    title: ctx.t("nudge.review_title", { name, customer: masked }),
    pieces: [
      line(ctx.t("nudge.review_asks", { name })),
      {
        kind: "item",
        text: [
          bold(isMine ? report.inspection.borrower.name : masked),
          ` · ${reportNumber(report.inspection.number, report.revision)}${due}`,
        ],
        ...(isMine ? { buttons: [button], more: customerMore(ctx, report.inspection.borrowerId) } : {}),
      },
      ...(isMine ? [] : [note(ctx.t("naming.done_since"))]),
    ],
  };
}

async function drawAsked(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await findExtension(ctx, message);
  if (found === undefined) {
    return undefined;
  }
  const { extension, item, names } = found;
  const waits = extension.state === "asked" && isOpen(item);
  if (!waits && !message.editing) {
    return undefined;
  }
  const name = names.get(extension.askedById) ?? "";
  return {
    title: ctx.t("extension.asked_title", { name, customer: maskName(item.row.borrower.name) }),
    pieces: [
      line(ctx.t("extension.asks", { name, date: dateText(ctx.language, isoDate(extension.toDueOn)) })),
      {
        kind: "item",
        text: itemLine(ctx, item),
        ...(waits ? { buttons: decisionButtons(ctx, found) } : {}),
        more: customerMore(ctx, item.row.borrowerId),
      },
      line([ctx.t("deadline.reason"), ": ", extension.reason]),
      ...(waits ? [] : [note(outcome(ctx, found))]),
    ],
  };
}

async function drawDecided(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await findExtension(ctx, message);
  if (found === undefined) {
    return undefined;
  }
  const { item } = found;
  const title = ctx.t("extension.decided_title", { customer: maskName(item.row.borrower.name) });
  return { title, pieces: [aboutCustomer(ctx, itemLine(ctx, item), item.row.borrowerId), line(outcome(ctx, found))] };
}

interface Found {
  readonly extension: ItemCase["row"]["extensions"][number];
  readonly item: ItemCase;
  readonly names: ReadonlyMap<string, string>;
}

async function findExtension(ctx: Context, { refs, items }: DueMessage): Promise<Found | undefined> {
  const item = await loadItem(ctx, items[0]?.id ?? "");
  const extension = item?.row.extensions.find(({ id }) => id === refs.extensionId);
  if (item === undefined || extension === undefined) {
    return undefined;
  }
  const names = await namesById(ctx.db, [extension.askedById, extension.decidedById ?? extension.askedById]);
  return { extension, item, names };
}

/** Nothing for whoever may not decide it. */
export function decisionButtons(ctx: Context, { extension, item }: Found): Button[] {
  const notByPersons = [extension.askedById, ...(item.row.assigneeId === null ? [] : [item.row.assigneeId])];
  if (authorize(ctx, "decide_extension", { ...item.subject, notByPersons }) !== undefined) {
    return [];
  }
  return [
    { text: ctx.t("extension.approve"), action: APPROVE_EXTENSION, value: extension.id, style: "primary" },
    { text: ctx.t("extension.refuse"), action: REFUSE_EXTENSION, value: extension.id },
  ];
}

function outcome(ctx: Context, { extension, names }: Found): string {
  const state = oneOf(EXTENSION_STATES, extension.state);
  return ctx.t(`extension.state.${state}`, {
    name: names.get(extension.decidedById ?? "") ?? "",
    date: dateText(ctx.language, isoDate(state === "approved" ? extension.toDueOn : extension.fromDueOn)),
  });
}

export function itemLine(ctx: Context, { row, dueOn }: ItemCase): Line {
  const kind = ctx.t(`kind.${oneOf(INSPECTION_KINDS, row.kind)}`);
  const due = ctx.t("desk.due", { date: dateText(ctx.language, dueOn) });
  return [bold(row.borrower.name), ` · ${kind} · ${row.number} · ${due}`];
}
