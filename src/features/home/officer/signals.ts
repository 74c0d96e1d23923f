/** Signals that the reader answers for, each with its clock: by when what is awaited, and to whom it climbs next. */
import type { Context } from "../../../platform/context.ts";
import { heading, type Piece } from "../../../platform/view.ts";
import { ownSignals } from "../../signals/index.ts";
import { listTitle, restPieces } from "../all-of.ts";

export async function ownSignalPieces(ctx: Context, most: number): Promise<Piece[]> {
  const { count, pieces } = await ownSignals(ctx, most);
  return count === 0
    ? []
    : [heading(listTitle(ctx, "own_signals", count)), ...pieces, ...restPieces(ctx, "own_signals", count, most)];
}
