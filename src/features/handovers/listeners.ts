/** What people press and send to give work away, take it on, or decide about it. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Click, Submission } from "../../platform/slack/payload.ts";
import { line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import {
  type AnsweredHandover,
  acceptHandover,
  answerable,
  decideHandover,
  declineHandover,
  takeBackHandover,
  type Which,
} from "./answer.ts";
import { type AskedHandover, askHandover } from "./ask.ts";
import { batchOfOne, isWaiting, loadBatch } from "./batch.ts";
import { findList } from "./filter.ts";
import { declineForm, type FormScope, TO_BLOCK } from "./form.ts";
import {
  ACCEPT,
  ACCEPT_ONE,
  DECLINE,
  DECLINE_FORM,
  DECLINE_ONE,
  FILTER,
  FIND_OFFICER,
  FIND_PERSON,
  FORM,
  GIVE,
  LEAVE,
  REASSIGN,
  REASSIGN_ACCOUNT,
  REASSIGN_LIST,
  TAKE_BACK,
} from "./ids.ts";
import { type FormAnswers, readAnswers, readFilter, readReason, readScope, readWhich } from "./read-form.ts";
import { noticeModal, showAsked, showList, showReassign } from "./show.ts";
import { WITH_THE_OFFICER } from "./subjects.ts";
import { findTakers } from "./takers.ts";

export function registerHandoverListeners(door: Door): void {
  door.onOpen(REASSIGN, "ask_handover", (ctx, click, reply) => open(ctx, click, reply, "inspection"));
  door.onOpen(REASSIGN_ACCOUNT, "ask_handover", (ctx, click, reply) => open(ctx, click, reply, "account"));
  door.onOpen(REASSIGN_LIST, "ask_handover", (ctx, click, reply) => open(ctx, click, reply, "batch"));
  door.onInput(FILTER, "ask_handover", filterChanged);
  door.onInput(FIND_OFFICER, "ask_handover", filterChanged);
  door.onOptions(FIND_PERSON, "ask_handover", findPeople);
  door.onOptions(FIND_OFFICER, "ask_handover", findPeople);
  door.onSubmission(FORM, "ask_handover", submitForm);
  door.onDecision(ACCEPT, "answer_handover", async (ctx, click, reply) =>
    tellOutcome(ctx, reply, await acceptHandover(ctx, { batchId: click.value })),
  );
  door.onDecision(ACCEPT_ONE, "answer_handover", async (ctx, click, reply) =>
    tellOutcome(ctx, reply, await acceptHandover(ctx, await oneOf(ctx, click))),
  );
  door.onOpen(DECLINE, "answer_handover", (ctx, click, reply) =>
    reply.openModal(() => showDecline(ctx, { batchId: click.value })),
  );
  door.onOpen(DECLINE_ONE, "answer_handover", (ctx, click, reply) =>
    reply.openModal(async () => showDecline(ctx, await oneOf(ctx, click))),
  );
  door.onSubmission(DECLINE_FORM, "answer_handover", submitDecline);
  door.onDecision(TAKE_BACK, "ask_handover", async (ctx, click, reply) =>
    tellOutcome(ctx, reply, await takeBackHandover(ctx, click.value)),
  );
  door.onDecision(GIVE, "decide_handover", async (ctx, click, reply) =>
    tellOutcome(ctx, reply, await decideHandover(ctx, click.value, "give")),
  );
  door.onDecision(LEAVE, "decide_handover", async (ctx, click, reply) =>
    tellOutcome(ctx, reply, await decideHandover(ctx, click.value, "leave")),
  );
}

/** From a message it is a modal of its own; from another modal it stands on top. */
function open(ctx: Context, click: Click, reply: Reply, kind: "inspection" | "account" | "batch"): Promise<void> {
  const build = () => showReassign(ctx, { kind, id: click.value });
  return (click.view?.callbackId ?? "") === "" ? reply.openModal(build) : reply.pushModal(build);
}

/** What is chosen stays: Slack keeps inputs whose ids are the same. */
async function filterChanged(ctx: Context, click: Click, reply: Reply): Promise<void> {
  await reply.updateModal(await showList(ctx, readFilter(click.view?.values ?? {})));
}

