/** Overrides that the actor may decide now: an officer cannot go on until somebody does. The longest waiting first. */
import { REFUSABLE_RULES } from "../../domain/gate/findings.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, type Excerpt, NOTHING, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { findInspections, type InspectionRecord, subjectOf } from "../inspections/index.ts";
import { OPEN_OVERRIDE } from "../morning/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById, unitsWhere } from "../people/index.ts";
import { notBy } from "./decide.ts";

/** Nobody lets more wait. */
const READ = 500;

export async function overridesToDecide(ctx: Context, most: number): Promise<Excerpt> {
  const units = new Set(await unitsWhere(ctx, "decide_override"));
  if (units.size === 0) return NOTHING;
  const rows = await ctx.db.gateOverride.findMany({
    where: { state: "asked" },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: READ,
  });
  const records = await findInspections(
    ctx.db,
    rows.map(({ inspectionId }) => inspectionId),
  );
  const inspections = new Map(records.filter(({ unitId }) => units.has(unitId)).map((one) => [one.id, one]));
  const mine: { row: Row; inspection: InspectionRecord }[] = [];
  for (const row of rows) {
    const inspection = inspections.get(row.inspectionId);
    if (inspection === undefined) continue;
    const subject = { ...(await subjectOf(ctx.db, inspection)), notByPersons: notBy(row.askedById, inspection) };
    if (authorize(ctx, "decide_override", subject) === undefined) mine.push({ row, inspection });
  }
  const shown = mine.slice(0, most);
  const names = await namesById(
    ctx.db,
    shown.map(({ row }) => row.askedById),
  );
  return { count: mine.length, pieces: shown.map((one) => piece(ctx, one, names.get(one.row.askedById) ?? "")) };
}

type Row = Awaited<ReturnType<Context["db"]["gateOverride"]["findMany"]>>[number];

/** Opens with what was written and why it was refused: nobody decides that unread. */
function piece(ctx: Context, { row, inspection }: { row: Row; inspection: InspectionRecord }, name: string): Piece {
  const { t, language, actor } = ctx;
  const rule = t(`override.list.rule.${oneOf(REFUSABLE_RULES, row.rule)}`);
  const asked = t("override.list.asked", { name, moment: momentText(language, row.askedAt, actor.timeZone) });
  return {
    kind: "item",
    text: [bold(inspection.borrower.name), " · ", `${inspection.number} · ${rule}`],
    detail: [quiet(`${asked} · ${row.reason}`)],
    buttons: [{ text: t("measure.open"), action: OPEN_OVERRIDE, value: row.id }],
    more: customerMore(ctx, inspection.borrowerId),
  };
}
