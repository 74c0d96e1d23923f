/** Lets whoever reads the customer in full look at what was handed in: our own copies, for them alone. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { shareFile } from "../../platform/slack/share-file.ts";
import { line, type Piece, type View } from "../../platform/view.ts";
import { goesByLink, offerDownload } from "../documents/index.ts";
import type { Keeper } from "../evidence/index.ts";
import { COPY_FILE, DOCUMENT_SUBJECT } from "./ids.ts";
import { customerOfFile, mayNotRead } from "./kept.ts";

export function registerCopyDownloads(keeper: Keeper): void {
  keeper.documents.onDownload(COPY_FILE, {
    verb: "see_account",
    about: async (ctx, { copy = "" }) => {
      const found = await copyFor(ctx, copy);
      const customer = isRefusal(found) ? found : await customerOfFile(ctx, found.borrowerId);
      return isRefusal(customer) ? customer : { subject: customer.subject, title: customer.number };
    },
    fetch: async (ctx, { copy = "" }) => {
      const found = await copyFor(ctx, copy);
      return isRefusal(found) ? found : readCopy(ctx, keeper, found);
    },
  });
}

/** Answers what to tell the reader: what was sent, or the links with which they fetch it. */
export async function showCopies(
  ctx: Context,
  keeper: Keeper,
  documentId: string,
  slackUserId: string,
): Promise<View | Refusal> {
  const copies = await ctx.db.filedCopy.findMany({
    where: { documentId, state: "stored" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const pieces: Piece[] = [];
  for (const { id } of copies) {
    const copy = await copyFor(ctx, id);
    const shown = isRefusal(copy) ? copy : await showOne(ctx, keeper, copy, slackUserId);
    if (isRefusal(shown)) return shown;
    pieces.push(...shown);
  }
  return pieces.length === 0 ? refuse("file.not_here") : { title: ctx.t("words.product"), pieces };
}

async function showOne(
  ctx: Context,
  keeper: Keeper,
  copy: StoredCopy,
  slackUserId: string,
): Promise<readonly Piece[] | Refusal> {
  if (goesByLink(ctx)) {
    const wanted = { kind: COPY_FILE, refs: { copy: copy.id }, name: copy.name };
    const offered = await offerDownload(ctx, keeper.documents, wanted);
    return isRefusal(offered) ? offered : offered.pieces;
  }
  const { name, bytes } = await readCopy(ctx, keeper, copy);
  await shareFile(keeper.client, slackUserId, { name, bytes, comment: ctx.t("document.heading") });
  return [line(ctx.t("review.file_sent", { name }))];
}

interface StoredCopy {
  readonly id: string;
  readonly borrowerId: string;
  readonly documentId: string | null;
  readonly name: string;
  readonly sha256: string;
}

async function copyFor(ctx: Context, id: string): Promise<StoredCopy | Refusal> {
  const copy = await ctx.db.filedCopy.findUnique({ where: { id } });
  if (copy?.sha256 == null || copy.documentId === null) return refuse("file.not_here");
  return (await mayNotRead(ctx, copy.borrowerId)) ?? { ...copy, sha256: copy.sha256 };
}

/** Who looked at which file is recorded before the file leaves. */
async function readCopy(ctx: Context, { store }: Pick<Keeper, "store">, { id, documentId, name, sha256 }: StoredCopy) {
  const bytes = await store.get(sha256);
  await inTransaction(ctx, async (tx) => {
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "document.shown",
      subject: { kind: DOCUMENT_SUBJECT, id: documentId ?? "" },
      after: { copy: id, sha256 },
    });
  });
  return { name, bytes };
}
