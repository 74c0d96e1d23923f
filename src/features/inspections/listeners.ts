/** What a person does with a check in Slack: parse, one use case, show. */
import type { FieldError } from "../../domain/check/types.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, Submission } from "../../platform/slack/payload.ts";
import { line } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { type DocumentDesk, offerUpload } from "../documents/index.ts";
import { type Keeper, keepPending } from "../evidence/index.ts";
import { type CheckSheet, loadSheet } from "./check-sheet.ts";
import { correctReport } from "./correct.ts";
import { doneFacts } from "./done-facts.ts";
import { dropFile } from "./drop-file.ts";
import { openCheck, startAnyway } from "./early.ts";
import { rawFromElement } from "./fields.ts";
import { answeredOnly, formState, readMetadata, readRow } from "./form-state.ts";
import { withExamples } from "./gate-example.ts";
import { CHECK_FILE, checkFileRefs, registerHandIn } from "./hand-in.ts";
import {
  ADD_RISK,
  ADD_ROW,
  ANSWER,
  CORRECT,
  GO_BACK,
  GO_TO_STEP,
  HAND_IN,
  LOOK_FORM,
  REMOVE_FILE,
  REMOVE_RISK,
  REMOVE_ROW,
  START,
  START_EARLY,
  STEP_FORM,
  SUMMARY_FORM,
  TO_SUMMARY,
  USE_USUAL,
  WITHDRAW,
} from "./ids.ts";
import { lookModal } from "./look-view.ts";
import { beginRisk, dropRisk } from "./risk-steps.ts";
import { addRow, removeRow } from "./rows.ts";
import { saveAnswers } from "./save.ts";
import { readerOf, refusalModal, showDraft, showStep, summaryWith } from "./show.ts";
import { submitReport } from "./submit.ts";
import { SUMMARY_KEYS } from "./summary-questions.ts";
import { submittedModal } from "./summary-view.ts";
import { keepStep, takeStep } from "./take-step.ts";
import { useUsual } from "./use-usual.ts";
import { withdrawReport } from "./withdraw.ts";

const FILES_WAIT_MS = 1_200;

export function registerInspections(door: Door, keeper: Keeper): void {
  registerHandIn(keeper.documents);
  door.onOpen(START, "start_check", async (ctx, click, reply) =>
    inPlace(click, reply, () => openCheck(ctx, click.value)),
  );
  door.onOpen(START_EARLY, "start_check", async (ctx, click, reply) =>
    inPlace(click, reply, () => startAnyway(ctx, click.value)),
  );
  door.onOpen(CORRECT, "correct_report", async (ctx, click, reply) =>
    inPlace(click, reply, async () => showDraft(ctx, await correctReport(ctx, click.value))),
  );
  door.onInput(ANSWER, "save_draft", saveOne);
  door.onOpen(GO_BACK, "save_draft", goBack);
  door.onOpen(TO_SUMMARY, "save_draft", toSummary);
  door.onOpen(GO_TO_STEP, "save_draft", goToStep);
  door.onOpen(ADD_RISK, "save_draft", addRisk);
  door.onOpen(REMOVE_RISK, "save_draft", removeRisk);
  door.onOpen(USE_USUAL, "save_draft", fillMeasure);
  door.onDecision(ADD_ROW, "save_draft", async (ctx, click, reply) =>
    changeRows(ctx, click, reply, (draft) => addRow(ctx, draft, click.value)),
  );
  door.onDecision(REMOVE_ROW, "save_draft", async (ctx, click, reply) => {
    const { group, row } = readRow(click.value);
    await changeRows(ctx, click, reply, (draft) => removeRow(ctx, draft, group, row));
  });
  door.onSubmission(LOOK_FORM, "save_draft", async (ctx, { view }) => {
    const { draft, step } = readMetadata(view.metadata);
    return { kind: "update", view: await stepOf(ctx, draft, step + 1) };
  });
  door.onOpen(HAND_IN, "attach_evidence", (ctx, click, reply) => askForPage(ctx, click, reply, keeper.documents));
  door.onDecision(REMOVE_FILE, "attach_evidence", removeOne);
  door.onSubmission(STEP_FORM, "save_draft", async (ctx, submission) => takeOne(ctx, submission, keeper));
  door.onSubmission(SUMMARY_FORM, "submit_report", async (ctx, submission) => submit(ctx, submission, keeper));
  door.onDecision(WITHDRAW, "withdraw_report", async (ctx, click, reply) => {
    const outcome = await withdrawReport(ctx, click.value);
    await reply.updateModal(await showDraft(ctx, outcome));
  });
}

