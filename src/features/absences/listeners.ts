/** What people send and press about absences. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { authorize, type Context, couldEver } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import type { Submission } from "../../platform/slack/payload.ts";
import { type Button, line } from "../../platform/view.ts";
import { refusalSentence } from "../../texts/index.ts";
import { findNamed, unitPath } from "../people/index.ts";
import { endAbsence } from "./end.ts";
import { enterAbsence } from "./enter.ts";
import { absenceForm, noticeModal, readAbsenceForm } from "./form.ts";
import { ABSENCE_FORM, END_ABSENCE, OPEN_ABSENCE } from "./ids.ts";
import type { AbsenceRow } from "./store.ts";
import { absenceText, enteredPieces } from "./views.ts";

export function registerAbsenceListeners(door: Door): void {
  door.onOpen(OPEN_ABSENCE, "enter_absence", (ctx, _click, reply) => reply.openModal(() => showAbsenceForm(ctx)));
  door.onSubmission(ABSENCE_FORM, "enter_absence", submitForm);
  door.onDecision(END_ABSENCE, "end_absence", async (ctx, click, reply) => {
    const ended = await endAbsence(ctx, click.value);
    const sentence = isRefusal(ended) ? refusalSentence(ctx.language, ended) : absenceText(ctx, ended);
    await reply.tell({ title: ctx.t("words.product"), pieces: [line(sentence)] });
  });
}

export const absenceButton = (ctx: Context): Button[] =>
  couldEver(ctx, "enter_absence") ? [{ text: ctx.t("absence.open"), action: OPEN_ABSENCE, value: "new" }] : [];

/** Whoever leads a unit may enter it for others. */
export async function showAbsenceForm(ctx: Context): Promise<ModalView> {
  const led = [];
  for (const { unitId } of ctx.actor.grants) {
    led.push(authorize(ctx, "enter_absence", { unitPath: await unitPath(ctx.db, unitId) }) === undefined);
  }
  return absenceForm(ctx.t, led.includes(true));
}

async function submitForm(ctx: Context, { view }: Submission): Promise<SubmissionAnswer> {
  const outcome = await enter(ctx, view.values);
  if (!isRefusal(outcome)) {
    return { kind: "update", view: noticeModal(ctx.t, enteredPieces(ctx, outcome)) };
  }
  const sentence = refusalSentence(ctx.language, outcome);
  return outcome.field !== undefined && view.values[outcome.field] !== undefined
    ? { kind: "errors", errors: { [outcome.field]: sentence } }
    : { kind: "update", view: noticeModal(ctx.t, [line(sentence)]) };
}

async function enter(ctx: Context, values: Submission["view"]["values"]): Promise<AbsenceRow | Refusal> {
  const { person, standIn, from, to, reason } = readAbsenceForm(values);
  const away = person === undefined ? { id: ctx.actor.personId } : await findNamed(ctx, `<@${person}>`);
  if (isRefusal(away)) {
    return { ...away, field: "person" };
  }
  const other = await findNamed(ctx, `<@${standIn ?? ""}>`);
  return isRefusal(other)
    ? { ...other, field: "stand_in" }
    : enterAbsence(ctx, { personId: away.id, standInId: other.id, from, to, reason });
}
