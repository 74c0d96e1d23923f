/** Makes a link that works once, for the person who asked. The one before it, for the same thing, ends. */
import { createHash, randomBytes, randomInt } from "node:crypto";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { canonicalText } from "../../platform/audit/canonical.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { addressOf } from "../../platform/pages/serve-pages.ts";
import { type About, type DocumentDesk, type FreshLink, LINK_MINUTES, type Refs } from "./desk.ts";

const CODES = 1_000_000;

export interface LinkWanted {
  readonly kind: string;
  readonly refs: Refs;
  /** The modal to be drawn again when files have arrived. */
  readonly viewId?: string | undefined;
}

export async function makeLink(ctx: Context, desk: DocumentDesk, wanted: LinkWanted): Promise<FreshLink | Refusal> {
  const { address } = ctx.parts.pages;
  if (address === undefined) {
    return refuse("documents.no_address");
  }
  const token = randomBytes(32).toString("base64url");
  const code = String(randomInt(CODES)).padStart(6, "0");
  const madeAt = ctx.parts.clocks.machineNow();
  const until = new Date(madeAt.getTime() + LINK_MINUTES * 60_000);
  const made = await inTransaction(ctx, async (tx) => {
    const about = await aboutFor(tx, desk, wanted.kind, wanted.refs);
    if (isRefusal(about)) {
      return about;
    }
    const refs = canonicalText(wanted.refs);
    const same = { kind: wanted.kind, refs, personId: tx.actor.personId };
    await tx.db.documentLink.updateMany({
      where: { ...same, usedAt: null, closedAt: null },
      data: { closedAt: madeAt },
    });
    const id = newId();
    await tx.db.documentLink.create({
      data: {
        id,
        ...same,
        tokenHash: hashOf(token),
        codeHash: hashOf(`${token}:${code}`),
        viewId: wanted.viewId ?? null,
        madeAt,
        expiresAt: until,
      },
    });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "document.link_made",
      subject: { kind: "document_link", id },
      after: { kind: wanted.kind, refs: wanted.refs },
    });
    return undefined;
  });
  return made ?? { url: addressOf(address, token), code };
}

/** What a link is about, for whoever may; asked when it is made, when its page is opened and when it is used. */
export async function aboutFor(ctx: Context, desk: DocumentDesk, kind: string, refs: Refs): Promise<About | Refusal> {
  const purpose = desk.purposeOf(kind);
  const about = (await purpose?.about(ctx, refs)) ?? refuse("out_of_date");
  if (purpose === undefined || isRefusal(about)) {
    return about;
  }
  return authorize(ctx, purpose.verb, about.subject) ?? about;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
