/** The strategy on a customer's card: the newest, what was before it, and the button that sets another. */
import { STRATEGIES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, heading, note, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { namesById } from "../people/index.ts";
import { SET_STRATEGY } from "./ids.ts";
import { findKept, mayNotSet } from "./set.ts";

const EARLIER = 3;

export async function strategyPieces(ctx: Context, borrowerId: string): Promise<Piece[]> {
  const { t, language, actor } = ctx;
  const rows = await ctx.db.customerStrategy.findMany({
    where: { borrowerId },
    orderBy: [{ setAt: "desc" }, { id: "desc" }],
    take: EARLIER + 1,
  });
  const names = await namesById(
    ctx.db,
    rows.map(({ setById }) => setById),
  );
  const said = (row: (typeof rows)[number]) =>
    t("strategy.by", { name: names.get(row.setById) ?? "", moment: momentText(language, row.setAt, actor.timeZone) });
  const wordOf = (row: (typeof rows)[number]) => t(`strategy.${oneOf(STRATEGIES, row.strategy)}`);
  const customer = await findKept(ctx, borrowerId);
  const isMine = customer !== null && (await mayNotSet(ctx, customer)) === undefined;
  const buttons = isMine ? [{ text: t("strategy.set"), action: SET_STRATEGY, value: borrowerId }] : [];
  const [now, ...earlier] = rows;
  return [
    heading(t("strategy.heading")),
    now === undefined
      ? { kind: "item", text: t("strategy.none"), buttons }
      : { kind: "item", text: [bold(wordOf(now)), " · ", now.reason], detail: [quiet(said(now))], buttons },
    ...earlier.map((row) => note(`${wordOf(row)} · ${said(row)}`)),
  ];
}
