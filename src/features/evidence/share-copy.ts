/** Gives a reader our own copy of a file, for their eyes alone. Whether they may read it is the caller's question. */
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { shareFile } from "../../platform/slack/share-file.ts";
import type { Keeper } from "./keep-pending.ts";

export interface StoredFile {
  readonly id: string;
  readonly inspectionId: string;
  readonly name: string;
  readonly sha256: string;
}

/** Who looked at which file is recorded before the file leaves. `number` names what it belongs to, beside the file. */
export async function shareCopy(
  ctx: Context,
  { client, store }: Keeper,
  { id: evidenceId, inspectionId, name, sha256 }: StoredFile,
  to: { readonly slackUserId: string; readonly number: string },
): Promise<{ name: string }> {
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
  await shareFile(client, to.slackUserId, {
    name,
    bytes,
    comment: ctx.t("review.file_comment", { number: to.number }),
  });
  return { name };
}
