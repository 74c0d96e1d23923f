import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { type Difference, foldTotals, mendTotals, type Recount, recountTotals } from "../src/features/totals/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { line, type Piece, type View } from "../src/platform/view.ts";

const typed = z.custom<TypedInput>().transform(({ flags }) => ({ mend: flags["mend"] === true }));
const SHOWN = 20;

export const recountCommand = defineCommand({
  name: "recount",
  summary: "command.recount.summary",
  usage: "",
  flags: { mend: { type: "boolean" }, json: { type: "boolean" } },
  verb: "recount_totals",
  where: ["terminal"],
  args: typed,
  run: async (ctx, { mend }) => {
    const found = mend ? await mendTotals(ctx) : await recountTotals(ctx);
    if (isRefusal(found)) {
      return found;
    }
    if (mend) {
      await foldTotals(ctx);
    }
    const differing = found.differences.length + found.rolled.length;
    return { kind: "view", view: recountView(ctx, found, mend), exitCode: differing === 0 || mend ? 0 : 1 };
  },
});

function recountView({ t }: Context, { things, differences, rolled }: Recount, mended: boolean): View {
  const all = [...differences, ...rolled];
  const json = { things, differences, rolled, mended: mended && all.length > 0 };
  if (all.length === 0) {
    return { title: t("totals.agree", { count: things }), pieces: [], json };
  }
  return {
    title: t(mended ? "totals.mended" : "totals.differ", { count: all.length }),
    pieces: [
      ...all.slice(0, SHOWN).map((one) => differenceLine(t, one)),
      ...(all.length > SHOWN ? [line(t("totals.more", { count: all.length - SHOWN }))] : []),
      ...(mended ? [] : [line(t("totals.how_to_mend"))]),
    ],
    json,
  };
}

function differenceLine(t: Context["t"], { unitId, kind, state, fallsOn, recounted, counted }: Difference): Piece {
  return line(t("totals.difference", { unit: unitId, kind, state, date: fallsOn, recounted, counted }));
}
