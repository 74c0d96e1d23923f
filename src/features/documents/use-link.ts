/** The code of a link is tried, and a link is used: each in one transaction, however many try at once. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import type { DocumentDesk, KeptFile, UploadPurpose } from "./desk.ts";
import { type Link, MOST_WRONG_CODES } from "./link-state.ts";
import { aboutFor, hashOf } from "./make-link.ts";

/** Answers how many attempts are left after a wrong one; nothing where the code is right. */
export async function tryCode(
  ctx: Context,
  desk: DocumentDesk,
  link: Link,
  typed: { readonly token: string; readonly code: string },
): Promise<{ left: number } | Refusal | undefined> {
  return inTransaction(ctx, async (tx) => {
    const about = await aboutFor(tx, desk, link.kind, link.refs);
    if (isRefusal(about)) {
      return about;
    }
    const isRight = hashOf(`${typed.token}:${typed.code.replaceAll(/\s/gu, "")}`) === link.codeHash;
    // Right or wrong, the row is taken hold of: of many guesses at once only so many are looked at.
    const { count } = await tx.db.documentLink.updateMany({
      where: { id: link.id, usedAt: null, closedAt: null },
      data: { wrongCodes: { increment: isRight ? 0 : 1 } },
    });
    if (count === 0) {
      return refuse("documents.closed");
    }
    return isRight ? undefined : wrongCode(tx, link);
  });
}

async function wrongCode(tx: Context, { id, kind }: Link): Promise<{ left: number } | Refusal> {
  const { wrongCodes } = await tx.db.documentLink.findUniqueOrThrow({ where: { id } });
  const left = MOST_WRONG_CODES - wrongCodes;
  if (left <= 0) {
    await tx.db.documentLink.updateMany({ where: { id }, data: { closedAt: tx.parts.clocks.machineNow() } });
  }
  await linkNoted(tx, "document.code_wrong", id, { kind, left });
  return left <= 0 ? refuse("documents.closed") : { left };
}

/** The link is used first: of two who fetch at once, one gets the file. */
export async function useForDownload(ctx: Context, desk: DocumentDesk, link: Link): Promise<Refusal | undefined> {
  return inTransaction(ctx, async (tx) => {
    const about = await aboutFor(tx, desk, link.kind, link.refs);
    if (isRefusal(about)) {
      return about;
    }
    if (!(await used(tx, link.id))) {
      return refuse("documents.used");
    }
    await linkNoted(tx, "document.fetched", link.id, { kind: link.kind, refs: link.refs });
    return undefined;
  });
}

class UsedMeanwhile extends Error {}

/** The files are taken and the link is used together, or neither. */
export async function useForUpload(
  ctx: Context,
  desk: DocumentDesk,
  { purpose, link }: { readonly purpose: UploadPurpose; readonly link: Link },
  files: readonly KeptFile[],
): Promise<Refusal | undefined> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const about = await aboutFor(tx, desk, link.kind, link.refs);
      const refused = isRefusal(about) ? about : await purpose.take(tx, link.refs, files);
      if (refused !== undefined) {
        return refused;
      }
      if (!(await used(tx, link.id))) {
        throw new UsedMeanwhile();
      }
      const hashes = files.map(({ sha256 }) => sha256);
      await linkNoted(tx, "document.handed_in", link.id, { kind: link.kind, refs: link.refs, sha256: hashes });
      return undefined;
    });
  } catch (failure) {
    if (failure instanceof UsedMeanwhile) {
      return refuse("documents.used");
    }
    throw failure;
  }
}

async function used(tx: Context, id: string): Promise<boolean> {
  const { count } = await tx.db.documentLink.updateMany({
    where: { id, usedAt: null, closedAt: null },
    data: { usedAt: tx.parts.clocks.machineNow() },
  });
  return count === 1;
}

async function linkNoted(tx: Context, verb: string, id: string, after: Record<string, unknown>): Promise<void> {
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: "document_link", id },
    after,
  });
}