/** From a message or the Home tab a modal of its own; in a list or a report, its place is taken. */
async function inPlace(click: Click, reply: Reply, build: () => Promise<ModalView>): Promise<void> {
  const inModal = (click.view?.callbackId ?? "") !== "";
  await (inModal ? reply.updateModal(await build()) : reply.openModal(build));
}

/** What Slack tells while a person is filling in. It may be told late: the person may have gone on, and is not taken back. */
async function saveOne(ctx: Context, click: Click): Promise<void> {
  const { draft } = readMetadata(click.view?.metadata ?? "");
  const answers = { [click.element.block_id]: rawFromElement(click.element) };
  await saveAnswers(ctx, { draftId: draft, answers });
}

async function goToStep(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { draft } = readMetadata(click.view?.metadata ?? "");
  await saveAnswers(ctx, { draftId: draft, answers: {}, step: Number(click.value) });
  await reply.updateModal(await stepOf(ctx, draft, Number(click.value)));
}

async function goBack(ctx: Context, click: Click, reply: Reply): Promise<void> {
  await leaveFor(ctx, click, reply, (step) => Math.max(step - 1, 0));
}

async function toSummary(ctx: Context, click: Click, reply: Reply): Promise<void> {
  await leaveFor(ctx, click, reply, (_step, steps) => steps);
}

/** To another step, taking along what was typed in this one. */
async function leaveFor(
  ctx: Context,
  click: Click,
  reply: Reply,
  where: (step: number, steps: number) => number,
): Promise<void> {
  const { draft, step } = readMetadata(click.view?.metadata ?? "");
  await keepTyped(ctx, draft, click);
  const steps = (await loadSheet(ctx, draft))?.pages.length;
  const target = where(step, steps ?? step);
  await saveAnswers(ctx, { draftId: draft, answers: {}, step: target });
  await reply.updateModal(await stepOf(ctx, draft, target));
}

async function keepTyped(ctx: Context, draft: string, click: Click): Promise<void> {
  const sheet = await loadSheet(ctx, draft);
  if (sheet !== undefined) {
    const { answers } = formState(sheet.form, click.view?.values ?? {});
    await saveAnswers(ctx, { draftId: draft, answers: answeredOnly(answers) });
  }
}

async function addRisk(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { draft, step } = readMetadata(click.view?.metadata ?? "");
  await keepTyped(ctx, draft, click);
  await reply.updateModal(await stepOf(ctx, draft, await beginRisk(ctx, draft, step)));
}

/** Back to the question: a step with the same fields would keep what Slack's own state holds. */
async function removeRisk(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { draft, step } = readMetadata(click.view?.metadata ?? "");
  await reply.updateModal(await stepOf(ctx, draft, await dropRisk(ctx, draft, step)));
}

/** What was typed is kept first: what is chosen joins it. */
async function fillMeasure(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { draft, step } = readMetadata(click.view?.metadata ?? "");
  await keepTyped(ctx, draft, click);
  const refused = await useUsual(ctx, draft, step, click.value);
  if (refused !== undefined && refused.field === undefined) {
    return reply.updateModal(refusalModal(ctx, refused));
  }
  await reply.updateModal(await stepOf(ctx, draft, step, refused === undefined ? {} : atFields(ctx, [refused])));
}

/** Keeps what was typed, changes the rows, and shows the step where they are. */
async function changeRows(
  ctx: Context,
  click: Click,
  reply: Reply,
  change: (draftId: string) => Promise<number | Refusal>,
): Promise<void> {
  const { draft, step } = readMetadata(click.view?.metadata ?? "");
  await keepStep(ctx, draft, step, click.view?.values ?? {});
  const shown = await change(draft);
  await reply.updateModal(typeof shown === "number" ? await stepOf(ctx, draft, shown) : refusalModal(ctx, shown));
}

/** The step again, with a link in it that works once. */
async function askForPage(ctx: Context, click: Click, reply: Reply, documents: DocumentDesk): Promise<void> {
  const { draft } = readMetadata(click.view?.metadata ?? "");
  await keepTyped(ctx, draft, click);
  const refs = checkFileRefs(draft, click.value);
  const offered = await offerUpload(ctx, documents, { kind: CHECK_FILE, refs, viewId: click.view?.id });
  await (isRefusal(offered) ? reply.tell(refusedView(ctx, offered)) : reply.updateModal(offered));
}

