/** Gives a reader our own copy of a file, for their eyes alone. Whether they may read it is the caller's question. */
import type { Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { shareFile } from "../../platform/slack/share-file.ts";
import { line, type View } from "../../platform/view.ts";
import { goesByLink, offerDownload } from "../documents/index.ts";
import type { Keeper } from "./keep-pending.ts";

export interface StoredFile {
  readonly id: string;
  readonly inspectionId: string;
  readonly name: string;
  readonly sha256: string;
}

export interface Reader {
  readonly slackUserId: string;
  /** What the file belongs to, named beside it. */
  readonly number: string;
  /** Whose page it is fetched from, where files do not go through Slack. */
  readonly kind: string;
}

/** Answers what to tell the reader: that it was sent, or the link with which they fetch it. */
export async function shareCopy(ctx: Context, keeper: Keeper, file: StoredFile, to: Reader): Promise<View | Refusal> {
  if (goesByLink(ctx)) {
    const wanted = { kind: to.kind, refs: { evidence: file.id }, name: file.name };
    return offerDownload(ctx, keeper.documents, wanted);
  }
  const { name, bytes } = await readCopy(ctx, keeper, file);
  await shareFile(keeper.client, to.slackUserId, {
    name,
    bytes,
    comment: ctx.t("review.file_comment", { number: to.number }),
  });
  return { title: ctx.t("words.product"), pieces: [line(ctx.t("review.file_sent", { name }))] };
}

/** Who looked at which file is recorded before the file leaves. */
export async function readCopy(
  ctx: Context,
  { store }: Pick<Keeper, "store">,
  { id: evidenceId, inspectionId, name, sha256 }: StoredFile,
): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await store.get(sha256);
  await inTransaction(ctx, async (tx) => {
    await record(tx.db, {
      at: tx.now.toJSDate(),
      actorId: tx.actor.personId,
      verb: "evidence.shown",
      subject: { kind: "inspection", id: inspectionId },
      after: { evidenceId, sha256 },
    });
  });
  return { name, bytes };
}
