/** What a person does with a measure in Slack: parse, one use case, show. */
import type { Verb } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click } from "../../platform/slack/payload.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import type { Keeper } from "../evidence/index.ts";
import { closeMeasure, sendBack } from "./close.ts";
import { type FormFacts, filesIn, measureOf, resultForm, sendBackForm, typedIn } from "./forms.ts";
import {
  CLOSE_MEASURE,
  OPEN_MEASURE,
  REPORT_RESULT,
  RESULT_FORM,
  SEND_BACK,
  SEND_BACK_FORM,
  SHOW_PROOF,
} from "./ids.ts";
import { measureFor } from "./measure-case.ts";
import { doneModal, measureModal, refusedModal } from "./measure-modal.ts";
import { reportResult } from "./report-result.ts";
import { showProof } from "./show-proof.ts";

export function registerMeasureListeners(door: Door, shelf: Keeper): void {
  door.onOpen(OPEN_MEASURE, "see_measure", (ctx, click, reply) =>
    inPlace(click, reply, () => measureModal(ctx, click.value)),
  );
  door.onOpen(REPORT_RESULT, "report_measure", (ctx, click, reply) =>
    inPlace(click, reply, () =>
      formOf(ctx, "report_measure", click.value, (facts) =>
        resultForm(ctx.t, facts, ctx.policy.policy.documents.file_types),
      ),
    ),
  );
  door.onOpen(SEND_BACK, "close_measure", (ctx, click, reply) =>
    inPlace(click, reply, () => formOf(ctx, "close_measure", click.value, (facts) => sendBackForm(ctx.t, facts))),
  );
  door.onDecision(CLOSE_MEASURE, "close_measure", async (ctx, click, reply) => {
    const closed = await closeMeasure(ctx, click.value);
    const view = isRefusal(closed) ? refusedModal(ctx, closed) : doneModal(ctx, ctx.t("measure.closed", closed));
    await (click.view === undefined ? reply.openModal(async () => view) : reply.updateModal(view));
  });
  door.onOpen(SHOW_PROOF, "see_measure", async (ctx, click, reply) => {
    const shown = await showProof(ctx, shelf, click.value, click.user.userId);
    const sentence = isRefusal(shown) ? refusalSentence(ctx.language, shown) : ctx.t("review.file_sent", shown);
    await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
  });
  door.onSubmission(RESULT_FORM, "report_measure", async (ctx, { view }) => {
    const slackFileIds = filesIn(view.values);
    const said = { measureId: measureOf(view), text: typedIn(view.values, "result"), slackFileIds };
    return answerOf(ctx, await reportResult(ctx, said), "measure.reported");
  });
  door.onSubmission(SEND_BACK_FORM, "close_measure", async (ctx, { view }) =>
    answerOf(ctx, await sendBack(ctx, measureOf(view), typedIn(view.values, "reason")), "measure.sent_back"),
  );
}

/** From a message or the Home tab a modal of its own; from a report it stands on top; in its own modal, in its place. */
async function inPlace(click: Click, reply: Reply, build: () => Promise<ModalView>): Promise<void> {
  const place = click.view?.callbackId ?? "";
  if (place === "") {
    return reply.openModal(build);
  }
  await (place.startsWith("measures.") ? reply.updateModal(await build()) : reply.pushModal(build));
}

async function formOf(
  ctx: Context,
  verb: Verb,
  measureId: string,
  draw: (facts: FormFacts) => ModalView,
): Promise<ModalView> {
  const found = await measureFor(ctx, verb, measureId);
  return isRefusal(found)
    ? refusedModal(ctx, found)
    : draw({ measureId, about: `${found.row.borrower.name} · ${found.number} · ${found.row.goal}` });
}

function answerOf(
  ctx: Context,
  outcome: { number: string } | Refusal,
  done: "measure.reported" | "measure.sent_back",
): SubmissionAnswer {
  if (!isRefusal(outcome)) {
    return { kind: "update", view: doneModal(ctx, ctx.t(done, outcome)) };
  }
  return outcome.field === undefined
    ? { kind: "update", view: refusedModal(ctx, outcome) }
    : { kind: "errors", errors: { [outcome.field]: spokenRefusal(ctx.language, outcome) } };
}
