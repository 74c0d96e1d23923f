/** All loans, or all collateral, of a customer: a page at a time. */
import type { Context } from "../../platform/context.ts";
import { type Button, heading, note, type Piece } from "../../platform/view.ts";
import { collateralOf, loansOf, type SeenCustomer } from "./card.ts";
import { shownName } from "./card-view.ts";
import { filePage } from "./file-page.ts";
import { TURN_CARD } from "./ids.ts";
import { collateralPiece, loanPiece } from "./lines.ts";
import { type CardPlace, placeText } from "./place.ts";

/** A line is one block, and a modal holds a hundred. */
const PAGE_LINES = 40;

/** A page past the end shows the last: loans may have gone meanwhile. */
export async function cardPage(ctx: Context, seen: SeenCustomer, place: CardPlace): Promise<Piece[]> {
  const { t } = ctx;
  const { id } = seen.customer;
  if (place.part === "file") {
    return filePage(ctx, seen, place, (page, pages) => turnsOf(ctx, { ...place, id, page }, pages));
  }
  const count =
    place.part === "loans"
      ? await ctx.db.loan.count({ where: { borrowerId: id } })
      : await ctx.db.collateral.count({ where: { loan: { borrowerId: id } } });
  const pages = Math.max(1, Math.ceil(count / PAGE_LINES));
  const page = Math.min(place.page, pages - 1);
  const some = { skip: page * PAGE_LINES, take: PAGE_LINES };
  const lines =
    place.part === "loans"
      ? (await loansOf(ctx, id, some)).map((loan) => loanPiece(ctx, loan, seen.inFull))
      : (await collateralOf(ctx, id, some)).map((piece) => collateralPiece(ctx, piece, seen.inFull));
  const title = place.part === "loans" ? "account.loans" : "account.collateral";
  return [
    heading(shownName(seen)),
    heading(t(title, { count })),
    ...lines,
    ...(pages > 1 ? [note(t("words.page", { page: page + 1, pages }))] : []),
    { kind: "buttons", buttons: turnsOf(ctx, { ...place, id, page }, pages) },
  ];
}

function turnsOf({ t }: Context, place: CardPlace, pages: number): Button[] {
  const to = (text: string, at: Partial<CardPlace>): Button => ({
    text,
    action: TURN_CARD,
    value: placeText({ ...place, ...at }),
  });
  return [
    ...(place.page > 0 ? [to(t("words.previous_page"), { page: place.page - 1 })] : []),
    ...(place.page + 1 < pages ? [to(t("words.next_page"), { page: place.page + 1 })] : []),
    to(t("account.back"), { part: "card", page: 0 }),
  ];
}
