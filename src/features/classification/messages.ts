/** What people are told about tiers; drawn from the facts of that moment. */

import { quarterEnd } from "../../domain/classification/index.ts";
import { maskName } from "../../domain/masking.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { line, note, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { quarterNow } from "./by-list.ts";
import { listPieces, quarterPieces, suggestedPieces } from "./desk.ts";
import { LIST_WAITS, QUARTER_TOLD, TIER_ENDED, TIER_WAITS, TIERS_SUGGESTED } from "./ids.ts";
import { proposalPiece } from "./pieces.ts";
import { findProposal, handOf } from "./proposals.ts";

export function addClassificationRenderers(renderers: Renderers): void {
  renderers.add(TIERS_SUGGESTED, drawSuggested);
  renderers.add(QUARTER_TOLD, drawQuarter);
  renderers.add(LIST_WAITS, drawList);
  renderers.add(TIER_WAITS, drawWaits);
  renderers.add(TIER_ENDED, drawEnded);
}

async function drawSuggested(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const pieces = await suggestedPieces(ctx);
  if (pieces.length === 0 && !message.editing) return undefined;
  const title = ctx.t("tier.suggested");
  return { title, pieces: pieces.length === 0 ? [line(ctx.t("tier.nothing"))] : [line(title), ...pieces] };
}

/** What is still to be confirmed, and what was confirmed meanwhile; nothing more once the quarter is over. */
async function drawQuarter(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const quarter = message.refs.quarter ?? "";
  if (quarter !== quarterNow(ctx) && !message.editing) return undefined;
  const pieces = quarter === quarterNow(ctx) ? await quarterPieces(ctx) : [];
  if (pieces.length === 0 && !message.editing) return undefined;
  const title = ctx.t("tier.quarter.told", { quarter });
  const ends = quarterEnd(localDate(ctx.now, ctx.actor.timeZone));
  const intro = note(ctx.t("tier.quarter.intro", { date: dateText(ctx.language, ends) }));
  return {
    title,
    pieces: [line(title), ...(pieces.length === 0 ? [line(ctx.t("tier.nothing"))] : [intro, ...pieces])],
  };
}

async function drawList(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const hand = message.refs.hand === "approve" ? "approve" : "recognise";
  const pieces = await listPieces(ctx, hand);
  if (pieces.length === 0 && !message.editing) return undefined;
  const title = ctx.t(`tier.list_waits.${hand}`);
  return { title, pieces: [line(title), ...(pieces.length === 0 ? [line(ctx.t("tier.nothing"))] : pieces)] };
}

async function drawWaits(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const row = await findProposal(ctx, message.refs.proposalId ?? "");
  if (row === null || (handOf(row) !== message.refs.hand && !message.editing)) return undefined;
  const title = ctx.t(message.refs.hand === "approve" ? "tier.asked.approve" : "tier.asked.recognise", {
    customer: maskName(row.loan.borrower.name),
  });
  return { title, pieces: [line(title), await proposalPiece(ctx, row)] };
}

async function drawEnded(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const row = await findProposal(ctx, message.refs.proposalId ?? "");
  if (row === null) return undefined;
  const said = { customer: maskName(row.loan.borrower.name) };
  const title = ctx.t(row.state === "approved" ? "tier.ended.approved" : "tier.ended.declined", said);
  return { title, pieces: [line(title), await proposalPiece(ctx, row)] };
}
