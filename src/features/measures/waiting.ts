/** Results that the actor may close as the second person. The longest waiting first. */
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { bold, type Excerpt, NOTHING, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { unitsWhere } from "../people/index.ts";
import { goalOf } from "./case-words.ts";
import { OPEN_MEASURE } from "./ids.ts";
import { loadMeasure, type MeasureCase } from "./measure-case.ts";

const READ = 200;

export async function measuresToClose(ctx: Context, most: number): Promise<Excerpt> {
  const units = await unitsWhere(ctx, "close_measure");
  if (units.length === 0) return NOTHING;
  const rows = await inTurns(units, (some) =>
    ctx.db.case.findMany({
      where: { state: "reported", unitId: { in: some } },
      orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
      take: READ,
      select: { id: true },
    }),
  );
  const mine: MeasureCase[] = [];
  for (const { id } of rows) {
    const found = await loadMeasure(ctx, id);
    if (found !== undefined && authorize(ctx, "close_measure", found.subject) === undefined) mine.push(found);
  }
  return { count: mine.length, pieces: mine.slice(0, most).map((one) => piece(ctx, one)) };
}

/** Opens with the result and its evidence: nobody closes it unread. */
function piece(ctx: Context, { row, number, dueOn, subject }: MeasureCase): Piece {
  const { t, language } = ctx;
  const name = readsInFull(ctx.actor, "see_measure", subject) ? row.borrower.name : maskName(row.borrower.name);
  const words = [
    number,
    t("measure.with", { name: row.owner.name }),
    t("measure.due", { date: dateText(language, dueOn) }),
  ];
  return {
    kind: "item",
    text: [bold(name), " · ", goalOf(t, row)],
    detail: [quiet(words.join(" · "))],
    buttons: [{ text: t("measure.open"), action: OPEN_MEASURE, value: row.id }],
    more: customerMore(ctx, row.borrowerId),
  };
}
