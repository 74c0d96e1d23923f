/** Key dates that should have been told, as lines of the watchdog's message: those that stand, and that the reader may see. */
import { compareDates, isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { KEY_DATE_KINDS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById, unitPath } from "../people/index.ts";

export async function keyDatePieces(ctx: Context, ids: readonly string[]): Promise<Piece[]> {
  const rows = await findStanding(ctx, ids);
  const keeperOf = ({ borrower }: Row) => borrower.ownerships[0]?.personId ?? null;
  const names = await namesById(
    ctx.db,
    rows.flatMap((row) => keeperOf(row) ?? []),
  );
  const pieces: Piece[] = [];
  for (const row of rows) {
    const ownerId = keeperOf(row);
    const subject = { unitPath: await unitPath(ctx.db, row.unitId), ownerId };
    if (authorize(ctx, "see_account", subject) !== undefined) continue;
    const { name } = row.borrower;
    const customer = readsInFull(ctx.actor, "see_account", subject) ? name : maskName(name);
    pieces.push(pieceOf(ctx, row, customer, ownerId === ctx.actor.personId ? undefined : names.get(ownerId ?? "")));
  }
  return pieces;
}

type Row = Awaited<ReturnType<typeof findStanding>>[number];

function findStanding({ db }: Context, ids: readonly string[]) {
  return db.keyDate.findMany({
    where: { id: { in: [...ids] }, metOn: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    include: {
      borrower: { select: { name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
    },
  });
}

function pieceOf(ctx: Context, row: Row, customer: string, keeper: string | undefined): Piece {
  const kind = oneOf(KEY_DATE_KINDS, row.kind);
  const dueOn = isoDate(row.dueOn);
  const isPast = compareDates(dueOn, localDate(ctx.now, ctx.actor.timeZone)) < 0;
  const what = ctx.t(isPast ? `key_date.past.${kind}` : `key_date.ahead.${kind}`, {
    date: dateText(ctx.language, dueOn),
  });
  const keptBy = keeper === undefined ? "" : ` · ${ctx.t("watchdog.with", { name: keeper })}`;
  return {
    kind: "item",
    text: [bold(customer), " · ", what],
    detail: [quiet(`${row.reference}${keptBy}`)],
    more: customerMore(ctx, row.borrowerId),
  };
}
