/** The Home tab: the person's day, made afresh each time it is opened. */
import type { KnownBlock } from "@slack/types";
import { isRefusal } from "../../domain/refusal.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, divider, heading, line, type Piece } from "../../platform/view.ts";
import { deskOf, deskPieces, wordingOf } from "../morning/index.ts";
import { unmatchedPieces } from "../people/index.ts";
import { queuePieces, readerOf, waitingFor } from "../review-queue/index.ts";
import { unitPieces } from "./unit-state.ts";

const HOME_BLOCKS = 100;
const DESK_LINES = 12;

export function registerHome(door: Door): void {
  door.home = { verb: "see_own_desk", run: homeBlocks };
}

export async function homeBlocks(ctx: Context): Promise<KnownBlock[]> {
  const pieces: Piece[] = [
    line([bold(ctx.t("home.greeting", { name: ctx.actor.name }))]),
    ...(couldEver(ctx, "see_queue") ? await queuePart(ctx) : []),
    ...(await deskPart(ctx)),
    ...(await unitPieces(ctx)),
    ...(couldEver(ctx, "see_people_matching") ? await unmatchedPieces(ctx) : []),
  ];
  return toBlocks(pieces.length > 1 ? pieces : [...pieces, line(ctx.t("home.nothing"))], HOME_BLOCKS);
}

async function queuePart(ctx: Context): Promise<Piece[]> {
  const entries = await waitingFor(ctx.db, ctx.actor.personId, ctx.now);
  return [heading(ctx.t("home.queue")), ...queuePieces(entries, readerOf(ctx)), divider];
}

/** Whoever does no checks has a desk only for what climbed to them. */
async function deskPart(ctx: Context): Promise<Piece[]> {
  const desk = await deskOf(ctx, ctx.actor.personId);
  const hasDesk = !isRefusal(desk) && (couldEver(ctx, "start_check") || desk.items.length > 0);
  return hasDesk ? deskPieces(wordingOf(ctx), desk, DESK_LINES) : [];
}
