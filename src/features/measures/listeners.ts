/** What a person does with a measure in Slack: parse, one use case, show. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, OpenView, Submission } from "../../platform/slack/payload.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence, type TextKey } from "../../texts/index.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { offerUpload } from "../documents/index.ts";
import type { Keeper } from "../evidence/index.ts";
import { colleaguesWho } from "../people/index.ts";
import { answerOffer, decideOffer } from "./answer-offer.ts";
import { goalOf } from "./case-words.ts";
import { closeMeasure, sendBack } from "./close.ts";
import { chosenIn, filesIn, formOf, handOverForm, sendBackForm, typedIn } from "./forms.ts";
import { PROOF_FILE, proofRefs, registerProofPages, resultFormOf } from "./hand-in.ts";
import {
  ACCEPT,
  CLOSE_MEASURE,
  DECLINE,
  GIVE,
  GIVE_AWAY,
  GIVE_AWAY_FORM,
  HAND_IN_PROOF,
  HAND_OVER,
  HAND_OVER_FORM,
  LEAVE,
  OPEN_MEASURE,
  REPORT_RESULT,
  RESULT_FORM,
  SEND_BACK,
  SEND_BACK_FORM,
  SHOW_PROOF,
  TAKE_BACK,
  USE_USUAL,
} from "./ids.ts";
import { type MeasureCase, measureFor } from "./measure-case.ts";
import { cardsFor, cardsOf, measureCards, measureModal } from "./measure-modal.ts";
import { giveMeasure, type HandOver, offerMeasure, takeBackOffer } from "./offer.ts";
import { reportResult } from "./report-result.ts";
import { registerProofCopies, showProof } from "./show-proof.ts";
import { useUsual } from "./use-usual.ts";

export function registerMeasureListeners(door: Door, keeper: Keeper): void {
  registerProofPages(keeper.documents);
  registerProofCopies(keeper);
  door.onOpen(OPEN_MEASURE, "see_measure", (ctx, click, reply) =>
    showInPlace("measures.", click, reply, () => measureModal(ctx, click.value)),
  );
  door.onOpen(REPORT_RESULT, "report_measure", (ctx, click, reply) =>
    showInPlace("measures.", click, reply, () => resultFormOf(ctx, click.value)),
  );
  door.onOpen(HAND_IN_PROOF, "report_measure", async (ctx, click, reply) => {
    const wanted = { kind: PROOF_FILE, refs: proofRefs(formOf(click.view)), viewId: click.view?.id };
    const offered = await offerUpload(ctx, keeper.documents, wanted);
    await reply.updateModal(isRefusal(offered) ? measureCards.refused(ctx, offered) : offered);
  });
  door.onOpen(USE_USUAL, "report_measure", async (ctx, click, reply) => {
    const typed = typedIn(click.view?.values ?? {}, "result");
    const plan = { open: formOf(click.view), viewId: click.view?.id, typed };
    await reply.updateModal(await useUsual(ctx, keeper.documents, plan, click.value));
  });
  door.onOpen(SEND_BACK, "close_measure", (ctx, click, reply) =>
    showInPlace("measures.", click, reply, () => backFormOf(ctx, click.value)),
  );
  door.onDecision(CLOSE_MEASURE, "close_measure", async (ctx, click, reply) =>
    showDone(ctx, click, reply, await closeMeasure(ctx, click.value), "measure.closed"),
  );
  registerHandOver(door);
  door.onOpen(SHOW_PROOF, "see_measure", async (ctx, click, reply) => {
    const shown = await showProof(ctx, keeper, click.value, click.user.userId);
    await reply.tell(isRefusal(shown) ? refusedView(ctx, shown) : shown);
  });
  door.onSubmission(RESULT_FORM, "report_measure", async (ctx, submission) => {
    const { view } = submission;
    const { measure: measureId, form: formId } = formOf(view);
    const files = { slackFileIds: filesIn(view.values), formId };
    const reported = await reportResult(ctx, { measureId, text: typedIn(view.values, "result"), files });
    // Files that come by a page have no field of their own at which Slack would show it.
    const isFieldless = isRefusal(reported) && reported.field === "files" && formId !== undefined;
    return answerOf(ctx, submission, isFieldless ? { ...reported, field: "result" } : reported, "measure.reported");
  });
  door.onSubmission(SEND_BACK_FORM, "close_measure", async (ctx, submission) => {
    const { view } = submission;
    const sent = await sendBack(ctx, formOf(view).measure, typedIn(view.values, "reason"));
    return answerOf(ctx, submission, sent, "measure.sent_back");
  });
}

/** A measure goes to a colleague: offered, answered, given, taken back. */
function registerHandOver(door: Door): void {
  door.onOpen(HAND_OVER, "offer_measure", (ctx, click, reply) =>
    showInPlace("measures.", click, reply, () => handOverModal(ctx, "offer_measure", click.value, HAND_OVER_FORM)),
  );
  door.onOpen(GIVE_AWAY, "give_measure", (ctx, click, reply) =>
    showInPlace("measures.", click, reply, () => handOverModal(ctx, "give_measure", click.value, GIVE_AWAY_FORM)),
  );
  door.onSubmission(HAND_OVER_FORM, "offer_measure", async (ctx, submission) =>
    answerOf(ctx, submission, await offerMeasure(ctx, handOverIn(submission.view)), "measure.is_offered"),
  );
  door.onSubmission(GIVE_AWAY_FORM, "give_measure", async (ctx, submission) =>
    answerOf(ctx, submission, await giveMeasure(ctx, handOverIn(submission.view)), "measure.is_given"),
  );
  door.onDecision(TAKE_BACK, "offer_measure", async (ctx, click, reply) =>
    showDone(ctx, click, reply, await takeBackOffer(ctx, click.value), "measure.is_taken_back"),
  );
  door.onDecision(ACCEPT, "answer_measure", async (ctx, click, reply) =>
    showDone(ctx, click, reply, await answerOffer(ctx, click.value, true), "measure.is_accepted"),
  );
  door.onDecision(DECLINE, "answer_measure", async (ctx, click, reply) =>
    showDone(ctx, click, reply, await answerOffer(ctx, click.value, false), "measure.is_declined"),
  );
  door.onDecision(GIVE, "give_measure", async (ctx, click, reply) =>
    showDone(ctx, click, reply, await decideOffer(ctx, click.value, true), "measure.is_decided"),
  );
  door.onDecision(LEAVE, "give_measure", async (ctx, click, reply) =>
    showDone(ctx, click, reply, await decideOffer(ctx, click.value, false), "measure.is_decided"),
  );
}

