/** What of the tiers waits for the reader: to propose, to recognise, to approve, and the quarter's lists. */
import { HANDS, type Hand } from "../../domain/classification/index.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { type Excerpt, heading, line, note, type Piece, type View } from "../../platform/view.ts";
import { unitsWhere } from "../people/index.ts";
import { waitingZones } from "../zones/index.ts";
import { quarterNow, steadyLoans, waitingList } from "./by-list.ts";
import { APPROVE_LIST, CONFIRM_LIST, RECOGNISE_LIST } from "./ids.ts";
import { proposalPiece } from "./pieces.ts";
import { type ProposalRow, VERB_OF, WITH_LOAN } from "./proposals.ts";

const LISTED = 10;
const LIST_ACTION = { propose: CONFIRM_LIST, recognise: RECOGNISE_LIST, approve: APPROVE_LIST } as const;

export async function tierDesk(ctx: Context): Promise<View> {
  const pieces: Piece[] = [];
  for (const hand of HANDS) {
    if (couldEver(ctx, VERB_OF[hand]))
      pieces.push(...(await waitingPieces(ctx, hand)), ...(await listPieces(ctx, hand)));
  }
  pieces.push(...(await waitingZones(ctx)));
  const title = ctx.t("tier.desk");
  return { title, pieces: [line(title), ...(pieces.length === 0 ? [note(ctx.t("tier.nothing"))] : pieces)] };
}

/** Of the second and the third hand, what the actor may decide now: one by one, and the quarter's lists. */
export async function tiersToDecide(ctx: Context, most: number): Promise<Excerpt> {
  const [pieces, lists]: [Piece[], Piece[]] = [[], []];
  for (const hand of HANDS.filter((one) => one !== "propose" && couldEver(ctx, VERB_OF[one]))) {
    const drawn = await Promise.all((await waitingRows(ctx, hand)).map((row) => proposalPiece(ctx, row)));
    pieces.push(...drawn.filter((piece) => piece.kind === "item" && (piece.buttons ?? []).length > 0));
    lists.push(...(await listPieces(ctx, hand)));
  }
  const count = pieces.length + lists.filter(({ kind }) => kind === "buttons").length;
  return { count, pieces: [...lists, ...pieces.slice(0, most)] };
}

/** What was suggested of one's own loans, as the morning's message shows it too. */
export async function suggestedPieces(ctx: Context): Promise<Piece[]> {
  return waitingPieces(ctx, "propose");
}

/** What the quarter's full run still asks of the reader's first hand: the list, and the suggestions that go one by one. */
export async function quarterPieces(ctx: Context): Promise<Piece[]> {
  return [...(await listPieces(ctx, "propose")), ...(await waitingPieces(ctx, "propose"))];
}

async function waitingPieces(ctx: Context, hand: Hand): Promise<Piece[]> {
  const rows = await waitingRows(ctx, hand);
  if (rows.length === 0) return [];
  const shown = await Promise.all(rows.slice(0, LISTED).map((row) => proposalPiece(ctx, row)));
  const more = rows.length - shown.length;
  return [
    heading(ctx.t(`tier.waits.${hand}`)),
    ...shown,
    ...(more > 0 ? [note(ctx.t("desk.more", { count: more }))] : []),
  ];
}

/** One more than is listed is enough to say that there are more. */
async function waitingRows(ctx: Context, hand: Hand): Promise<ProposalRow[]> {
  const take = 10 * LISTED;
  if (hand === "propose") {
    const mine = [ctx.actor.personId, ...ctx.actor.standsInFor];
    const kept = { borrower: { ownerships: { some: { toAt: null, personId: { in: mine } } } } };
    return ctx.db.tierProposal.findMany({
      where: { state: "suggested", loan: kept },
      include: WITH_LOAN,
      orderBy: { id: "asc" },
      take,
    });
  }
  const units = await unitsWhere(ctx, VERB_OF[hand]);
  const states = hand === "recognise" ? ["proposed"] : ["recognised", "proposed"];
  const rows = await inTurns(units, (some) =>
    ctx.db.tierProposal.findMany({
      where: {
        unitId: { in: some },
        quarter: null,
        state: { in: states },
        hands: hand === "recognise" ? 3 : { in: [2, 3] },
      },
      include: WITH_LOAN,
      orderBy: { id: "asc" },
      take,
    }),
  );
  const me = ctx.actor.personId;
  const others = rows.filter(({ proposedById, recognisedById }) => proposedById !== me && recognisedById !== me);
  return others.filter(({ state, hands }) => hand === "recognise" || state === "recognised" || hands === 2);
}

export async function listPieces(ctx: Context, hand: Hand): Promise<Piece[]> {
  const count = hand === "propose" ? (await steadyLoans(ctx)).length : (await waitingList(ctx, hand)).length;
  if (count === 0) return [];
  const quarter = quarterNow(ctx);
  const text = ctx.t("tier.list.act", { count });
  return [
    line(ctx.t(`tier.list.${hand}`, { count, quarter })),
    { kind: "buttons", buttons: [{ text, action: LIST_ACTION[hand], value: quarter }] },
  ];
}
