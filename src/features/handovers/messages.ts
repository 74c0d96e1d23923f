/** What the messages of a handover say when they are sent or edited. */

import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { UNIT_LINES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { DueMessage, Renderer, Renderers } from "../../platform/outbox/renderers.ts";
import { note, type View } from "../../platform/view.ts";
import { aboutCustomer, cardButtons } from "../named-customers/index.ts";
import { unitPath } from "../people/index.ts";
import { askable } from "./ask.ts";
import { type BatchRow, loadBatch, stateOfBatch, unitOf } from "./batch.ts";
import { ESCALATED, FALLEN, NOBODY_ACROSS, OFFERED, TOLD } from "./ids.ts";
import { openWith } from "./subjects.ts";
import {
  escalatedView,
  fallenView,
  type LeftOfFallen,
  offeredView,
  type Reader,
  type Told,
  toldView,
} from "./views.ts";

/** Heard by the inspections feature. */
const START_CHECK = "inspections.start";

export function addHandoverRenderers(renderers: Renderers): void {
  renderers.add(
    OFFERED,
    withBatch(async (ctx, told, message) => {
      const waits = told.state === "asked" || told.state === "escalated";
      return waits || message.editing ? offeredView(readerOf(ctx), told, START_CHECK) : undefined;
    }),
  );
  renderers.add(
    TOLD,
    withBatch(async (ctx, told) => toldView(readerOf(ctx), told, await mayTakeBack(ctx, told))),
  );
  renderers.add(
    ESCALATED,
    withBatch(async (ctx, told, message) =>
      told.state === "escalated" || message.editing ? escalatedView(readerOf(ctx), told) : undefined,
    ),
  );
  renderers.add(NOBODY_ACROSS, drawNobodyAcross);
  renderers.add(
    FALLEN,
    withBatch(async (ctx, told) => fallenView(readerOf(ctx), told, await leftOf(ctx, told))),
  );
}

/** Nothing once the customer has somebody of that department, or is led by another. */
async function drawNobodyAcross(ctx: Context, { refs }: DueMessage): Promise<View | undefined> {
  const borrower = await ctx.db.borrower.findUnique({ where: { id: refs.borrowerId ?? "" } });
  const to = UNIT_LINES.find((one) => one === refs.to);
  if (borrower === null || to === undefined) return undefined;
  const department = ctx.t(`department.${to}`);
  const said = { department, customer: maskName(borrower.name) };
  return {
    title: ctx.t("handover.nobody_across", said),
    pieces: [
      aboutCustomer(ctx, ctx.t("handover.nobody_across", { department, customer: borrower.name }), borrower.id),
      note(ctx.t("handover.nobody_across_remedy", { number: borrower.number })),
    ],
  };
}

export function readerOf(ctx: Context): Reader {
  return { t: ctx.t, language: ctx.language, timeZone: ctx.actor.timeZone, cards: cardButtons(ctx) };
}

type BatchRenderer = (ctx: Context, told: Told, message: DueMessage) => Promise<View | undefined>;

function withBatch(draw: BatchRenderer): Renderer {
  return async (ctx, message) => {
    const told = await loadTold(ctx, message.refs.batchId ?? "");
    return told === undefined ? undefined : draw(ctx, told, message);
  };
}

export async function loadTold(ctx: Context, batchId: string): Promise<Told | undefined> {
  const rows = await loadBatch(ctx, batchId);
  const [first] = rows;
  if (first === undefined) {
    return undefined;
  }
  const { askedById, fromPersonId, toPersonId } = first;
  const answeredById = rows.find((row) => row.answeredById !== null)?.answeredById ?? null;
  const ids = [askedById, fromPersonId, toPersonId, answeredById].filter((id) => id !== null);
  const people = await ctx.db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? "";
  const { actor } = ctx;
  const subject = { unitPath: await unitPath(ctx.db, unitOf(first)), assigneeId: fromPersonId };
  return {
    batchId,
    rows,
    state: stateOfBatch(rows),
    askedBy: nameOf(askedById) || ctx.t("words.product"),
    from: nameOf(fromPersonId),
    to: nameOf(toPersonId),
    answeredBy: nameOf(answeredById) || ctx.t("words.product"),
    inFull: readsInFull(actor, "see_account", subject) || actor.personId === fromPersonId,
  };
}

async function mayTakeBack(ctx: Context, { rows }: Told): Promise<boolean> {
  const [row] = rows;
  if (row === undefined) {
    return false;
  }
  const subject = {
    unitPath: await unitPath(ctx.db, unitOf(row)),
    assigneeId: row.fromPersonId,
    ownerId: row.askedById,
  };
  return askable(ctx, subject) === undefined;
}

/** Borrower, person and the states of an open inspection. */
const PARAMETERS_OF_OPEN = 10;

/** Of what fell to the manager: open inspections that are still theirs, and accounts and inspections that others have by now. */
async function leftOf(ctx: Context, { rows }: Told): Promise<LeftOfFallen> {
  const open = await inTurns(
    rows,
    async (some) => [
      await ctx.db.inspection.count({
        where: {
          OR: some.flatMap(({ borrowerId, toPersonId, inspectionId }) => [
            inspectionId === null ? openWith(borrowerId, toPersonId) : { id: inspectionId, assigneeId: toPersonId },
          ]),
        },
      }),
    ],
    PARAMETERS_OF_OPEN,
  );
  const kept = await inTurns(rows, (some) =>
    ctx.db.ownership.findMany({
      where: { borrowerId: { in: some.map(({ borrowerId }) => borrowerId) }, toAt: null },
      select: { borrowerId: true, personId: true },
    }),
  );
  const keepers = new Map(kept.map(({ borrowerId, personId }) => [borrowerId, personId]));
  const holderOf = ({ borrowerId, inspectionId, inspection }: BatchRow) =>
    inspectionId === null ? keepers.get(borrowerId) : inspection?.assigneeId;
  return {
    open: open.reduce((sum, count) => sum + count, 0),
    elsewhere: rows.filter((row) => holderOf(row) !== row.toPersonId).length,
  };
}
