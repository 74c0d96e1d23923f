/** One's own work: views with how much stands in each, one product or all, a page with the button that does each thing. */
import { PRODUCTS } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { type Button, heading, line, type Menu, note, type Piece } from "../../../platform/view.ts";
import { dateText } from "../../../texts/dates.ts";
import { REPORT_RESULT } from "../../measures/index.ts";
import {
  type Desk,
  type DeskStage,
  deskPage,
  nothingDue,
  openLine,
  PUT_OFF,
  type StagedItem,
  type Wording,
  wordingOf,
} from "../../morning/index.ts";
import type { Choices, HomeView } from "../choices.ts";
import { SHOW_PRODUCT, SHOW_VIEW, TURN_PAGE } from "../ids.ts";
import { chosenOf, isOwn, productsOf, viewsOf } from "./in-view.ts";

const ALL_PRODUCTS = "all";

/** `size` lines of a page. */
export function workPieces(ctx: Context, desk: Desk, choices: Choices, size: number): Piece[] {
  const { t, language } = ctx;
  const wording = wordingOf(ctx);
  const items = desk.items.filter(isOwn);
  const asOf = note(t("desk.as_of", { date: dateText(language, desk.today) }));
  const waiting = desk.waiting === 0 ? [] : [note(t("desk.waiting", { count: desk.waiting }))];
  if (items.length === 0) {
    return [heading(t("home.work")), nothingDue(wording, desk), ...waiting, asOf];
  }
  const chosen = chosenOf(items, choices, desk.today);
  const isAll = choices.view === "all" && choices.product === null;
  const { pieces, page, pages } = deskPage(
    wording,
    { items: chosen, soonDays: desk.soonDays },
    { page: choices.page, size, lineOf: (item, stage) => workLine(wording, item, stage), asBatch: isAll },
  );
  return [
    heading(t("home.work")),
    ...narrowing(ctx, desk, items, choices),
    ...(pieces.length === 0 ? [line(t("home.none_of_view"))] : pieces),
    ...(pages > 1 ? [note(t("words.page", { page: page + 1, pages }))] : []),
    ...turning(ctx, { page, pages }, items),
    ...waiting,
    asOf,
  ];
}

/** Of one's own measure the result is a button away. */
function workLine(wording: Wording, item: StagedItem, stage: DeskStage): Piece {
  const piece = openLine(wording, item, stage);
  const isMine = item.measure?.state === "open" && item.climbed === undefined;
  if (!isMine || piece.kind !== "item") {
    return piece;
  }
  const report: Button = { text: wording.t("measure.report"), action: REPORT_RESULT, value: item.id };
  return { ...piece, buttons: [report, ...(piece.buttons ?? [])] };
}

function narrowing(ctx: Context, desk: Desk, items: readonly StagedItem[], { view, product }: Choices): Piece[] {
  const { t } = ctx;
  const views = viewsOf(items, view, desk.today);
  const buttons = views.map(
    ({ view: one, count }): Button => ({
      text: viewText(ctx, one, count, desk.soonDays),
      action: SHOW_VIEW,
      value: one,
      ...(one === view ? { style: "primary" } : {}),
    }),
  );
  const products = productsOf(items, PRODUCTS);
  const menu: Menu = {
    action: SHOW_PRODUCT,
    prompt: t("home.all_products"),
    options: [
      { text: t("home.all_products"), value: ALL_PRODUCTS },
      ...products.map((one) => ({ text: t(`product.${one}`), value: one })),
    ],
    chosen: product ?? ALL_PRODUCTS,
  };
  return [
    ...(views.length > 2 ? [{ kind: "buttons" as const, buttons }] : []),
    ...(products.length > 1 || product !== null ? [{ kind: "menus" as const, menus: [menu] }] : []),
  ];
}

const viewText = ({ t }: Context, view: HomeView, count: number, days: number) =>
  t(`home.view.${view}`, { count, days });

function turning(
  { t }: Context,
  { page, pages }: { page: number; pages: number },
  items: readonly StagedItem[],
): Piece[] {
  const to = (text: string, target: number): Button => ({ text, action: TURN_PAGE, value: String(target) });
  const buttons = [
    ...(page > 0 ? [to(t("words.previous_page"), page - 1)] : []),
    ...(page < pages - 1 ? [to(t("words.next_page"), page + 1)] : []),
    ...(items.some(({ putOff }) => putOff.may.more)
      ? [{ text: t("desk.put_off"), action: PUT_OFF, value: "all" }]
      : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: "buttons", buttons }];
}
