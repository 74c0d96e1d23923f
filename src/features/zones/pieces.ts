/** A zone that was asked for as people read it, with what the reader may do about it now. */
import { isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { ZONE_OVERRIDE_STATES, ZONES } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, type Excerpt, heading, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { APPROVE_ZONE, DECLINE_ZONE } from "../morning/index.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById, unitsWhere } from "../people/index.ts";
import { findOverride, subjectOfCustomer, subjectOfOverride, type ZoneCustomer, type ZoneOverrideRow } from "./case.ts";
import { ASK_ZONE, END_ZONE } from "./ids.ts";

const LISTED = 10;
const READ = 100;

export async function overridePiece(ctx: Context, row: ZoneOverrideRow, onCard = false): Promise<Piece> {
  const { t } = ctx;
  const names = await namesById(
    ctx.db,
    [row.askedById, row.decidedById].flatMap((id) => id ?? []),
  );
  const isFull = readsInFull(ctx.actor, "see_tiers", await subjectOfCustomer(ctx, row.borrower));
  const move = t("zone.move", {
    from: t(`zone.${oneOf(ZONES, row.computed)}`),
    to: t(`zone.${oneOf(ZONES, row.zone)}`),
    date: dateText(ctx.language, isoDate(row.untilOn)),
  });
  const state = oneOf(ZONE_OVERRIDE_STATES, row.state);
  const by = { asked: names.get(row.askedById) ?? "", decided: names.get(row.decidedById ?? "") ?? "" };
  const buttons = await buttonsOf(ctx, row);
  return {
    kind: "item",
    text: [bold(isFull ? row.borrower.name : maskName(row.borrower.name)), " · ", move],
    detail: [quiet([row.borrower.number, row.reason, t(`zone.state.${state}`, by)].join(" · "))],
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(onCard ? {} : { more: customerMore(ctx, row.borrower.id) }),
  };
}

async function buttonsOf(ctx: Context, row: ZoneOverrideRow): Promise<Button[]> {
  if (row.state !== "asked" && row.state !== "approved") return [];
  if (authorize(ctx, "decide_zone", await subjectOfOverride(ctx, row)) !== undefined) return [];
  return row.state === "approved"
    ? [{ text: ctx.t("zone.end"), action: END_ZONE, value: row.id }]
    : [
        { text: ctx.t("zone.approve"), action: APPROVE_ZONE, value: row.id, style: "primary" },
        { text: ctx.t("zone.decline"), action: DECLINE_ZONE, value: row.id },
      ];
}

/** On a customer's card: what was asked for or stands, and the button that asks for another zone. */
export async function zonePieces(ctx: Context, customer: ZoneCustomer): Promise<Piece[]> {
  const rows = await ctx.db.zoneOverride.findMany({
    where: { borrowerId: customer.id, state: { in: ["asked", "approved"] } },
    select: { id: true },
  });
  const found = (await Promise.all(rows.map(({ id }) => findOverride(ctx, id)))).flatMap((row) => row ?? []);
  const pieces = await Promise.all(found.map((row) => overridePiece(ctx, row, true)));
  const mayAsk = authorize(ctx, "ask_zone", await subjectOfCustomer(ctx, customer)) === undefined;
  const isAsked = found.some(({ state }) => state === "asked");
  return [
    ...pieces,
    ...(mayAsk && !isAsked
      ? [
          {
            kind: "buttons" as const,
            buttons: [{ text: ctx.t("zone.ask"), action: ASK_ZONE, value: customer.id }],
          },
        ]
      : []),
  ];
}

/** On the desk of whoever decides. */
export async function waitingZones(ctx: Context): Promise<Piece[]> {
  const pieces = await askedZones(ctx, LISTED);
  return pieces.length === 0 ? [] : [heading(ctx.t("zone.waits")), ...pieces];
}

/** Only what the actor may decide now. */
export async function zonesToDecide(ctx: Context, most: number): Promise<Excerpt> {
  const pieces = (await askedZones(ctx, READ)).filter((piece) => piece.kind === "item" && piece.buttons !== undefined);
  return { count: pieces.length, pieces: pieces.slice(0, most) };
}

/** The longest waiting first. */
async function askedZones(ctx: Context, take: number): Promise<Piece[]> {
  const units = await unitsWhere(ctx, "decide_zone");
  const rows = await inTurns(units, (some) =>
    ctx.db.zoneOverride.findMany({
      where: { state: "asked", unitId: { in: some } },
      orderBy: { askedAt: "asc" },
      take,
      select: { id: true },
    }),
  );
  const found = (await Promise.all(rows.slice(0, take).map(({ id }) => findOverride(ctx, id)))).flatMap(
    (row) => row ?? [],
  );
  return Promise.all(found.map((row) => overridePiece(ctx, row)));
}
