/**
 * A form that goes on while a link asked for in it waits. What a link is for does not change, so the form gets a fresh one for what it
 * is by now; the older one takes its files all the same, and they are shown in the form as the newest link knows it.
 */
import { isRefusal } from "../../domain/refusal.ts";
import { canonicalText } from "../../platform/audit/canonical.ts";
import type { Context } from "../../platform/context.ts";
import type { DocumentDesk, FreshLink, Refs } from "./desk.ts";
import { refsOf } from "./link-state.ts";
import { type LinkWanted, makeLink } from "./make-link.ts";

/** Links of one kind that one person has asked for lately. */
const LATELY = 20;

/** Nothing where no link for `before` waits. */
export async function freshInstead(
  ctx: Context,
  desk: DocumentDesk,
  before: Refs,
  wanted: LinkWanted,
): Promise<FreshLink | undefined> {
  const { kind } = wanted;
  const open = { kind, refs: canonicalText(before), personId: ctx.actor.personId, usedAt: null, closedAt: null };
  const expiresAt = { gt: ctx.parts.clocks.machineNow() };
  const waits = await ctx.db.documentLink.findFirst({ where: { ...open, expiresAt }, select: { id: true } });
  const link = waits === null ? undefined : await makeLink(ctx, desk, wanted);
  return link === undefined || isRefusal(link) ? undefined : link;
}

/** What the person's newest link is for among those that `same` takes for the same form's. */
export async function newestRefs(ctx: Context, kind: string, same: (refs: Refs) => boolean): Promise<Refs | undefined> {
  const rows = await ctx.db.documentLink.findMany({
    where: { kind, personId: ctx.actor.personId },
    orderBy: { id: "desc" },
    take: LATELY,
    select: { refs: true },
  });
  return rows.map(({ refs }) => refsOf(refs)).find(same);
}
