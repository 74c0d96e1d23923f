/** What is told at once: a measure that somebody else wrote down for you, a result that waits, and what became of yours. */
import { maskName } from "../../domain/masking.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { type Button, line, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { planKindOf } from "./case-words.ts";
import { GIVEN_KIND, OPEN_MEASURE, REPORTED_KIND, SETTLED_KIND } from "./ids.ts";
import { loadMeasure, type MeasureCase } from "./measure-case.ts";
import { measureView, nameOf } from "./measure-view.ts";

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
  const plan = planKindOf(found.row.kind);
  const { byId } = message.refs;
  if (plan !== undefined && byId === undefined) {
    const date = dateText(ctx.language, found.dueOn);
    const planTitle = ctx.t(`account_plan.given.${plan}`, { customer: maskName(found.row.borrower.name), date });
    return measureView(ctx, found, { title: planTitle, buttons: openButton(ctx, found, waits) });
  }
  const said = { name: await nameOf(ctx, byId ?? found.row.openedById), customer: maskName(found.row.borrower.name) };
  const title = ctx.t(handedKey(byId, plan !== undefined), said);
  return measureView(ctx, found, { title, buttons: openButton(ctx, found, waits) });
}

function handedKey(byId: string | undefined, isPlan: boolean) {
  if (byId === undefined) return "measure.given_title";
  return isPlan ? "account_plan.handed_title" : "measure.handed_title";
}

async function drawReported(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  const waits = found?.state === "reported";
  if (found === undefined || (!waits && !message.editing)) {
    return undefined;
  }
  const name = await nameOf(ctx, found.row.reportedById ?? "");
  const customer = maskName(found.row.borrower.name);
  const title = ctx.t(
    planKindOf(found.row.kind) === undefined ? "measure.reported_title" : "account_plan.reported_title",
    { name, customer },
  );
  return measureView(ctx, found, { title, buttons: openButton(ctx, found, waits) });
}

async function drawSettled(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  if (found === undefined) {
    return undefined;
  }
  const name = await nameOf(ctx, message.refs.byId ?? "");
  const isClosed = message.refs.outcome === "closed";
  const title = ctx.t(settledKey(isClosed, planKindOf(found.row.kind) !== undefined), {
    name,
    customer: maskName(found.row.borrower.name),
  });
  const buttons = openButton(ctx, found, !isClosed && found.state === "open");
  const view = measureView(ctx, found, { title, buttons });
  const why = isClosed || found.row.note === null ? [] : [line(found.row.note)];
  return { ...view, pieces: [...view.pieces, ...why] };
}

function settledKey(isClosed: boolean, isPlan: boolean) {
  if (isPlan) return isClosed ? "account_plan.closed_title" : "account_plan.back_title";
  return isClosed ? "measure.closed_title" : "measure.back_title";
}

function openButton({ t }: Context, { row }: MeasureCase, waits: boolean): Button[] {
  return waits ? [{ text: t("measure.open"), action: OPEN_MEASURE, value: row.id, style: "primary" }] : [];
}
