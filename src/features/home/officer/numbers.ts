/** My numbers of this month, from what is recorded: on time, approved as first submitted, done. */
import { readPeriod } from "../../../domain/digest/period.ts";
import type { Context } from "../../../platform/context.ts";
import { heading, type Piece } from "../../../platform/view.ts";
import { ownScoreButton } from "../../appraisal/index.ts";
import { ownFigures } from "../../digests/index.ts";
import type { Desk } from "../../morning/index.ts";
import { firstPass } from "../../reviews/index.ts";

const PERIOD = "month";

export async function numberPieces(ctx: Context, { today }: Desk): Promise<Piece[]> {
  const { t } = ctx;
  const figures = await ownFigures(ctx, PERIOD, ["done_in_time", "done_late", "due_soon"]);
  const period = readPeriod(PERIOD, today);
  if (figures === undefined || period === undefined) {
    return [];
  }
  const done = figures.done_in_time + figures.done_late;
  const { approved, decided } = await firstPass(ctx, period.from);
  const share = (part: number, whole: number) =>
    whole === 0
      ? t("home.numbers.none")
      : t("home.numbers.share", { part, whole, percent: Math.round((100 * part) / whole) });
  const score = ownScoreButton(ctx);
  return [
    heading(t("home.numbers")),
    {
      kind: "facts",
      facts: [
        [t("home.numbers.on_time"), share(figures.done_in_time, done)],
        [t("home.numbers.first_pass"), share(approved, decided)],
        [t("home.numbers.done"), String(done)],
        [t("home.numbers.ahead"), String(figures.due_soon)],
      ],
    },
    ...(score === undefined ? [] : [{ kind: "buttons" as const, buttons: [score] }]),
  ];
}
