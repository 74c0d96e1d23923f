/** Signals that the reader answers for, each with its clock: by when what is awaited, and who hears of it next. */
import type { Context } from "../../../platform/context.ts";
import { heading, note, type Piece } from "../../../platform/view.ts";
import { ownSignals } from "../../signals/index.ts";

const SHOWN = 5;

export async function ownSignalPieces(ctx: Context): Promise<Piece[]> {
  const { count, pieces } = await ownSignals(ctx, SHOWN);
  return count === 0
    ? []
    : [
        heading(ctx.t("home.signals", { count })),
        ...pieces,
        ...(count > pieces.length ? [note(ctx.t("desk.more", { count: count - pieces.length }))] : []),
      ];
}
