/** What a keeper is told: the bulletin, and which of their customers it is about. */
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { bold, line, note, quiet, type View } from "../../platform/view.ts";
import { namesById } from "../people/index.ts";
import { BULLETIN_TOLD } from "./ids.ts";
import { footOf, headOf } from "./pieces.ts";
import { customersReached } from "./reached.ts";

const NAMED = 10;

export function addBulletinRenderers(renderers: Renderers): void {
  renderers.add(BULLETIN_TOLD, drawTold);
}

async function drawTold(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const row = await ctx.db.industryBulletin.findUnique({ where: { id: message.refs.bulletinId ?? "" } });
  if (row === null || (row.withdrawnAt !== null && !message.editing)) {
    return undefined;
  }
  const names = await namesById(ctx.db, [row.writtenById, row.withdrawnById ?? ""]);
  const bulletin = { ...row, writtenBy: names.get(row.writtenById) ?? "" };
  const title = ctx.t("bulletin.told", { industry: row.industry, title: row.title });
  if (row.withdrawnAt !== null) {
    return {
      title,
      pieces: [line(title), note(ctx.t("bulletin.withdrawn", { name: names.get(row.withdrawnById ?? "") ?? "" }))],
    };
  }
  const customers = await customersReached(ctx, row, [ctx.actor.personId, ...ctx.actor.standsInFor]);
  const listed = customers.slice(0, NAMED).map(({ name, number }) => `${name} (${number})`);
  const more = customers.length - listed.length;
  return {
    title,
    pieces: [
      line([bold(headOf(bulletin, ctx))]),
      line(row.text),
      line(ctx.t("bulletin.customers", { count: customers.length, names: listed.join(" · ") })),
      ...(more > 0 ? [note(ctx.t("desk.more", { count: more }))] : []),
      note([quiet(`${footOf(bulletin, ctx)} · ${ctx.t("bulletin.in_checks")}`)]),
    ],
  };
}
