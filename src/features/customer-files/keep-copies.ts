/** A job: fetches the files that were handed in through Slack, until our own copy of each is here or never will be. */
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { fetchFile, type Keeper } from "../evidence/index.ts";
import { DOCUMENT_SUBJECT } from "./ids.ts";

const AT_ONCE = 20;

export async function keepCopies(ctx: Context, keeper: Pick<Keeper, "client" | "store">): Promise<void> {
  const pending = await ctx.db.filedCopy.findMany({
    where: { state: "pending" },
    // Those that failed before let the others pass.
    orderBy: [{ failure: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    take: AT_ONCE,
  });
  for (const copy of pending) await keepOne(ctx, keeper, copy);
}

type Copy = Awaited<ReturnType<Context["db"]["filedCopy"]["findMany"]>>[number];

async function keepOne(ctx: Context, keeper: Pick<Keeper, "client" | "store">, copy: Copy): Promise<void> {
  const fetched = await fetchFile(ctx, keeper, copy);
  const { id } = copy;
  if ("later" in fetched) {
    await ctx.db.filedCopy.updateMany({ where: { id, state: "pending" }, data: { failure: fetched.later } });
    return;
  }
  if ("never" in fetched) {
    const { never: reason } = fetched;
    return settle(ctx, copy, { state: "failed", failure: reason }, { verb: "document.copy_failed", after: { reason } });
  }
  const { came, sha256 } = fetched;
  const { name, mimetype, bytes } = came;
  const stored = { name, mimetype, sizeBytes: bytes.length, sha256, state: "stored", failure: null };
  const after = { sha256, sizeBytes: bytes.length };
  return settle(ctx, copy, stored, { verb: "document.copy_stored", after });
}

/** Two that fetch the same file at once settle it once: the second finds it no longer pending. */
async function settle(
  ctx: Context,
  { id, documentId, uploadedById }: Copy,
  data: Parameters<Context["db"]["filedCopy"]["updateMany"]>[0]["data"],
  { verb, after }: { readonly verb: string; readonly after: Readonly<Record<string, string | number>> },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.filedCopy.updateMany({ where: { id, state: "pending" }, data });
    if (count === 0) return;
    const subject = { kind: DOCUMENT_SUBJECT, id: documentId ?? "" };
    await record(tx.db, { at: tx.now, actorId: uploadedById, verb, subject, after: { copy: id, ...after } });
  });
}
