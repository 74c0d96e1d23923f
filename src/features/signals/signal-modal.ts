/** A signal as its readers see it: what, of whom, how it stands, by when what, what happened, and what they may do. */
import { isRefusal } from "../../domain/refusal.ts";
import { ruleOf, type SignalStep, stepsOf } from "../../domain/signals/steps.ts";
import type { Context } from "../../platform/context.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { type Button, bold, line, note, type Piece } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { zoneOfBorrower } from "../standing-zones/index.ts";
import { zoneText } from "../zones/index.ts";
import { costPieces } from "./cost/cost-pieces.ts";
import { handButtons } from "./hands/buttons.ts";
import { holderOf } from "./hands/holder.ts";
import { handLines } from "./hands/lines.ts";
import { ASK_WORDS, SIGNAL_MODAL, TAKE_STEP } from "./ids.ts";
import { nextPieces } from "./next-pieces.ts";
import { refusedFor, type SignalCase, signalFor } from "./signal-case.ts";
import { awaited, eventPieces, levelText, titleOf } from "./signal-lines.ts";
import { needsWords } from "./step.ts";

export const signalCards = cardModals(SIGNAL_MODAL, "signal.title", 60);

export async function signalModal(ctx: Context, signalId: string): Promise<ModalView> {
  const found = await signalFor(ctx, "see_signal", signalId);
  return isRefusal(found) ? signalCards.refused(ctx, found) : signalCards.card(ctx, await piecesOf(ctx, found));
}

async function piecesOf(ctx: Context, found: SignalCase): Promise<Piece[]> {
  const { t } = ctx;
  const { row, now, level } = found;
  const [buttons, hands] = [stepButtons(ctx, found), await handButtons(ctx, found)];
  return [
    { kind: "item", text: [bold(row.borrower.name), " · ", row.number], more: customerMore(ctx, row.borrowerId) },
    { kind: "facts", facts: [[titleOf(ctx, row.code), levelText(ctx, level)], ...(await standing(ctx, found))] },
    ...(row.isRestricted ? [note(t("signal.restricted"))] : []),
    ...(row.plan === null ? [] : [line([bold(`${t("signal.plan")}: `), row.plan])]),
    ...(now.askedFor === null ? [] : [note(t(`signal.asked.${now.askedFor}`))]),
    ...(await handLines(ctx, found, { answered: false })),
    ...(await eventPieces(ctx, row)),
    ...(await costPieces(ctx, found)),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
    ...(hands.length === 0 ? [] : [{ kind: "buttons" as const, buttons: hands }]),
    ...(row.endedAt === null ? await nextPieces(ctx, row.id) : []),
  ];
}

async function standing(ctx: Context, found: SignalCase): Promise<[string, string][]> {
  const { t, language, actor } = ctx;
  // Of a restricted one the keeper knows nothing, and answers for nothing.
  const keeperId = (found.row.isRestricted ? found.row.ownerId : holderOf(found)) ?? "";
  const keeper = (await namesById(ctx.db, [keeperId])).get(keeperId);
  const due = awaited(ctx, found);
  const zone = await zoneOfBorrower(ctx, found.row.borrowerId);
  return [
    ...(zone === undefined ? [] : [[t("zone.label"), zoneText(ctx, zone)] satisfies [string, string]]),
    [t("signal.stands"), t(`signal.state.${found.now.state}`)],
    [t("signal.answers"), keeper ?? t("signal.nobody")],
    ...(due === undefined
      ? []
      : [[t(`signal.due.${due.answer}`), momentText(language, due.by, actor.timeZone)] satisfies [string, string]]),
  ];
}

/** Only what the reader may do now; `as`: only as whoever handles it, or as the second person. */
export function stepButtons(ctx: Context, found: SignalCase, as?: "handler" | "second"): Button[] {
  return stepsOf(found.now, found.today)
    .filter((step) => as === undefined || ruleOf(step).by === as)
    .filter(
      (step) => refusedFor(ctx, ruleOf(step).by === "second" ? "second_signal" : "handle_signal", found) === undefined,
    )
    .map((step, at) => buttonOf(ctx, found, step, at === 0));
}

function buttonOf({ t }: Context, { row }: SignalCase, step: SignalStep, isFirst: boolean): Button {
  return {
    text: t(`signal.step.${step}`),
    action: needsWords(step) ? `${ASK_WORDS}#${step}` : `${TAKE_STEP}#${step}`,
    value: `${row.id} ${step}`,
    ...(isFirst ? { style: "primary" as const } : {}),
  };
}
