/** What the messages about an absence say when they are sent or edited. */
import { OPEN_INSPECTION_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import type { View } from "../../platform/view.ts";
import { namesOf } from "../people/index.ts";
import { SHOW_QUEUE, waitingFor } from "../review-queue/index.ts";
import { mayEnd } from "./end.ts";
import { ABSENCE_BEGUN, ABSENCE_OVER, ABSENCE_TOLD, ABSENCE_UNCOVERED } from "./ids.ts";
import { findAbsence } from "./store.ts";
import { drawUncovered } from "./uncovered.ts";
import { begunView, overView, toldView, type Workload } from "./views.ts";

export function addAbsenceRenderers(renderers: Renderers): void {
  renderers.add(ABSENCE_TOLD, drawTold);
  renderers.add(ABSENCE_BEGUN, drawBegun);
  renderers.add(ABSENCE_OVER, drawOver);
  renderers.add(ABSENCE_UNCOVERED, drawUncovered);
}

async function drawTold(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const absence = await findAbsence(ctx, message.refs.absenceId ?? "");
  if (absence === null) {
    return undefined;
  }
  const [enteredBy] = await namesOf(ctx.db, [absence.enteredBy]);
  return toldView(ctx, { absence, mayEnd: await mayEnd(ctx, absence) }, enteredBy ?? ctx.t("words.product"));
}

async function drawBegun(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const absence = await findAbsence(ctx, message.refs.absenceId ?? "");
  if (absence === null || (absence.endedAt !== null && !message.editing)) {
    return undefined;
  }
  const work = await workloadOf(ctx, absence.personId);
  return begunView(ctx, { absence, mayEnd: await mayEnd(ctx, absence) }, work, SHOW_QUEUE);
}

async function drawOver(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const absence = await findAbsence(ctx, message.refs.absenceId ?? "");
  return absence === null ? undefined : overView(ctx, absence, await workloadOf(ctx, absence.personId));
}

/** What the absent person has open, and the reports that wait for the reader. */
async function workloadOf(ctx: Context, personId: string): Promise<Workload> {
  return {
    open: await ctx.db.inspection.count({
      where: { assigneeId: personId, state: { in: [...OPEN_INSPECTION_STATES] } },
    }),
    waiting: (await waitingFor(ctx.db, ctx.actor.personId, ctx.now)).length,
  };
}
