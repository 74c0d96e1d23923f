/** What a message says now, from the facts of this moment. */

import { type RenderedMessage, renderMessage, renderPlainer } from "../slack/render.ts";
import type { ClaimedRow } from "../storage/index.ts";
import type { FileBelow } from "../view.ts";
import type { Delivery } from "./delivery.ts";
import { FILE_BELOW } from "./file-below.ts";
import { dueMessage } from "./renderers.ts";

export type Drawn =
  /** `plainer` where Slack may refuse blocks of it that are new. */
  | {
      readonly kind: "message";
      readonly message: RenderedMessage;
      readonly plainer: RenderedMessage | undefined;
      /** A file is to stand below it. */
      readonly hasFile: boolean;
    }
  | { readonly kind: "file"; readonly file: FileBelow }
  /** There is nothing to say any more. */
  | { readonly kind: "nothing" }
  | { readonly kind: "no_account" }
  /** Our own mistake: logged here, tried again later, and no reason to hold up the others. */
  | { readonly kind: "failed" };

export async function draw(delivery: Delivery, row: ClaimedRow, editing: boolean): Promise<Drawn> {
  try {
    return await drawNow(delivery, row, editing);
  } catch (failure) {
    delivery.parts.log.error({ failure, message: row.id, kind: row.kind }, "a message could not be drawn");
    return { kind: "failed" };
  }
}

async function drawNow(delivery: Delivery, row: ClaimedRow, editing: boolean): Promise<Drawn> {
  const renderer = delivery.renderers.of(row.kind);
  if (renderer === undefined || row.personId === null) {
    delivery.parts.log.warn({ message: row.id, kind: row.kind }, "nobody draws messages of this kind");
    return { kind: "nothing" };
  }
  const ctx = await delivery.contextOf(row.personId);
  if (ctx === undefined) {
    return { kind: "no_account" };
  }
  const view = await renderer(ctx, dueMessage(row, row.personId, editing));
  if (row.kind === FILE_BELOW) {
    const file = await view?.file?.();
    return file === undefined ? { kind: "nothing" } : { kind: "file", file };
  }
  return view === undefined
    ? { kind: "nothing" }
    : {
        kind: "message",
        message: renderMessage(view),
        plainer: renderPlainer(view),
        hasFile: view.file !== undefined,
      };
}

/** How often a message that could not be drawn is tried: its mark carries the count, since waiting is no mistake of ours. */
const UNDRAWN = "cannot_be_drawn";
const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 5_000;

/** The mark to keep, and how long to wait; nothing to wait for when it was tried often enough. */
export function undrawn(mark: string | null): { mark: string; waitMs: number | undefined } {
  const tries = mark?.startsWith(`${UNDRAWN} `) ? Number(mark.slice(UNDRAWN.length + 1)) + 1 : 1;
  return tries >= MOST_TRIES
    ? { mark: UNDRAWN, waitMs: undefined }
    : { mark: `${UNDRAWN} ${tries}`, waitMs: FIRST_PAUSE_MS * 2 ** (tries - 1) };
}
