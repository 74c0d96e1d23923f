/** What a manager is told of limits that have been passed. */
import { z } from "zod";
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { line, note, type View } from "../../platform/view.ts";
import { LIMITS_PASSED } from "./ids.ts";
import { limitsOfUnits } from "./list.ts";
import { limitItem } from "./pieces.ts";

const named = z.array(z.string());

export function addLimitRenderers(renderers: Renderers): void {
  renderers.add(LIMITS_PASSED, drawPassed);
}

async function drawPassed(ctx: Context, { refs }: DueMessage): Promise<View | undefined> {
  const list = await limitsOfUnits(ctx, named.parse(JSON.parse(refs.ids ?? "[]")));
  if (isRefusal(list) || list.limits.length === 0) return undefined;
  const title = ctx.t("limit.told", { count: Number(refs.count ?? list.limits.length) });
  return {
    title,
    pieces: [
      line(title),
      ...list.limits.map((one) => limitItem(one, ctx, ctx.actor.timeZone)),
      note(ctx.t("limit.hint")),
    ],
  };
}
