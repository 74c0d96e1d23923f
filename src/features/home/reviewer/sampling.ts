/** What was drawn to be looked at again (R81), unit by unit. Nothing where nothing was. */
import type { Context } from "../../../platform/context.ts";
import { heading, line, type Piece } from "../../../platform/view.ts";
import { lastDraws } from "../../sampling/index.ts";

export async function samplingPieces(ctx: Context): Promise<Piece[]> {
  const draws = await lastDraws(ctx);
  return draws.length === 0
    ? []
    : [heading(ctx.t("home.sampling")), ...draws.map((draw) => line(ctx.t("home.sampling.line", { ...draw })))];
}
