/** What is told of a zone that was asked for: to whoever decides, and what became of it to who asked and keeps the customer. */
import { maskName } from "../../domain/masking.ts";
import { ZONE_OVERRIDE_STATES, type ZoneOverrideState } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { line, type View } from "../../platform/view.ts";
import { findOverride } from "./case.ts";
import { ASKED_KIND, DECIDED_KIND } from "./ids.ts";
import { overridePiece } from "./pieces.ts";

export function addZoneRenderers(renderers: Renderers): void {
  renderers.add(ASKED_KIND, drawAsked);
  renderers.add(DECIDED_KIND, drawDecided);
}

async function drawAsked(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const row = await findOverride(ctx, message.refs.overrideId ?? "");
  if (row === null || (row.state !== "asked" && !message.editing)) return undefined;
  const title = ctx.t("zone.asked_title", { customer: maskName(row.borrower.name) });
  return { title, pieces: [line(title), await overridePiece(ctx, row)] };
}

async function drawDecided(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const row = await findOverride(ctx, message.refs.overrideId ?? "");
  if (row === null) return undefined;
  const state: ZoneOverrideState = oneOf(ZONE_OVERRIDE_STATES, row.state);
  const title = ctx.t(`zone.told.${state}`, { customer: maskName(row.borrower.name) });
  return { title, pieces: [line(title), await overridePiece(ctx, row)] };
}
