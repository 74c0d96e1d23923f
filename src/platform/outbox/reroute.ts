/**
 * A message that cannot reach its person goes where somebody reads it: to their other Slack account, else to whoever stands in
 * for them or manages them, with a note whose message it was.
 */
import { isTextKey, type TextKey } from "../../texts/index.ts";
import { record } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { OutboxRow } from "../storage/index.ts";
import { divider, note, type Piece, type View } from "../view.ts";
import type { Delivery } from "./delivery.ts";
import { promise } from "./promise.ts";
import { type DueMessage, dueMessage, type Renderers } from "./renderers.ts";

export const REROUTED = "delivery.rerouted";
export const MESSAGE = "message";
/** The Slack account is gone, whoever is asked; the person may have another. */
const ACCOUNT_GONE = ["user_not_found", "user_disabled", "account_inactive", "cannot_dm_bot"];
const CHANNEL_GONE = "channel_not_found";
const OPENED_ANEW = "channel_opened_anew";
/** Ours to mend; another reader would not get it either. And what may have arrived is not told a third person. */
const STAYS = ["cannot_be_drawn", "may_have_arrived"];

/** Whether the same person can be tried another way: what to do then stands in the answer. */
export async function otherWay(tx: Context, row: OutboxRow, why: string): Promise<{ failure: string } | undefined> {
  if (why === CHANNEL_GONE && row.failure !== OPENED_ANEW) {
    const { count } = await tx.db.slackAccount.updateMany({
      where: { personId: row.personId ?? "", endedAt: null, channelId: { not: null } },
      data: { channelId: null },
    });
    return count > 0 ? { failure: OPENED_ANEW } : undefined;
  }
  return ACCOUNT_GONE.includes(why) && (await endAccount(tx, row.personId ?? "", why)) ? { failure: why } : undefined;
}

/** Ends the account that was tried, where the person has another one. */
async function endAccount(tx: Context, personId: string, why: string): Promise<boolean> {
  const accounts = await tx.db.slackAccount.findMany({
    where: { personId, endedAt: null },
    orderBy: { matchedAt: "desc" },
  });
  const [tried, other] = accounts;
  if (tried === undefined || other === undefined) {
    return false;
  }
  await tx.db.slackAccount.update({ where: { id: tried.id }, data: { endedAt: tx.now.toJSDate() } });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "delivery.account_ended",
    subject: { kind: "slack_account", id: tried.id },
    after: { why, userId: tried.userId },
  });
  return true;
}

/** To whoever reads it in their place. Answers whether anybody does. */
export async function reroute(tx: Context, delivery: Delivery, row: OutboxRow, why: string): Promise<boolean> {
  if (row.personId === null || row.kind.startsWith("delivery.") || STAYS.includes(why)) {
    return false;
  }
  return rerouteTo(tx, row, row.personId, await delivery.inPlaceOf(tx, row.personId));
}

/** One promise for each reader, whoever asks for it how often. */
export async function rerouteTo(
  tx: Context,
  row: OutboxRow,
  personId: string,
  readers: readonly string[],
): Promise<boolean> {
  const covered = await tx.db.outboxItem.findMany({ where: { messageId: row.id } });
  const items = covered.map(({ subjectKind: kind, subjectId: id, stage }) => ({ kind, id, stage }));
  for (const reader of readers) {
    await promise(tx, {
      key: `${row.key}>${reader}`,
      kind: REROUTED,
      personId: reader,
      urgent: row.urgent,
      refs: { messageId: row.id, forPerson: personId },
      items: [...items, { kind: MESSAGE, id: row.id, stage: "rerouted" }],
      ...(row.slotOn === null ? {} : { slotOn: row.slotOn }),
    });
  }
  return readers.length > 0;
}

/** What the other would have read, drawn for this reader and without its buttons: they are another's to press. */
export function drawRerouted(renderers: Renderers) {
  return async (ctx: Context, message: DueMessage): Promise<View | undefined> => {
    const row = await ctx.db.outboxMessage.findUnique({
      where: { id: message.refs.messageId ?? "" },
      include: { items: true },
    });
    const person = await ctx.db.person.findUnique({ where: { id: message.refs.forPerson ?? "" } });
    const renderer = row === null ? undefined : renderers.of(row.kind);
    if (row === null || person === null || renderer === undefined) {
      return undefined;
    }
    const view = await renderer(ctx, dueMessage(row, person.id, message.editing));
    if (view === undefined) {
      return undefined;
    }
    const title = ctx.t("delivery.rerouted.title", { name: person.name });
    const because = ctx.t("delivery.rerouted.note", { name: person.name, why: whyText(ctx, row.failure) });
    return { title, pieces: [note(because), divider, ...view.pieces.flatMap(withoutButtons)] };
  };
}

function withoutButtons(piece: Piece): Piece[] {
  if (piece.kind === "buttons" || piece.kind === "menus") {
    return [];
  }
  if (piece.kind === "item") {
    const { buttons: _buttons, ...rest } = piece;
    return [rest];
  }
  return [piece];
}

/** Why a message was given up, in words. */
export function whyText({ t }: Context, failure: string | null): string {
  const key = `delivery.why.${failure ?? ""}`;
  const why: TextKey = isTextKey(key) ? key : "delivery.why.other";
  return t(why, { code: failure ?? "" });
}
