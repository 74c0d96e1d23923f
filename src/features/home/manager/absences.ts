/** Who is away in the reader's units, or will be soon, and who stands in: a gap is said first. */
import { addDays, compareDates, isoDate } from "../../../domain/dates.ts";
import { localDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import { bold, heading, type Line, line, note, type Piece } from "../../../platform/view.ts";
import { type AbsenceRow, absenceText, listAbsences } from "../../absences/index.ts";

/** So far ahead somebody may still arrange it otherwise. */
const DAYS_AHEAD = 7;
const SHOWN = 8;

export async function absencePieces(ctx: Context): Promise<Piece[]> {
  const today = localDate(ctx.now, ctx.actor.timeZone);
  const until = addDays(today, DAYS_AHEAD);
  const rows = (await listAbsences(ctx)).filter(
    ({ personId, fromOn }) => personId !== ctx.actor.personId && compareDates(isoDate(fromOn), until) <= 0,
  );
  if (rows.length === 0) {
    return [];
  }
  const uncovered = await uncoveredOf(ctx, rows);
  const lines = rows.map((row): Line => {
    const said = absenceText(ctx, row);
    return uncovered.has(row.id) ? [bold(ctx.t("home.away.gap")), " ", said] : said;
  });
  const gapsFirst = lines.toSorted((a, b) => Number(typeof a === "string") - Number(typeof b === "string"));
  return [
    heading(ctx.t("home.away", { count: rows.length })),
    ...gapsFirst.slice(0, SHOWN).map(line),
    ...(rows.length > SHOWN ? [note(ctx.t("desk.more", { count: rows.length - SHOWN }))] : []),
  ];
}

/** Whose stand-in leaves the bank before they are back, or is away in the same days. */
async function uncoveredOf({ db }: Context, rows: readonly AbsenceRow[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.map(({ standInId }) => standInId))];
  const leavers = await db.person.findMany({
    where: { id: { in: ids }, leftOn: { not: null } },
    select: { id: true, leftOn: true },
  });
  const lastDay = new Map(leavers.map(({ id, leftOn }) => [id, leftOn ?? ""]));
  const isAway = (one: AbsenceRow) =>
    rows.some(({ personId, fromOn, toOn }) => personId === one.standInId && fromOn <= one.toOn && toOn >= one.fromOn);
  const isGone = ({ standInId, toOn }: AbsenceRow) => (lastDay.get(standInId) ?? toOn) < toOn;
  return new Set(rows.filter((one) => isAway(one) || isGone(one)).map(({ id }) => id));
}
