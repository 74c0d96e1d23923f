/** What is told while a measure changes hands: to whom it is offered, who offered it, who decides, and what fell to whom. */
import { maskName } from "../../domain/masking.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, line, note, type Piece, type View } from "../../platform/view.ts";
import { labelText } from "../../texts/label.ts";
import { OUTCOMES } from "./change-owner.ts";
import {
  ACCEPT,
  DECLINE,
  FALLEN_KIND,
  GIVE,
  LEAVE,
  MEASURE_SUBJECT,
  OFFER_TOLD_KIND,
  OFFER_WAITS_KIND,
  OFFERED_KIND,
  OPEN_MEASURE,
} from "./ids.ts";
import { loadMeasure, type MeasureCase } from "./measure-case.ts";
import { measureView, nameOf } from "./measure-view.ts";

/** So many have a line; the rest is counted. */
const LINES = 15;

export function addOfferRenderers(renderers: Renderers): void {
  renderers.add(OFFERED_KIND, drawOffered);
  renderers.add(OFFER_TOLD_KIND, drawOutcome);
  renderers.add(OFFER_WAITS_KIND, drawWaits);
  renderers.add(FALLEN_KIND, drawFallen);
}

/** Nothing where it was taken back or given to another before it could be said. */
async function drawOffered(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  const waits = found?.row.offeredToId === message.personId;
  if (found === undefined || (!waits && !message.editing)) {
    return undefined;
  }
  const { row } = found;
  const said = { name: await nameOf(ctx, row.offeredById ?? row.ownerId), customer: maskName(row.borrower.name) };
  const title = ctx.t("measure.offered_title", said);
  const theirs = row.ownerId === message.personId;
  // Whoever accepted goes on from here: the account is not on their list.
  const goesOn = theirs && found.state === "open" ? [look(ctx, row.id)] : [];
  const view = measureView(ctx, found, {
    title,
    buttons: waits ? answerButtons(ctx, row.id) : goesOn,
    masked: !theirs,
  });
  const more = waits ? waitingNotes(ctx, found) : [note(ctx.t(theirs ? "measure.yours_now" : "measure.offer_ended"))];
  return { ...view, pieces: [...view.pieces, ...more] };
}

/** Whoever is asked reads no customer's name before they accept, but all that there is to do. */
function waitingNotes({ t }: Context, { row }: MeasureCase): Piece[] {
  return [
    note([bold(labelText(t, t("measure.proof"))), row.proof]),
    ...(row.offerNote === null ? [] : [note(row.offerNote)]),
    note(t("measure.until_you_accept", { name: row.owner.name })),
  ];
}

function answerButtons({ t }: Context, measureId: string): Button[] {
  return [
    { text: t("measure.accept"), action: ACCEPT, value: measureId, style: "primary" },
    { text: t("measure.decline"), action: DECLINE, value: measureId },
  ];
}

async function drawOutcome(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  if (found === undefined) {
    return undefined;
  }
  const by = await nameOf(ctx, message.refs.byId ?? "");
  const customer = maskName(found.row.borrower.name);
  const outcome = oneOf(OUTCOMES, message.refs.outcome ?? "left");
  const title = ctx.t(`measure.outcome.${outcome}`, { name: by, customer });
  const buttons = found.state === "open" && found.row.ownerId === message.personId ? [look(ctx, found.row.id)] : [];
  return measureView(ctx, found, { title, buttons });
}

/** The manager decides what the colleague did not. */
async function drawWaits(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadMeasure(ctx, message.refs.measureId ?? "");
  const waits = found?.row.offeredToId != null;
  if (found === undefined || (!waits && !message.editing)) {
    return undefined;
  }
  const { row } = found;
  const names = { name: await nameOf(ctx, row.offeredToId ?? ""), owner: row.owner.name };
  const title = ctx.t(waits ? "measure.offer_waits_title" : "measure.offer_waited_title", {
    ...names,
    customer: maskName(row.borrower.name),
  });
  return measureView(ctx, found, { title, buttons: waits ? decisionButtons(ctx, found, names) : [] });
}

function decisionButtons(
  ctx: Context,
  { row }: MeasureCase,
  { name, owner }: { readonly name: string; readonly owner: string },
): Button[] {
  return [
    { text: ctx.t("measure.give_to", { name }), action: GIVE, value: row.id },
    { text: ctx.t("measure.leave_with", { name: owner }), action: LEAVE, value: row.id },
    look(ctx, row.id),
  ];
}

async function drawFallen(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const ids = message.items.flatMap(({ kind, id }) => (kind === MEASURE_SUBJECT ? [id] : []));
  const found: MeasureCase[] = [];
  for (const id of ids.slice(0, LINES)) {
    const one = await loadMeasure(ctx, id);
    if (one !== undefined) {
      found.push(one);
    }
  }
  const name = await nameOf(ctx, message.refs.leaverId ?? "");
  const title = ctx.t("measure.fallen_title", { name, count: ids.length });
  const rest = ids.length - found.length;
  return {
    title,
    pieces: [
      line(title),
      ...found.flatMap((one) => {
        const isHere = one.state === "open";
        const [, item] = measureView(ctx, one, { title, buttons: isHere ? [look(ctx, one.row.id)] : [] }).pieces;
        const became = isHere ? [] : [note(`${one.number}: ${ctx.t(`measure.state.${one.state}`)}`)];
        return item === undefined ? [] : [item, ...became];
      }),
      ...(rest > 0 ? [note(ctx.t("desk.more", { count: rest }))] : []),
    ],
  };
}

function look({ t }: Context, measureId: string): Button {
  return { text: t("measure.open"), action: OPEN_MEASURE, value: measureId };
}
