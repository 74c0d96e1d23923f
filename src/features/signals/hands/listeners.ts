/** What people do with a signal beside its steps: parse, one use case, show. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import type { Context } from "../../../platform/context.ts";
import type { Door, Reply } from "../../../platform/slack/door.ts";
import { showInPlace } from "../../../platform/slack/in-place.ts";
import type { ModalView, SubmissionAnswer } from "../../../platform/slack/modal.ts";
import type { Click } from "../../../platform/slack/payload.ts";
import type { TextKey } from "../../../texts/index.ts";
import { spokenRefusal } from "../../../texts/refusal-sentence.ts";
import { chosenIn, typedIn } from "../fields.ts";
import {
  ACCEPT,
  ANSWER,
  ANSWER_FORM,
  ASK,
  ASK_FORM,
  DECLINE,
  HAND_OVER,
  HAND_OVER_FORM,
  NUDGE_SIGNAL,
  SNOOZE,
  SNOOZE_FORM,
  TAKE_BACK,
  TAKE_OVER,
  WAKE,
} from "../ids.ts";
import type { SignalCase } from "../signal-case.ts";
import { titleOf } from "../signal-lines.ts";
import { signalCards, signalModal } from "../signal-modal.ts";
import { answerAbout, questionFor } from "./answer.ts";
import { answerSignalOffer } from "./answer-offer.ts";
import { askAbout } from "./ask.ts";
import { colleaguesFor } from "./colleagues-for.ts";
import { aboutIn, answerForm, askForm, handOverForm, snoozeForm } from "./forms.ts";
import { standingFor } from "./holder.ts";
import { nudgeHolder } from "./nudge.ts";
import { offerSignal, takeBackSignal } from "./offer.ts";
import { snoozable, snoozeSignal, wakeSignal } from "./snooze.ts";
import { takeOver } from "./take-over.ts";

type Done = { readonly number: string; readonly name?: string };

export function registerHandListeners(door: Door): void {
  registerDecisions(door);
  registerForms(door);
  door.onSubmission(HAND_OVER_FORM, "hand_over_signal", async (ctx, { view }) => {
    const [toId, note] = [chosenIn(view.values, "to"), typedIn(view.values, "words")];
    return answerOf(ctx, await offerSignal(ctx, { signalId: aboutIn(view), toId, note }), "signal.is_offered");
  });
  door.onSubmission(ASK_FORM, "ask_about_signal", async (ctx, { view }) => {
    const [ofId, question] = [chosenIn(view.values, "to"), typedIn(view.values, "words")];
    return answerOf(ctx, await askAbout(ctx, { signalId: aboutIn(view), ofId, question }), "signal.is_asked");
  });
  door.onSubmission(ANSWER_FORM, "answer_about_signal", async (ctx, { view }) =>
    answerOf(ctx, await answerAbout(ctx, aboutIn(view), typedIn(view.values, "words")), "signal.is_answered"),
  );
  door.onSubmission(SNOOZE_FORM, "snooze_signal", async (ctx, { view }) => {
    const [until, reason] = [new Date(chosenIn(view.values, "until")), typedIn(view.values, "words")];
    return answerOf(ctx, await snoozeSignal(ctx, { signalId: aboutIn(view), until, reason }), "signal.is_snoozed");
  });
}

function registerDecisions(door: Door): void {
  door.onDecision(TAKE_OVER, "take_over_signal", async (ctx, click, reply) =>
    showDone(ctx, click, reply, { outcome: await takeOver(ctx, click.value), done: "signal.is_taken_over" }),
  );
  door.onDecision(TAKE_BACK, "hand_over_signal", async (ctx, click, reply) =>
    showDone(ctx, click, reply, { outcome: await takeBackSignal(ctx, click.value), done: "signal.is_taken_back" }),
  );
  door.onDecision(ACCEPT, "answer_signal_offer", async (ctx, click, reply) =>
    showDone(ctx, click, reply, {
      outcome: await answerSignalOffer(ctx, click.value, true),
      done: "signal.is_taken_over",
    }),
  );
  door.onDecision(DECLINE, "answer_signal_offer", async (ctx, click, reply) =>
    showDone(ctx, click, reply, {
      outcome: await answerSignalOffer(ctx, click.value, false),
      done: "signal.is_declined",
    }),
  );
  door.onDecision(NUDGE_SIGNAL, "nudge_officer", async (ctx, click, reply) =>
    showDone(ctx, click, reply, { outcome: await nudgeHolder(ctx, click.value), done: "nudge.sent" }),
  );
  door.onDecision(WAKE, "snooze_signal", async (ctx, click, reply) =>
    showDone(ctx, click, reply, { outcome: await wakeSignal(ctx, click.value), done: "signal.is_woken" }),
  );
}

function registerForms(door: Door): void {
  door.onOpen(HAND_OVER, "hand_over_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => withColleagues(ctx, click.value, "hand_over_signal")),
  );
  door.onOpen(ASK, "ask_about_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => withColleagues(ctx, click.value, "ask_about_signal")),
  );
  door.onOpen(ANSWER, "answer_about_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => answerFormOf(ctx, click.value)),
  );
  door.onOpen(SNOOZE, "snooze_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => snoozeFormOf(ctx, click.value)),
  );
}

async function answerFormOf(ctx: Context, questionId: string): Promise<ModalView> {
  const asked = await questionFor(ctx, questionId);
  if (isRefusal(asked)) {
    return signalCards.refused(ctx, asked);
  }
  const { row } = asked.found;
  // Whoever is asked may know no more of the customer than the question says.
  const about = { id: questionId, about: `${row.number} · ${titleOf(ctx, row.code)}` };
  return answerForm(ctx, about, asked.question.question);
}

async function snoozeFormOf(ctx: Context, signalId: string): Promise<ModalView> {
  const open = await snoozable(ctx, signalId);
  return isRefusal(open) ? signalCards.refused(ctx, open) : snoozeForm(ctx, aboutOf(ctx, open.found), open.offer.ends);
}

async function withColleagues(
  ctx: Context,
  signalId: string,
  verb: "hand_over_signal" | "ask_about_signal",
): Promise<ModalView> {
  const found = await standingFor(ctx, verb, signalId);
  if (isRefusal(found)) {
    return signalCards.refused(ctx, found);
  }
  const answers = verb === "hand_over_signal" ? "answer_signal_offer" : "answer_about_signal";
  const colleagues = await colleaguesFor(ctx, found, answers);
  const form = verb === "hand_over_signal" ? handOverForm : askForm;
  return colleagues.length === 0
    ? signalCards.refused(ctx, refuse("signal.nobody_else"))
    : form(ctx, aboutOf(ctx, found), colleagues);
}

function aboutOf(ctx: Context, { row }: SignalCase) {
  return { id: row.id, about: `${row.borrower.name} · ${row.number} · ${titleOf(ctx, row.code)}` };
}

interface Shown {
  readonly outcome: Done | Refusal;
  readonly done: TextKey;
}

/** In a message the sentence alone; in the signal's own modal the signal as it is now. */
async function showDone(ctx: Context, click: Click, reply: Reply, { outcome, done }: Shown): Promise<void> {
  if (isRefusal(outcome)) {
    const view = signalCards.refused(ctx, outcome);
    return click.view === undefined ? reply.openModal(async () => view) : reply.updateModal(view);
  }
  return click.view === undefined
    ? reply.openModal(async () => signalCards.done(ctx, ctx.t(done, { ...outcome })))
    : reply.updateModal(await signalModal(ctx, click.value));
}

function answerOf(ctx: Context, outcome: Done | Refusal, done: TextKey): SubmissionAnswer {
  if (!isRefusal(outcome)) {
    return { kind: "update", view: signalCards.done(ctx, ctx.t(done, { ...outcome })) };
  }
  return outcome.field === undefined
    ? { kind: "update", view: signalCards.refused(ctx, outcome) }
    : { kind: "errors", errors: { [outcome.field]: spokenRefusal(ctx.language, outcome) } };
}
