/** People who could not be tied to one Slack account are reported to the administrators, once for each change of the list. */
import { createHash } from "node:crypto";
import { isRefusal } from "../../domain/refusal.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { type DueMessage, REMINDER, type Renderers } from "../../platform/outbox/renderers.ts";
import { bold, heading, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { unmatchedPeople } from "./match.ts";
import { standingAt } from "./presence.ts";

const UNMATCHED = "people.unmatched";
const SHOWN = 15;

export function registerPeople(renderers: Renderers): void {
  renderers.add(UNMATCHED, drawUnmatched, REMINDER);
}

export async function tellUnmatched(ctx: Context): Promise<void> {
  const unmatched = await unmatchedPeople(ctx);
  if (isRefusal(unmatched) || unmatched.length === 0) {
    return;
  }
  const list = unmatched.map(({ personId, reason }) => `${personId} ${reason}`).join("\n");
  const digest = createHash("sha256").update(list).digest("hex").slice(0, 16);
  const grants = await ctx.db.roleGrant.findMany({
    where: { role: "administrator", ...standingAt(ctx.now) },
    select: { personId: true },
  });
  for (const personId of new Set(grants.map((grant) => grant.personId))) {
    await inTransaction(ctx, (tx) =>
      promise(tx, { key: `${UNMATCHED}:${personId}:${digest}`, kind: UNMATCHED, personId }),
    );
  }
}

/** Nothing for whoever may not see it; the message and the administrator's Home tab show the same. */
export async function unmatchedPieces(ctx: Context): Promise<Piece[]> {
  const unmatched = await unmatchedPeople(ctx);
  if (isRefusal(unmatched)) {
    return [];
  }
  const shown = unmatched.slice(0, SHOWN).map(
    ({ name, email, reason }): Piece => ({
      kind: "item",
      text: [bold(name), ` ${email}`],
      detail: [quiet(ctx.t(`people.unmatched.${reason}`))],
    }),
  );
  const more = unmatched.length - shown.length;
  return [
    heading(ctx.t("people.unmatched.title")),
    ...(unmatched.length === 0 ? [line(ctx.t("people.unmatched.none"))] : shown),
    ...(more > 0 ? [note(ctx.t("people.unmatched.more", { count: more }))] : []),
  ];
}

async function drawUnmatched(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const unmatched = await unmatchedPeople(ctx);
  if (isRefusal(unmatched) || (unmatched.length === 0 && !message.editing)) {
    return undefined;
  }
  return { title: ctx.t("people.unmatched.title"), pieces: await unmatchedPieces(ctx) };
}