const refusedView = (ctx: Context, refusal: Refusal) => ({
  title: ctx.t("words.product"),
  pieces: [line(spokenRefusal(ctx.language, refusal))],
});

async function removeOne(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { draft, step } = readMetadata(click.view?.metadata ?? "");
  await keepStep(ctx, draft, step, click.view?.values ?? {});
  const refused = await dropFile(ctx, draft, click.value);
  await reply.updateModal(refused === undefined ? await stepOf(ctx, draft, step) : refusalModal(ctx, refused));
}

async function takeOne(ctx: Context, { view }: Submission, keeper: Keeper): Promise<SubmissionAnswer> {
  const { draft, step } = readMetadata(view.metadata);
  const taken = await takeStep(ctx, draft, step, view.values);
  if (isRefusal(taken)) {
    return { kind: "update", view: refusalModal(ctx, taken) };
  }
  if ("sheet" in taken) {
    void keepPending(ctx, keeper, { draftId: draft }).catch(() => undefined);
    const { sheet, next, look } = taken;
    const view =
      look === undefined ? await showStep(ctx, sheet, next) : lookModal(sheet, look, next - 1, readerOf(ctx, sheet));
    return { kind: "update", view };
  }
  // An answer may have brought in questions that this view does not show yet: it is drawn again, with all that was typed.
  const isShown = taken.every(({ field }) => field !== undefined && field in view.values);
  return isShown
    ? { kind: "errors", errors: atFields(ctx, taken) }
    : { kind: "update", view: await stepOf(ctx, draft, step, atFields(ctx, taken)) };
}

function atFields(ctx: Context, refusals: readonly Refusal[]): Record<string, string> {
  return Object.fromEntries(refusals.map((refusal) => [refusal.field ?? "", spokenRefusal(ctx.language, refusal)]));
}

async function submit(ctx: Context, { view }: Submission, keeper: Keeper): Promise<SubmissionAnswer> {
  const { draft } = readMetadata(view.metadata);
  await keepExplanations(ctx, draft, view.values);
  // Slack waits three seconds; a file that is slower is waited for by the report, not by the click.
  await Promise.race([
    keepPending(ctx, keeper, { draftId: draft }),
    new Promise((resume) => setTimeout(resume, FILES_WAIT_MS)),
  ]);
  const outcome = await submitReport(ctx, draft);
  const sheet = await loadSheet(ctx, draft);
  if (isRefusal(outcome) || sheet === undefined) {
    const refusal = isRefusal(outcome) ? outcome : { refused: "not_found", values: { number: "" } };
    return { kind: "push", view: refusalModal(ctx, refusal) };
  }
  if ("errors" in outcome) {
    return unfinished(ctx, sheet, outcome.errors, view.values);
  }
  return { kind: "update", view: submittedModal(await doneFacts(ctx, sheet, outcome), readerOf(ctx, sheet)) };
}

/** Typed at the summary itself, where it is asked. */
async function keepExplanations(ctx: Context, draftId: string, values: Submission["view"]["values"]): Promise<void> {
  const typed = SUMMARY_KEYS.flatMap((key) => {
    const element = values[key]?.[ANSWER];
    return element === undefined ? [] : [[key, rawFromElement(element)] as const];
  });
  if (typed.length > 0) {
    await saveAnswers(ctx, { draftId, answers: Object.fromEntries(typed) });
  }
}

/** What is wrong in a step is shown with the way there; what is asked at the summary stands at its field. */
async function unfinished(
  ctx: Context,
  sheet: CheckSheet,
  errors: readonly FieldError[],
  values: Submission["view"]["values"],
): Promise<SubmissionAnswer> {
  const here = errors.filter(({ answerKey }) => SUMMARY_KEYS.includes(answerKey));
  const shown = here.length === errors.length && here.every(({ answerKey }) => answerKey in values);
  return here.length > 0 && shown
    ? {
        kind: "errors",
        errors: atFields(
          ctx,
          withExamples(
            sheet,
            here.map(({ refusal }) => refusal),
          ),
        ),
      }
    : {
        kind: "update",
        view: await summaryWith(
          ctx,
          sheet,
          errors.filter((error) => !here.includes(error)),
        ),
      };
}

async function stepOf(
  ctx: Context,
  draftId: string,
  at: number,
  said: Readonly<Record<string, string>> = {},
): Promise<ModalView> {
  const sheet = await loadSheet(ctx, draftId);
  return sheet === undefined
    ? refusalModal(ctx, { refused: "not_found", values: { number: "" } })
    : showStep(ctx, sheet, at, { said });
}
