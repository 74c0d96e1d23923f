/** The customer's file on the card: in a line, and as a page; and when what is due was asked of whom (R122). */
import { isoDate } from "../../domain/dates.ts";
import { maskAccount } from "../../domain/masking.ts";
import type { Context } from "../../platform/context.ts";
import { type Button, heading, note, type Piece } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { fileOfCustomer, filePieces, fileSummary } from "../customer-files/index.ts";
import { KEY_DATE_SUBJECT } from "../key-dates/index.ts";
import { namesById } from "../people/index.ts";
import type { SeenCustomer } from "./card.ts";
import { shownName } from "./card-view.ts";
import type { CardPlace } from "./place.ts";

export async function fileOnCard(ctx: Context, borrowerId: string) {
  const file = await fileOfCustomer(ctx, borrowerId);
  return {
    asked: file.entries.length,
    said: fileSummary(ctx, file),
    chased: await chasedPieces(ctx, borrowerId),
  };
}

/** `turnsOf` makes the buttons to the pages beside it and back to the card. */
export async function filePage(
  ctx: Context,
  seen: SeenCustomer,
  place: CardPlace,
  turnsOf: (page: number, pages: number) => readonly Button[],
): Promise<Piece[]> {
  const { id } = seen.customer;
  const shown = (reference: string) => (seen.inFull ? reference : maskAccount(reference));
  const file = await fileOfCustomer(ctx, id);
  return [
    heading(shownName(seen)),
    ...(await filePieces(ctx, id, file, { shown, page: place.page, turns: turnsOf })),
    ...(await chasedPieces(ctx, id)),
  ];
}

/** By when the file has to be whole, and who was told of it last. */
async function chasedPieces(ctx: Context, borrowerId: string): Promise<Piece[]> {
  const { t, language, actor } = ctx;
  const due = await ctx.db.keyDate.findFirst({ where: { kind: "document", borrowerId, metOn: null } });
  if (due === null) return [];
  const told = await ctx.db.outboxItem.findFirst({
    where: { subjectKind: KEY_DATE_SUBJECT, subjectId: due.id, message: { sentAt: { not: null } } },
    orderBy: { message: { sentAt: "desc" } },
    select: { message: { select: { personId: true, sentAt: true } } },
  });
  const by = t("document.chased", { date: dateText(language, isoDate(due.dueOn)) });
  const { personId, sentAt } = told?.message ?? { personId: null, sentAt: null };
  if (personId === null || sentAt === null) return [note(by)];
  const name = (await namesById(ctx.db, [personId])).get(personId) ?? "";
  return [note(`${by} ${t("document.told", { name, moment: momentText(language, sentAt, actor.timeZone) })}`)];
}