function handOverIn(view: OpenView): HandOver {
  return { measureId: formOf(view).measure, toId: chosenIn(view.values), note: typedIn(view.values, "note") };
}

async function handOverModal(
  ctx: Context,
  verb: "offer_measure" | "give_measure",
  measureId: string,
  form: typeof HAND_OVER_FORM | typeof GIVE_AWAY_FORM,
): Promise<ModalView> {
  const found = await measureFor(ctx, verb, measureId);
  if (isRefusal(found)) {
    return measureCards.refused(ctx, found);
  }
  const { row } = found;
  const colleagues = (await colleaguesWho(ctx, "report_measure", row.unitId)).filter(({ id }) => id !== row.ownerId);
  return colleagues.length === 0
    ? cardsFor(row.kind).refused(ctx, refuse("measure.nobody_else"))
    : handOverForm(ctx.t, { measureId, about: aboutOf(ctx, found) }, colleagues, form);
}

/** In a message the sentence alone; in the measure's own modal in its place. */
async function showDone(
  ctx: Context,
  click: Click,
  reply: Reply,
  outcome: { number: string } | Refusal,
  done: TextKey,
): Promise<void> {
  const cards = await cardsOf(ctx, click.value);
  const view = isRefusal(outcome) ? cards.refused(ctx, outcome) : cards.done(ctx, ctx.t(done, outcome));
  await (click.view === undefined ? reply.openModal(async () => view) : reply.updateModal(view));
}

const refusedView = (ctx: Context, refusal: Refusal) => ({
  title: ctx.t("words.product"),
  pieces: [line(refusalSentence(ctx.language, refusal))],
});

async function backFormOf(ctx: Context, measureId: string): Promise<ModalView> {
  const found = await measureFor(ctx, "close_measure", measureId);
  return isRefusal(found)
    ? measureCards.refused(ctx, found)
    : sendBackForm(ctx.t, { measureId, about: aboutOf(ctx, found) });
}

function aboutOf({ t }: Context, { row, number }: MeasureCase): string {
  return `${row.borrower.name} · ${number} · ${goalOf(t, row)}`;
}

async function answerOf(
  ctx: Context,
  { view }: Submission,
  outcome: { number: string } | Refusal,
  done: TextKey,
): Promise<SubmissionAnswer> {
  const cards = await cardsOf(ctx, formOf(view).measure);
  if (!isRefusal(outcome)) {
    return { kind: "update", view: cards.done(ctx, ctx.t(done, outcome)) };
  }
  return outcome.field === undefined
    ? { kind: "update", view: cards.refused(ctx, outcome) }
    : { kind: "errors", errors: { [outcome.field]: spokenRefusal(ctx.language, outcome) } };
}
