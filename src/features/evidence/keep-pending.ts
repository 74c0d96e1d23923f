/** Stores the files that were named in a check: fetched, hashed, kept under data/evidence. Done again until it works. */
import type { WebClient } from "@slack/web-api";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import { downloadFile } from "../../platform/slack/download.ts";

const AT_ONCE = 20;

export interface Keeper {
  readonly client: WebClient;
  readonly store: EvidenceStore;
}

/** Answers how many are stored now and how many still are not. */
export async function keepPending(
  ctx: Context,
  keeper: Keeper,
  draftId?: string,
): Promise<{ kept: number; left: number }> {
  const pending = await ctx.db.evidence.findMany({
    where: { state: "pending", removedAt: null, ...(draftId === undefined ? {} : { draftId }) },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  let kept = 0;
  for (const file of pending) {
    kept += (await keepOne(ctx, keeper, file)) ? 1 : 0;
  }
  return { kept, left: pending.length - kept };
}

type Pending = Awaited<ReturnType<Context["db"]["evidence"]["findMany"]>>[number];

async function keepOne(ctx: Context, keeper: Keeper, file: Pending): Promise<boolean> {
  try {
    const { name, mimetype, bytes } = await downloadFile(keeper.client, file.slackFileId ?? "");
    const sha256 = await keeper.store.put(bytes);
    await inTransaction(ctx, async (tx) => {
      await tx.db.evidence.update({
        where: { id: file.id },
        data: { name, mimetype, sizeBytes: bytes.length, sha256, state: "stored", failure: null },
      });
      await record(tx.db, {
        at: tx.now.toJSDate(),
        actorId: file.uploadedById,
        verb: "evidence.stored",
        subject: { kind: "inspection", id: file.inspectionId },
        after: { evidenceId: file.id, answerKey: file.answerKey, sha256, sizeBytes: bytes.length },
      });
    });
    return true;
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message.slice(0, 200) : "unknown";
    await ctx.db.evidence.update({ where: { id: file.id }, data: { failure: reason } });
    return false;
  }
}
