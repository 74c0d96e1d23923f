/** Later dates that were asked for, and that the actor may decide now. The longest waiting first. */
import { isoDate } from "../../domain/dates.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { type Excerpt, NOTHING, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { namesById, unitsWhere } from "../people/index.ts";
import { isOpen, loadItem } from "./item-case.ts";
import { decisionButtons, itemLine } from "./messages.ts";

const READ = 200;

export async function extensionsToDecide(ctx: Context, most: number): Promise<Excerpt> {
  const units = await unitsWhere(ctx, "decide_extension");
  if (units.length === 0) return NOTHING;
  const rows = await inTurns(units, (some) =>
    ctx.db.extension.findMany({
      where: { state: "asked", inspection: { unitId: { in: some } } },
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      take: READ,
    }),
  );
  const names = await namesById(
    ctx.db,
    rows.map(({ askedById }) => askedById),
  );
  const pieces: Piece[] = [];
  for (const extension of rows) {
    const item = await loadItem(ctx, extension.inspectionId);
    const buttons = item === undefined || !isOpen(item) ? [] : decisionButtons(ctx, { extension, item, names });
    if (item === undefined || buttons.length === 0) continue;
    const date = dateText(ctx.language, isoDate(extension.toDueOn));
    const asks = ctx.t("extension.asks", { name: names.get(extension.askedById) ?? "", date });
    pieces.push({ kind: "item", text: itemLine(ctx, item), detail: [quiet(`${asks} · ${extension.reason}`)], buttons });
  }
  return { count: pieces.length, pieces: pieces.slice(0, most) };
}
