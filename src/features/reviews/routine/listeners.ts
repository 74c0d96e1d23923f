import type { Context } from "../../../platform/context.ts";
import type { Door } from "../../../platform/slack/door.ts";
import type { ModalView } from "../../../platform/slack/modal.ts";
import { bold, type Line } from "../../../platform/view.ts";
import { refusalSentence } from "../../../texts/index.ts";
import { readerOf } from "../../review-queue/index.ts";
import { APPROVE_ROUTINE, OPEN_ROUTINE } from "../ids.ts";
import { approveRoutine } from "./approve-routine.ts";
import { conclusionsOf } from "./conclusions.ts";
import { officerOf, ofOfficer } from "./of-officer.ts";
import { routineQueue } from "./routine-queue.ts";
import { AT_ONE_PRESS, routineModal } from "./routine-view.ts";

export function registerRoutine(door: Door): void {
  door.onOpen(OPEN_ROUTINE, "open_review", (ctx, click, reply) =>
    reply.openModal(() => shown(ctx, [], officerOf(click.value))),
  );
  door.onDecision(APPROVE_ROUTINE, "approve_report", async (ctx, click, reply) => {
    const { approved, refused } = await approveRoutine(ctx, click.value.split(","));
    const said: Line[] = [
      [bold(ctx.t("routine.approved", { count: approved }))],
      ...(refused.length === 0 ? [] : [[bold(ctx.t("batch.not_approved"))]]),
      ...refused.map((refusal) => refusalSentence(ctx.language, refusal)),
    ];
    await reply.updateModal(await shown(ctx, said));
  });
}

async function shown(ctx: Context, said: readonly Line[], officerId?: string): Promise<ModalView> {
  const queue = ofOfficer(await routineQueue(ctx), officerId);
  const ids = queue.clean.slice(0, AT_ONE_PRESS).map(({ reportId }) => reportId);
  return routineModal({ ...queue, conclusions: await conclusionsOf(ctx, ids) }, readerOf(ctx), said);
}