async function findPeople(ctx: Context, typed: string): Promise<{ text: string; value: string }[]> {
  return findTakers(ctx, typed);
}

async function submitForm(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const scope = readScope(view.metadata);
  const answers = readAnswers(view.values);
  const outcome = await ask(ctx, scope, answers);
  if (isRefusal(outcome) && outcome.field === TO_BLOCK) {
    return { kind: "errors", errors: { [TO_BLOCK]: refusalSentence(ctx.language, outcome) } };
  }
  return { kind: "update", view: showAsked(ctx, outcome) };
}

async function ask(ctx: Context, scope: FormScope, answers: FormAnswers): Promise<AskedHandover | Refusal> {
  const { toPersonId, reason } = answers;
  const { inspectionIds, borrowerIds } = await wantedBy(ctx, scope, answers);
  return askHandover(ctx, { inspectionIds, borrowerIds, toPersonId, reason });
}

async function wantedBy(ctx: Context, scope: FormScope, { filter, wholeAccount }: FormAnswers) {
  switch (scope.kind) {
    case "inspection":
      return { inspectionIds: [scope.id], borrowerIds: [] };
    case "account":
      return wholeAccount
        ? { inspectionIds: [], borrowerIds: [scope.id] }
        : { inspectionIds: await openOf(ctx, scope.id), borrowerIds: [] };
    case "batch":
      return stillMine(ctx, scope.id);
    case "list": {
      const items = filter === undefined ? [] : (await findList(ctx, filter)).items;
      return { inspectionIds: items.flatMap(({ inspectionId }) => inspectionId ?? []), borrowerIds: [] };
    }
  }
}

async function openOf(ctx: Context, borrowerId: string): Promise<string[]> {
  const rows = await ctx.db.inspection.findMany({ where: { borrowerId, ...WITH_THE_OFFICER }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** What fell to the manager and has not been given on. */
async function stillMine(ctx: Context, batchId: string) {
  const rows = await loadBatch(ctx, batchId);
  const borrowers = rows.filter(({ inspectionId }) => inspectionId === null).map(({ borrowerId }) => borrowerId);
  const kept = await ctx.db.ownership.findMany({
    where: { borrowerId: { in: borrowers }, toAt: null, personId: { in: rows.map(({ toPersonId }) => toPersonId) } },
  });
  return {
    borrowerIds: kept.map(({ borrowerId }) => borrowerId),
    inspectionIds: rows.flatMap(({ inspectionId, inspection, toPersonId }) =>
      inspectionId !== null && inspection?.assigneeId === toPersonId ? [inspectionId] : [],
    ),
  };
}

/** One item of a list, by its own id. */
const oneOf = async (ctx: Context, { value: one }: Click): Promise<Which> => ({
  batchId: await batchOfOne(ctx, one),
  one,
});

async function showDecline(ctx: Context, which: Which): Promise<ModalView> {
  const { batchId, one } = which;
  const rows = (await loadBatch(ctx, batchId)).filter((row) => (one === undefined ? isWaiting(row) : row.id === one));
  const refused = rows.map((row) => answerable(ctx, row)).find((one) => one !== undefined);
  if (refused !== undefined) {
    return noticeModal(ctx, [line(refusalSentence(ctx.language, refused))]);
  }
  return declineForm(ctx.t, which, ctx.t("handover.form.decline", { count: rows.length }));
}

async function submitDecline(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const outcome = await declineHandover(ctx, readWhich(view.metadata), readReason(view.values));
  return { kind: "update", view: noticeModal(ctx, [line(outcomeText(ctx, outcome))]) };
}

async function tellOutcome(ctx: Context, reply: Reply, outcome: AnsweredHandover | Refusal): Promise<void> {
  await reply.tell({ title: ctx.t("words.product"), pieces: [line(outcomeText(ctx, outcome))] });
}

function outcomeText(ctx: Context, outcome: AnsweredHandover | Refusal): string {
  return isRefusal(outcome)
    ? refusalSentence(ctx.language, outcome)
    : ctx.t(
        `handover.done.${outcome.state === "accepted" ? "accepted" : outcome.state === "declined" ? "declined" : "withdrawn"}`,
        {
          count: outcome.count,
        },
      );
}
