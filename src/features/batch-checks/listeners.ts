/** What an officer does with a batch in Slack: parse, one use case, show. */
import { z } from "zod";
import { isRefusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, Submission, ViewState } from "../../platform/slack/payload.ts";
import { type RawAnswers, rawFromElement } from "../inspections/index.ts";
import { sentenceModal } from "./done-view.ts";
import {
  BATCH_ANSWER,
  BATCH_PAGE,
  CONCLUSION_FORM,
  inspectionSeen,
  OPEN_BATCH,
  PAGE_FORM,
  SEEN,
  TICK_PAGE,
} from "./ids.ts";
import { saveBatch } from "./save.ts";
import { fieldErrors, refusalModal, showDone, showOpened, showPage } from "./show.ts";
import { submitBatch } from "./submit.ts";

const metadata = z.object({
  batch: z.string(),
  page: z.int().min(0),
  round: z.int().min(0),
  shown: z.array(z.tuple([z.string(), z.string()])),
});

export function registerBatchChecks(door: Door): void {
  door.onOpen(OPEN_BATCH, "start_check", async (ctx, click, reply) => inPlace(click, reply, () => showOpened(ctx)));
  door.onOpen(BATCH_PAGE, "save_draft", turnPage);
  door.onInput(SEEN, "save_draft", tickOne);
  door.onInput(BATCH_ANSWER, "save_draft", async (ctx, click) => {
    const { batch } = placeOf(click.view?.metadata);
    const { block_id } = click.element;
    await saveBatch(ctx, { batchId: batch, answers: { [block_id]: rawFromElement(click.element) } });
  });
  door.onDecision(TICK_PAGE, "save_draft", tickPage);
  door.onSubmission(PAGE_FORM, "save_draft", takePage);
  door.onSubmission(CONCLUSION_FORM, "submit_report", submit);
}

function placeOf(text: string | undefined): z.infer<typeof metadata> {
  return metadata.parse(JSON.parse(text ?? ""));
}

/** From a message or the Home tab a modal of its own; in a list, its place is taken. */
async function inPlace(click: Click, reply: Reply, build: () => Promise<ModalView>): Promise<void> {
  const inModal = (click.view?.callbackId ?? "") !== "";
  await (inModal ? reply.updateModal(await build()) : reply.openModal(build));
}

/** Back, taking along what was typed and ticked here. */
async function turnPage(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { batch, round } = placeOf(click.view?.metadata);
  await keep(ctx, batch, click.view?.values ?? {}, "typed");
  await reply.updateModal(await showPage(ctx, { batchId: batch, page: Number(click.value), round }));
}

async function tickOne(ctx: Context, click: Click): Promise<void> {
  const { batch } = placeOf(click.view?.metadata);
  await saveBatch(ctx, { batchId: batch, ticks: tickIn(click.element.block_id, click.element) });
}

async function tickPage(ctx: Context, click: Click, reply: Reply): Promise<void> {
  const { batch, page, round, shown } = placeOf(click.view?.metadata);
  const refused = await saveBatch(ctx, { batchId: batch, ticks: Object.fromEntries(shown) });
  await reply.updateModal(
    refused === undefined
      ? await showPage(ctx, { batchId: batch, page, round: round + 1 })
      : refusalModal(ctx, refused),
  );
}

async function takePage(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const { batch, page, round } = placeOf(view.metadata);
  const refused = await keep(ctx, batch, view.values, "all");
  const next =
    refused === undefined ? await showPage(ctx, { batchId: batch, page: page + 1, round }) : refusalModal(ctx, refused);
  return { kind: "update", view: next };
}

async function submit(ctx: Context, submission: Submission, reply: Reply): Promise<SubmissionAnswer> {
  const work = answerTo(ctx, submission);
  const answer = await Promise.race([
    work,
    new Promise<undefined>((resume) => setTimeout(() => resume(undefined), WAIT_MS)),
  ]);
  if (answer !== undefined) {
    return answer;
  }
  // The person reads how it ended as soon as it has; a process that dies meanwhile has stored nothing, and the batch stays open.
  void showLate(ctx, work, reply).catch((failure: unknown) =>
    ctx.parts.log.error({ failure }, "how a batch ended could not be shown"),
  );
  return { kind: "update", view: sentenceModal(ctx.t("batch.under_way"), ctx.t) };
}

/** Slack waits three seconds for an answer, the way there and back included. */
const WAIT_MS = 1_500;

async function showLate(ctx: Context, work: Promise<SubmissionAnswer>, reply: Reply): Promise<void> {
  const answer = await work.catch((failure: unknown) => {
    ctx.parts.log.error({ failure }, "a batch could not be submitted");
    return { kind: "update" as const, view: sentenceModal(ctx.t("batch.broken"), ctx.t) };
  });
  const view = answer.kind === "update" ? answer.view : sentenceModal(errorsIn(answer), ctx.t);
  await reply.updateModal(view);
}

/** Too late to stand at their fields; the batch opens again with all that was typed. */
function errorsIn(answer: SubmissionAnswer): string {
  return answer.kind === "errors" ? Object.values(answer.errors).join("\n") : "";
}

async function answerTo(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const { batch, round } = placeOf(view.metadata);
  const outcome = (await keep(ctx, batch, view.values, "all")) ?? (await submitBatch(ctx, batch));
  if (isRefusal(outcome)) {
    return { kind: "update", view: refusalModal(ctx, outcome) };
  }
  if ("reportIds" in outcome) {
    return { kind: "update", view: await showDone(ctx, outcome) };
  }
  const { errors, lost } = outcome;
  const said = fieldErrors(ctx, errors, COUNT_OF_EXAMPLE);
  const areShown = errors.length > 0 && errors.every(({ answerKey }) => answerKey in view.values);
  if (areShown) {
    return { kind: "errors", errors: said };
  }
  // Whoever left stands on a page of exceptions now, which moves the conclusion back by one.
  const place = { batchId: batch, page: LAST_PAGE, round, lost, wrong: Object.values(said) };
  return { kind: "update", view: await showPage(ctx, place) };
}

const LAST_PAGE = Number.MAX_SAFE_INTEGER;

/** Somebody else's figures: an example that could be copied would be. */
const COUNT_OF_EXAMPLE = 17;

/**
 * What the view holds. While somebody is typing, an input that says nothing may simply not have been told to us yet; in a
 * submission, what is empty was emptied.
 */
async function keep(ctx: Context, batchId: string, values: ViewState, which: "typed" | "all") {
  const answers: Record<string, RawAnswers[string]> = {};
  let ticks: Record<string, string | undefined> = {};
  for (const [block, elements] of Object.entries(values)) {
    const [element] = Object.values(elements);
    const tick = tickIn(block, element);
    const raw = rawFromElement(element);
    if (Object.keys(tick).length > 0) ticks = { ...ticks, ...tick };
    else if (which === "all" || raw.length > 0) answers[block] = raw;
  }
  return saveBatch(ctx, { batchId, answers, ticks });
}

/** Which customer a tick is about, and what was shown when it was set. */
function tickIn(blockId: string, element: unknown): Record<string, string | undefined> {
  const [key = ""] = blockId.split("#");
  const inspectionId = inspectionSeen(key);
  const [chosen] = [rawFromElement(element)].flat();
  return inspectionId === undefined ? {} : { [inspectionId]: chosen?.split(" ")[1] };
}
