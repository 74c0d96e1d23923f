/** What is told at once: a measure that somebody else wrote down for you, a result that waits, and what became of yours. */
import { maskName } from "../../domain/masking.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { type Button, bold, line, note, quiet, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { namesById } from "../people/index.ts";
import { GIVEN_KIND, OPEN_MEASURE, REPORTED_KIND, SETTLED_KIND } from "./ids.ts";
import { loadMeasure, type MeasureCase } from "./measure-case.ts";

export function addMeasureRenderers(renderers: Renderers): void {
  renderers.add(GIVEN_KIND, drawGiven);
  renderers.add(REPORTED_KIND, drawReported);
  renderers.add(SETTLED_KIND, drawSettled);
}

/** Nothing where it was changed to somebody else or ended before it could be said. */
async function drawGiven(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  const waits = found?.state === "open" && found.row.ownerId === message.personId;
  if (found === undefined || (!waits && !message.editing)) {
    return undefined;
  }
  const name = await nameOf(ctx, found.row.openedById);
  return viewOf(ctx, found, ctx.t("measure.given_title", { name, customer: maskName(found.row.borrower.name) }), waits);
}

async function drawReported(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  const waits = found?.state === "reported";
  if (found === undefined || (!waits && !message.editing)) {
    return undefined;
  }
  const name = await nameOf(ctx, found.row.reportedById ?? "");
  const customer = maskName(found.row.borrower.name);
  return viewOf(ctx, found, ctx.t("measure.reported_title", { name, customer }), waits);
}

async function drawSettled(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  if (found === undefined) {
    return undefined;
  }
  const name = await nameOf(ctx, message.refs.byId ?? "");
  const isClosed = message.refs.outcome === "closed";
  const title = ctx.t(isClosed ? "measure.closed_title" : "measure.back_title", {
    name,
    customer: maskName(found.row.borrower.name),
  });
  const view = viewOf(ctx, found, title, !isClosed && found.state === "open");
  const why = isClosed || found.row.note === null ? [] : [line(found.row.note)];
  return { ...view, pieces: [...view.pieces, ...why] };
}

function viewOf(ctx: Context, { row, number, dueOn, state }: MeasureCase, title: string, waits: boolean): View {
  const open: Button = { text: ctx.t("measure.open"), action: OPEN_MEASURE, value: row.id, style: "primary" };
  const due = ctx.t("measure.due", { date: dateText(ctx.language, dueOn) });
  return {
    title,
    pieces: [
      line(title),
      {
        kind: "item",
        text: [bold(row.borrower.name), " · ", row.goal],
        detail: [quiet([number, due].join(" · "))],
        ...(waits ? { buttons: [open] } : {}),
      },
      ...(waits ? [] : [note(ctx.t(`measure.state.${state}`))]),
    ],
  };
}

async function nameOf({ db }: Context, personId: string): Promise<string> {
  return (await namesById(db, [personId])).get(personId) ?? "";
}
