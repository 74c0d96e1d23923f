/** What the watchdog says in the place of a morning that did not: inspections and key dates, from the facts of the moment it is sent. */
import { compareDates, isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { Renderer } from "../../platform/outbox/renderers.ts";
import { bold, line, note, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById, unitPath } from "../people/index.ts";
import { INSPECTION_SUBJECT, KEY_DATE_SUBJECT } from "./ids.ts";
import { keyDatePieces } from "./key-date-pieces.ts";

const OPEN_STATES = ["planned", "started", "returned", "approved"];
const LINES = 15;

/** Nothing to say where all of it was done meanwhile, or is not the reader's to see any more. */
export const renderReminder: Renderer = async (ctx, { items }) => {
  const idsOf = (subject: string) => items.flatMap(({ kind, id }) => (kind === subject ? [id] : []));
  const inspections = await inspectionPieces(ctx, idsOf(INSPECTION_SUBJECT));
  const keyDates = await keyDatePieces(ctx, idsOf(KEY_DATE_SUBJECT));
  const pieces = [...inspections, ...keyDates];
  if (pieces.length === 0) {
    return undefined;
  }
  const more = pieces.length - LINES;
  return {
    title: ctx.t(inspections.length > 0 ? "watchdog.reminder_title" : "watchdog.key_dates_title", {
      count: pieces.length,
    }),
    pieces: [
      line(ctx.t("watchdog.reminder_why")),
      ...pieces.slice(0, LINES),
      ...(more > 0 ? [note(ctx.t("watchdog.more", { count: more }))] : []),
      note(ctx.t("watchdog.reminder_how")),
    ],
  };
};

async function inspectionPieces(ctx: Context, ids: readonly string[]): Promise<Piece[]> {
  const rows = await ctx.db.inspection.findMany({
    where: { id: { in: [...ids] }, state: { in: OPEN_STATES } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    include: { borrower: { select: { name: true } } },
  });
  const open = rows.filter(({ state, returnedDueOn }) => state !== "approved" || returnedDueOn !== null);
  const names = await namesById(
    ctx.db,
    open.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  const pieces: Piece[] = [];
  for (const row of open) {
    const subject = { unitPath: await unitPath(ctx.db, row.unitId), assigneeId: row.assigneeId };
    if (authorize(ctx, "see_inspection", subject) === undefined) {
      const isFull = readsInFull(ctx.actor, "see_inspection", subject);
      const keeper = row.assigneeId === ctx.actor.personId ? undefined : names.get(row.assigneeId ?? "");
      pieces.push(pieceOf(ctx, row, isFull ? row.borrower.name : maskName(row.borrower.name), keeper));
    }
  }
  return pieces;
}

interface Row {
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
  readonly returnedDueOn: string | null;
}

function pieceOf(ctx: Context, row: Row, customer: string, keeper: string | undefined): Piece {
  const dueOn = isoDate(row.returnedDueOn ?? row.dueOn);
  const isLate = compareDates(dueOn, localDate(ctx.now, ctx.actor.timeZone)) < 0;
  const date = dateText(ctx.language, dueOn);
  const due = ctx.t(isLate ? "watchdog.late_since" : "watchdog.due", { date });
  const detail = keeper === undefined ? row.number : `${row.number} · ${ctx.t("watchdog.with", { name: keeper })}`;
  const more = customerMore(ctx, row.number);
  return { kind: "item", text: [bold(customer), " · ", due], detail: [quiet(detail)], more };
}
