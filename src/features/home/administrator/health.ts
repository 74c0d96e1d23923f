/** Whether the desk does its work: messages, the watchdog, duties that failed; and messages that were given up, with what may be done. */
import { isRefusal } from "../../../domain/refusal.ts";
import { type Context, couldEver } from "../../../platform/context.ts";
import { bold, heading, line, type Piece } from "../../../platform/view.ts";
import { deliveryPieces, loadState } from "../../delivery/index.ts";
import { examineButton } from "../../doctor/index.ts";
import { openFindings } from "../../watchdog/index.ts";

/** Duties of the last day. */
const HOURS = 24;

export async function healthPieces(ctx: Context): Promise<Piece[]> {
  const state = await loadState(ctx);
  if (isRefusal(state)) {
    return [];
  }
  const { t } = ctx;
  const findings = await openFindings(ctx);
  const failed = await failedDuties(ctx);
  return [
    heading(t("home.health")),
    line([bold(t(`delivery.health.${state.health}`))]),
    line(findings === 0 ? t("home.health.watched") : t("home.health.findings", { count: findings })),
    ...(failed.length === 0 ? [] : [line(t("home.health.duties", { names: failed.join(", ") }))]),
    ...deliveryPieces(t, state, couldEver(ctx, "steer_delivery")),
    { kind: "item", text: t("home.health.doctor"), buttons: examineButton(ctx) },
  ];
}

async function failedDuties(ctx: Context): Promise<string[]> {
  const runs = await ctx.db.dutyRun.findMany({
    where: { failure: { not: null }, startedAt: { gte: ctx.now.minus({ hours: HOURS }).toJSDate() } },
    distinct: ["duty"],
    select: { duty: true },
  });
  return runs.map(({ duty }) => duty).sort();
}
