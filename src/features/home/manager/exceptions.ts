/** What went wrong with others and is the reader's now: red signals that nobody answers, and late work, with what may be done about each. */
import type { Context } from "../../../platform/context.ts";
import { heading, note, type Piece } from "../../../platform/view.ts";
import { type Desk, deskPage, openLine, SHOW_ALL, wordingOf } from "../../morning/index.ts";
import { unansweredReds } from "../../signals/index.ts";
import { isOwn } from "../officer/in-view.ts";

const REDS = 5;
const LATE = 8;

/** `desk`: the reader's own; what climbed to them stands in it. */
export async function exceptionPieces(ctx: Context, desk: Desk | undefined): Promise<Piece[]> {
  const { t } = ctx;
  const reds = await unansweredReds(ctx, REDS);
  const items = (desk?.items ?? []).filter((item) => !isOwn(item) && !isDecision(item));
  const wording = wordingOf(ctx);
  const lineOf = (item: (typeof items)[number], stage: (typeof items)[number]["stage"]) =>
    openLine(wording, item, stage);
  const late =
    desk === undefined
      ? []
      : deskPage(wording, { items, soonDays: desk.soonDays }, { page: 0, size: LATE, lineOf }).pieces;
  if (reds.count + items.length === 0) {
    return [];
  }
  const showAll = { text: t("words.show_all", { count: items.length }), action: SHOW_ALL, value: "all" };
  return [
    ...(reds.count === 0
      ? []
      : [
          heading(t("home.unanswered", { count: reds.count })),
          ...reds.pieces,
          ...more(ctx, reds.count - reds.pieces.length),
        ]),
    ...late,
    ...(items.length > LATE ? [{ kind: "buttons" as const, buttons: [showAll] }] : []),
  ];
}

/** Stands among the decisions already, whether it is late or not. */
const isDecision = ({ stage }: { readonly stage: string }) => stage === "override_waits" || stage === "measure_waits";

const more = ({ t }: Context, count: number): Piece[] => (count > 0 ? [note(t("desk.more", { count }))] : []);
