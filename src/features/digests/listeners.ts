/** Buttons of a digest: the digest below or above it, and what a figure counts. */
import type { z } from "zod";
import { isRefusal, type Refusal, type refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { Click } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { line, type Piece } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { type DocumentDesk, handOut } from "../documents/index.ts";
import { fileWanted } from "./as-file.ts";
import { placeAsked } from "./asked.ts";
import { type Digest, digestAt } from "./digest.ts";
import { digestView } from "./digest-view.ts";
import {
  HAND_OUT_DIGEST,
  OPEN_DIGEST,
  OPEN_KEEP,
  OPEN_LIST,
  OPEN_MECHANISMS,
  OPEN_SEGMENT,
  OPEN_SEGMENTS,
  OPEN_WORTH,
  OPEN_YIELD,
} from "./ids.ts";
import { keepAt } from "./keep/keep.ts";
import { keepPieces } from "./keep/keep-view.ts";
import { listPieces } from "./list-view.ts";
import { listAt } from "./lists/index.ts";
import { mechanismPieces, mechanismsAt } from "./mechanisms.ts";
import { digestFile, digestPlace, keepPlace, listPlace, segmentPlace, segmentsPlace } from "./place.ts";
import { segmentAt, segmentsAt } from "./segments.ts";
import { segmentPieces, segmentsPieces } from "./segments-view.ts";
import { worthAt } from "./worth/worth.ts";
import { worthPieces } from "./worth/worth-view.ts";
import { yieldAt } from "./yield/yield.ts";
import { yieldPieces } from "./yield/yield-view.ts";

const MODAL_BLOCKS = 100;

/** What a button's place leads to, and how it is shown. */
interface Opened<P, Found> {
  readonly place: z.ZodType<P>;
  readonly at: (ctx: Context, place: P) => Promise<Found | Refusal>;
  readonly pieces: (ctx: Context, found: Found) => readonly Piece[];
}

export function registerDigestListeners(door: Door, documents: DocumentDesk): void {
  const digestPieces = (ctx: Context, digest: Digest) => digestView({ ...ctx, shows: "modal" }, digest).pieces;
  door.onOpen(OPEN_DIGEST, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: digestPlace, at: digestAt, pieces: digestPieces }),
  );
  door.onOpen(OPEN_LIST, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: listPlace, at: listAt, pieces: listPieces }),
  );
  door.onOpen(OPEN_SEGMENTS, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: segmentsPlace, at: segmentsAt, pieces: segmentsPieces }),
  );
  door.onOpen(OPEN_SEGMENT, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: segmentPlace, at: segmentAt, pieces: segmentPieces }),
  );
  door.onOpen(OPEN_MECHANISMS, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: digestPlace, at: mechanismsAt, pieces: mechanismPieces }),
  );
  door.onOpen(OPEN_YIELD, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: digestPlace, at: yieldAt, pieces: yieldPieces }),
  );
  door.onOpen(OPEN_WORTH, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: digestPlace, at: worthAt, pieces: worthPieces }),
  );
  door.onOpen(OPEN_KEEP, "see_digest", (ctx, click, reply) =>
    opens(ctx, click, reply, { place: keepPlace, at: keepAt, pieces: keepPieces }),
  );
  door.onOpen(HAND_OUT_DIGEST, "see_digest", async (ctx, click, reply) => {
    const { as, ...place } = read(digestFile, click.value);
    const asked = await placeAsked(ctx, place);
    const left = isRefusal(asked) ? asked : await handOut(ctx, documents, fileWanted(ctx, asked, as), reply);
    const pieces = isRefusal(left) ? refused(ctx, left) : (left?.pieces ?? [line(ctx.t("digest.file_sent"))]);
    await reply.tell({ title: ctx.t("digest.modal"), pieces });
  });
}

function opens<P, Found>(ctx: Context, click: Click, reply: Reply, { place, at, pieces }: Opened<P, Found>) {
  return inPlace(ctx, click, reply, async () => {
    const found = await at(ctx, read(place, click.value));
    return isRefusal(found) ? refused(ctx, found) : pieces(ctx, found);
  });
}

/** A modal of its own where the button stood in a message, else in its place. */
async function inPlace(
  ctx: Context,
  click: Click,
  reply: Reply,
  build: () => Promise<readonly Piece[]>,
): Promise<void> {
  const modal = async (): Promise<ModalView> => ({
    callbackId: OPEN_DIGEST,
    title: ctx.t("digest.modal"),
    close: ctx.t("words.close"),
    blocks: toBlocks(await build(), MODAL_BLOCKS),
  });
  await ((click.view?.callbackId ?? "") === "" ? reply.openModal(modal) : reply.updateModal(await modal()));
}

const read = <T>(schema: z.ZodType<T>, value: string): T => schema.parse(JSON.parse(value));

const refused = (ctx: Context, refusal: ReturnType<typeof refuse>): Piece[] => [
  line(spokenRefusal(ctx.language, refusal)),
];
