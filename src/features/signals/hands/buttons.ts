/** What the reader may do with a signal beside its steps. Only what they may do now. */
import { authorize, type Context } from "../../../platform/context.ts";
import type { Button } from "../../../platform/view.ts";
import { quietOffer } from "../../escalation/index.ts";
import { ACCEPT, ASK, DECLINE, HAND_OVER, SNOOZE, TAKE_BACK, TAKE_OVER, WAKE } from "../ids.ts";
import { refusedFor, type SignalCase } from "../signal-case.ts";
import { askedOf } from "./answer-offer.ts";
import { holderOf } from "./holder.ts";

export async function handButtons(ctx: Context, found: SignalCase): Promise<Button[]> {
  const { row } = found;
  if (row.endedAt !== null) {
    return [];
  }
  const taking = takeOverButton(ctx, found);
  return row.isRestricted
    ? taking
    : [
        ...offerButtons(ctx, found),
        ...taking,
        ...handOverButtons(ctx, found),
        ...one(ctx, found, "ask_about_signal", { text: ctx.t("signal.hand.ask"), action: ASK }),
        ...(await quietButtons(ctx, found)),
      ];
}

/** Nothing for whoever answers for it already. */
export function takeOverButton(ctx: Context, found: SignalCase): Button[] {
  const isTheirs = holderOf(found) === ctx.actor.personId;
  const button = { text: ctx.t("signal.hand.take_over"), action: TAKE_OVER };
  return isTheirs || found.row.endedAt !== null ? [] : one(ctx, found, "take_over_signal", button);
}

/** For whoever is asked to take it. */
export function offerButtons(ctx: Context, found: SignalCase): Button[] {
  const { id, offeredToId } = found.row;
  if (offeredToId === null || authorize(ctx, "answer_signal_offer", askedOf(found, offeredToId)) !== undefined) {
    return [];
  }
  return [
    { text: ctx.t("signal.hand.accept"), action: ACCEPT, value: id, style: "primary" },
    { text: ctx.t("signal.hand.decline"), action: DECLINE, value: id },
  ];
}

function handOverButtons(ctx: Context, found: SignalCase): Button[] {
  const button =
    found.row.offeredToId === null
      ? { text: ctx.t("signal.hand.hand_over"), action: HAND_OVER }
      : { text: ctx.t("signal.hand.take_back"), action: TAKE_BACK };
  return one(ctx, found, "hand_over_signal", button);
}

async function quietButtons(ctx: Context, found: SignalCase): Promise<Button[]> {
  if (refusedFor(ctx, "snooze_signal", found) !== undefined) {
    return [];
  }
  const offer = await quietOffer(ctx, found.row.id);
  if (offer?.running !== undefined) {
    return one(ctx, found, "snooze_signal", { text: ctx.t("signal.hand.wake"), action: WAKE });
  }
  const isOpen = offer?.isAwaited === true && offer.left > 0;
  return isOpen ? one(ctx, found, "snooze_signal", { text: ctx.t("signal.hand.snooze"), action: SNOOZE }) : [];
}

type HandVerb = "take_over_signal" | "hand_over_signal" | "ask_about_signal" | "snooze_signal";

function one(ctx: Context, found: SignalCase, verb: HandVerb, button: { text: string; action: string }): Button[] {
  return refusedFor(ctx, verb, found) === undefined ? [{ ...button, value: found.row.id }] : [];
}
