/** Stores the files that were named in a check: fetched, hashed, kept under data/evidence. Done again until it works. */
import type { WebClient } from "@slack/web-api";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import { seenIn } from "../../platform/pictures/seen.ts";
import type { DownloadedFile } from "../../platform/slack/download.ts";
import type { DocumentDesk } from "../documents/index.ts";
import { fetchFile } from "./fetch-file.ts";
import type { FileFailure } from "./file-state.ts";

const AT_ONCE = 20;

export interface Keeper {
  readonly client: WebClient;
  readonly store: EvidenceStore;
  /** Where files come and go that the policy does not let through Slack. */
  readonly documents: DocumentDesk;
}

type Fetcher = Pick<Keeper, "client" | "store">;

/** Answers how many are stored now, how many still are not, and how many never will be. */
export async function keepPending(
  ctx: Context,
  keeper: Fetcher,
  only: { readonly draftId?: string; readonly id?: string } = {},
): Promise<{ kept: number; left: number; failed: number }> {
  const pending = await ctx.db.evidence.findMany({
    where: { state: "pending", removedAt: null, ...only },
    // Those that failed before let the others pass.
    orderBy: [{ failure: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: AT_ONCE,
  });
  const counts = { kept: 0, left: 0, failed: 0 };
  for (const file of pending) {
    counts[await keepOne(ctx, keeper, file)] += 1;
  }
  return counts;
}

type Pending = Awaited<ReturnType<Context["db"]["evidence"]["findMany"]>>[number];

async function keepOne(ctx: Context, keeper: Fetcher, file: Pending): Promise<"kept" | "left" | "failed"> {
  const fetched = await fetchFile(ctx, keeper, file);
  if ("came" in fetched) {
    await stored(ctx, file, fetched.came, fetched.sha256);
    return "kept";
  }
  if ("never" in fetched) {
    await failed(ctx, file, fetched.never);
    return "failed";
  }
  await ctx.db.evidence.updateMany({ where: { id: file.id, state: "pending" }, data: { failure: fetched.later } });
  return "left";
}

/** Two that fetch the same file at once store it once: the second finds it no longer pending. */
async function stored(ctx: Context, file: Pending, downloaded: DownloadedFile, sha256: string): Promise<void> {
  const { name, mimetype, bytes } = downloaded;
  const seen = await seenIn(downloaded);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.evidence.updateMany({
      where: { id: file.id, state: "pending" },
      data: { name, mimetype, sizeBytes: bytes.length, sha256, ...seen, state: "stored", failure: null },
    });
    if (count > 0) {
      await noted(tx, file, "evidence.stored", { sha256, sizeBytes: bytes.length });
    }
  });
}

/** It is no answer any more, so that the check asks for it again instead of waiting for ever. */
async function failed(ctx: Context, file: Pending, reason: FileFailure): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.evidence.updateMany({
      where: { id: file.id, state: "pending" },
      data: { state: "failed", failure: reason },
    });
    if (count > 0) {
      await takeFromAnswer(tx, file);
      await noted(tx, file, "evidence.failed", { reason });
    }
  });
}

async function takeFromAnswer(tx: Context, { id, draftId, answerKey }: Pending): Promise<void> {
  const where = { draftId: draftId ?? "", key: answerKey };
  const answer = await tx.db.draftAnswer.findUnique({ where: { draftId_key: where } });
  const files: unknown = answer === null ? [] : JSON.parse(answer.raw);
  if (Array.isArray(files) && files.includes(id)) {
    const raw = JSON.stringify(files.filter((one) => one !== id));
    await tx.db.draftAnswer.update({ where: { draftId_key: where }, data: { raw } });
  }
}

function noted(tx: Context, file: Pending, verb: string, what: Record<string, string | number>): Promise<unknown> {
  return record(tx.db, {
    at: tx.now.toJSDate(),
    actorId: file.uploadedById,
    verb,
    subject: { kind: "inspection", id: file.inspectionId },
    after: { evidenceId: file.id, answerKey: file.answerKey, ...what },
  });
}
