/** What people are told about tiers; drawn from the facts of that moment. */
import { maskName } from "../../domain/masking.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage, Renderers } from "../../platform/outbox/renderers.ts";
import { line, type View } from "../../platform/view.ts";
import { suggestedPieces } from "./desk.ts";
import { TIER_ENDED, TIER_WAITS, TIERS_SUGGESTED } from "./ids.ts";
import { proposalPiece } from "./pieces.ts";
import { findProposal, handOf } from "./proposals.ts";

export function addClassificationRenderers(renderers: Renderers): void {
  renderers.add(TIERS_SUGGESTED, drawSuggested);
  renderers.add(TIER_WAITS, drawWaits);
  renderers.add(TIER_ENDED, drawEnded);
}

async function drawSuggested(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const pieces = await suggestedPieces(ctx);
  if (pieces.length === 0 && !message.editing) return undefined;
  const title = ctx.t("tier.suggested");
  return { title, pieces: pieces.length === 0 ? [line(ctx.t("tier.nothing"))] : [line(title), ...pieces] };
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
