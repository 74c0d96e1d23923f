/** What waits for the reader's decision, of every kind, before everything else. */
import type { Context } from "../../../platform/context.ts";
import { bold, heading, line, type Piece } from "../../../platform/view.ts";
import { listTitle, restPieces } from "../all-of.ts";
import { DECISIONS } from "./decision-kinds.ts";

/** Of each kind on the tab. */
const SHOWN = 3;
type Kind = keyof typeof DECISIONS;
const KINDS = Object.keys(DECISIONS).filter((name): name is Kind => Object.hasOwn(DECISIONS, name));
/** One line tells of all of them. */
const ONE_LINE: readonly Kind[] = ["releases", "policy"];

/** Nothing where nothing waits. */
export async function decisionPieces(ctx: Context): Promise<Piece[]> {
  const kinds: Piece[] = [];
  let all = 0;
  for (const name of KINDS) {
    const { count, pieces } = await DECISIONS[name](ctx, SHOWN);
    if (count === 0) continue;
    all += count;
    const rest = ONE_LINE.includes(name) ? [] : restPieces(ctx, name, count, SHOWN);
    kinds.push(line([bold(listTitle(ctx, name, count))]), ...pieces, ...rest);
  }
  return all === 0 ? [] : [heading(ctx.t("home.decide", { count: all })), ...kinds];
}
