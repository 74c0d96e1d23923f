/** What is told while a signal goes between people: that it is offered, that something is asked, and what became of it. */
import { maskName } from "../../../domain/masking.ts";
import { authorize, type Context } from "../../../platform/context.ts";
import type { DueMessage, Renderers } from "../../../platform/outbox/renderers.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import { type Button, bold, line, note, type Piece, quiet, type View } from "../../../platform/view.ts";
import { momentText } from "../../../texts/dates.ts";
import { customerMore } from "../../named-customers/index.ts";
import { namesById } from "../../people/index.ts";
import { ANSWER, ASKED_KIND, HANDS_KIND, OFFERED_KIND, OPEN_SIGNAL } from "../ids.ts";
import { loadSignal, refusedFor, type SignalCase } from "../signal-case.ts";
import { levelText, titleOf } from "../signal-lines.ts";
import { askedOf } from "./answer-offer.ts";
import { offerButtons } from "./buttons.ts";
import { HAND_OUTCOMES } from "./tell-hands.ts";

export function addHandRenderers(renderers: Renderers): void {
  renderers.add(OFFERED_KIND, drawOffered);
  renderers.add(ASKED_KIND, drawAsked);
  renderers.add(HANDS_KIND, drawOutcome);
}

/** Nothing where it was taken back or offered to another before it could be said. */
async function drawOffered(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadSignal(ctx, message.refs.signalId ?? "");
  const waits = found?.row.offeredToId === message.personId;
  if (found === undefined || (!waits && !message.editing)) {
    return undefined;
  }
  const { row } = found;
  const by = await nameOf(ctx, row.offeredById ?? "");
  const title = ctx.t(waits ? "signal.offered_title" : "signal.offer_over_title", { ...said(ctx, found), name: by });
  const isTheirs = row.ownerId === message.personId;
  const offered = row.offerNote === null ? [] : [line(row.offerNote)];
  return view(ctx, found, title, {
    buttons: waits ? offerButtons(ctx, found) : [],
    more: waits
      ? [...offered, note(ctx.t("signal.until_you_accept", { moment: untilText(ctx, row.offerUntil) }))]
      : [note(ctx.t(isTheirs ? "signal.yours_now" : "signal.offer_ended"))],
  });
}

/** The question stands in it; whoever is asked may know no more of the customer than that. */
async function drawAsked(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadSignal(ctx, message.refs.signalId ?? "");
  const question = await ctx.db.signalQuestion.findUnique({ where: { id: message.refs.questionId ?? "" } });
  if (found === undefined || question === null) {
    return undefined;
  }
  const name = await nameOf(ctx, question.askedById);
  const mayAnswer = authorize(ctx, "answer_about_signal", askedOf(found, question.ofPersonId)) === undefined;
  const waits = question.answeredAt === null && mayAnswer;
  const answer: Button = { text: ctx.t("signal.hand.answer"), action: ANSWER, value: question.id, style: "primary" };
  return view(ctx, found, ctx.t("signal.asked_title", { ...said(ctx, found), name }), {
    buttons: waits ? [answer] : [],
    more: [
      line(question.question),
      ...(question.answer === null ? [] : [line([bold(ctx.t("signal.answers_that")), " ", question.answer])]),
    ],
  });
}

async function drawOutcome(ctx: Context, message: DueMessage): Promise<View | undefined> {
  const found = await loadSignal(ctx, message.refs.signalId ?? "");
  if (found === undefined || refusedFor(ctx, "see_signal", found) !== undefined) {
    return undefined;
  }
  const outcome = oneOf(HAND_OUTCOMES, message.refs.outcome ?? "taken_over");
  const name = await nameOf(ctx, message.refs.byId ?? "");
  const title = ctx.t(`signal.hands.${outcome}`, { ...said(ctx, found), name });
  const id = message.refs.questionId ?? "";
  const question = id === "" ? null : await ctx.db.signalQuestion.findUnique({ where: { id } });
  const more =
    question === null
      ? []
      : [line(question.question), line([bold(ctx.t("signal.answers_that")), " ", question.answer ?? ""])];
  return view(ctx, found, title, { buttons: [], more });
}

/** For a title, which stands on lock screens. */
function said(ctx: Context, { row, level }: SignalCase) {
  const signal = row.isRestricted ? ctx.t("signal.restricted_name") : titleOf(ctx, row.code);
  return { level: levelText(ctx, level), signal, customer: maskName(row.borrower.name) };
}

/** Whoever may see the signal can open it, and reads its customer in full. */
function view(
  ctx: Context,
  found: SignalCase,
  title: string,
  { buttons, more }: { readonly buttons: readonly Button[]; readonly more: readonly Piece[] },
): View {
  const { t } = ctx;
  const { row, level, now } = found;
  const sees = refusedFor(ctx, "see_signal", found) === undefined;
  const open = sees && row.endedAt === null ? [{ text: t("signal.open"), action: OPEN_SIGNAL, value: row.id }] : [];
  const shown = [...buttons, ...open];
  const customer = sees ? row.borrower.name : maskName(row.borrower.name);
  return {
    title,
    pieces: [
      line(title),
      {
        kind: "item",
        text: [bold(customer), " · ", `${levelText(ctx, level)} · ${titleOf(ctx, row.code)}`],
        detail: [quiet([row.number, t(`signal.state.${now.state}`)].join(" · "))],
        ...(sees ? { more: customerMore(ctx, row.borrowerId) } : {}),
      },
      ...more,
      ...(shown.length === 0 ? [] : [{ kind: "buttons" as const, buttons: shown }]),
    ],
  };
}

function untilText({ language, actor }: Context, until: Date | null): string {
  return until === null ? "" : momentText(language, until, actor.timeZone);
}

async function nameOf({ db }: Context, personId: string): Promise<string> {
  return (await namesById(db, [personId])).get(personId) ?? "";
}
