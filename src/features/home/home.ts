/** The Home tab: the person's day, made afresh each time it is drawn, what they must do first on top. */
import { isRefusal } from "../../domain/refusal.ts";
import { type Context, couldEver } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { bold, divider, line, type Piece } from "../../platform/view.ts";
import { absenceButton } from "../absences/index.ts";
import { searchButton } from "../accounts/index.ts";
import { ledgerButton } from "../ledger/index.ts";
import { type Desk, deskOf } from "../morning/index.ts";
import { unmatchedPieces } from "../people/index.ts";
import { healthPieces } from "./administrator/health.ts";
import { policyPieces } from "./administrator/policy.ts";
import { type Choices, readChoices } from "./choices.ts";
import { concernedBy } from "./concerned/concerned.ts";
import { registerHomeListeners } from "./listeners.ts";
import { absencePieces } from "./manager/absences.ts";
import { decisionPieces } from "./manager/decisions.ts";
import { latePieces, redPieces } from "./manager/exceptions.ts";
import { leadsUnits, statePieces } from "./manager/state.ts";
import { isOwn } from "./officer/in-view.ts";
import { numberPieces } from "./officer/numbers.ts";
import { ownSignalPieces } from "./officer/signals.ts";
import { workPieces } from "./officer/work.ts";
import { reviewPieces } from "./reviewer/queue.ts";
import { samplingPieces } from "./reviewer/sampling.ts";

/** More than an officer has open at once. */
const OPEN_AT_MOST = 1_000;
/** Of one page; fewer where other parts of the tab need the room. */
const LINES = 15;
const LINES_BESIDE = 8;
const SIGNALS = 5;
const SIGNALS_BESIDE = 3;

export function registerHome(door: Door): void {
  const run = (ctx: Context, choices: string) => homePieces(ctx, readChoices(choices));
  door.home = { verb: "see_own_desk", run, concerns: concernedBy };
  registerHomeListeners(door);
}

/** Each part asks who may; where none has anything to say, one sentence does. */
export async function homePieces(ctx: Context, choices: Choices = readChoices("")): Promise<Piece[]> {
  const found = await deskOf(ctx, ctx.actor.personId, { limit: OPEN_AT_MOST });
  const desk = isRefusal(found) ? undefined : found;
  const parts = [
    await decisionPieces(ctx),
    await redPieces(ctx),
    couldEver(ctx, "see_signal") ? await ownSignalPieces(ctx, leadsUnits(ctx) ? SIGNALS_BESIDE : SIGNALS) : [],
    couldEver(ctx, "see_queue") ? await reviewPieces(ctx, choices) : [],
    desk === undefined ? [] : latePieces(ctx, desk),
    desk === undefined ? [] : await workPart(ctx, desk, choices),
    ...(leadsUnits(ctx) ? [await absencePieces(ctx), await statePieces(ctx)] : []),
    await samplingPieces(ctx),
    couldEver(ctx, "see_delivery") ? [...(await healthPieces(ctx)), ...policyPieces(ctx)] : [],
    couldEver(ctx, "see_people_matching") ? await unmatchedPieces(ctx) : [],
  ].filter((pieces) => pieces.length > 0);
  const hello = [bold(ctx.t("home.greeting", { name: ctx.actor.name }))];
  const greeting: Piece = {
    kind: "item",
    text: hello,
    buttons: [...searchButton(ctx), ...absenceButton(ctx), ...ledgerButton(ctx)],
  };
  return parts.length === 0
    ? [greeting, line(ctx.t("home.nothing"))]
    : [greeting, ...parts.flatMap((pieces, at) => (at === 0 ? pieces : [divider, ...pieces]))];
}

/** Whoever does no checks has work only where some fell to them. */
async function workPart(ctx: Context, desk: Desk, choices: Choices): Promise<Piece[]> {
  const doesChecks = couldEver(ctx, "start_check");
  if (!doesChecks && !desk.items.some(isOwn)) {
    return [];
  }
  const size = couldEver(ctx, "see_queue") || leadsUnits(ctx) ? LINES_BESIDE : LINES;
  return [...workPieces(ctx, desk, choices, size), ...(doesChecks ? await numberPieces(ctx, desk) : [])];
}
