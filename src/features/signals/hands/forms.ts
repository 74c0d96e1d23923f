/** The forms in which a signal goes to another, something is asked about it, or its ladder is made to stand still. Pure. */
import type { KnownBlock } from "@slack/types";
import { z } from "zod";
import type { Context } from "../../../platform/context.ts";
import type { ModalView } from "../../../platform/slack/modal.ts";
import type { OpenView } from "../../../platform/slack/payload.ts";
import { toBlocks } from "../../../platform/slack/render.ts";
import { line, note, type Piece } from "../../../platform/view.ts";
import { momentText } from "../../../texts/dates.ts";
import type { Colleague } from "../../people/index.ts";
import { selectField, textField } from "../fields.ts";
import { ANSWER_FORM, ASK_FORM, HAND_OVER_FORM, SNOOZE_FORM } from "../ids.ts";

/** Of what a form is: its id, and the line that says which signal it is about. */
export interface FormAbout {
  readonly id: string;
  readonly about: string;
}

export function handOverForm(ctx: Context, about: FormAbout, colleagues: readonly Colleague[]): ModalView {
  const { t } = ctx;
  return form(ctx, HAND_OVER_FORM, about, {
    title: t("signal.hand.hand_over"),
    blocks: [
      selectField("to", { label: t("signal.to"), hint: t("signal.to_why") }, choicesOf(colleagues)),
      {
        ...textField("words", { label: t("signal.offer_note"), hint: t("signal.offer_note_why") }, { multiline: true }),
        optional: true,
      },
    ],
  });
}

export function askForm(ctx: Context, about: FormAbout, colleagues: readonly Colleague[]): ModalView {
  const { t } = ctx;
  return form(ctx, ASK_FORM, about, {
    title: t("signal.hand.ask"),
    blocks: [
      selectField("to", { label: t("signal.of_whom"), hint: t("signal.of_whom_why") }, choicesOf(colleagues)),
      textField("words", { label: t("signal.question"), hint: t("signal.question_why") }, { multiline: true }),
    ],
  });
}

export function answerForm(ctx: Context, about: FormAbout, question: string): ModalView {
  const { t } = ctx;
  return form(ctx, ANSWER_FORM, about, {
    title: t("signal.hand.answer"),
    pieces: [line(question)],
    blocks: [textField("words", { label: t("signal.answer"), hint: t("signal.answer_why") }, { multiline: true })],
  });
}

/** `ends`: moments at which it may go on, the last the latest that the policy lets it. */
export function snoozeForm(ctx: Context, about: FormAbout, ends: readonly Date[]): ModalView {
  const { t, language, actor } = ctx;
  const choices = ends.map((end) => ({
    value: end.toISOString(),
    text: momentText(language, end, actor.timeZone),
  }));
  return form(ctx, SNOOZE_FORM, about, {
    title: t("signal.hand.snooze"),
    pieces: [note(t("signal.snooze_intro"))],
    blocks: [
      selectField("until", { label: t("signal.until"), hint: t("signal.until_why") }, choices),
      textField(
        "words",
        { label: t("signal.snooze_reason"), hint: t("signal.snooze_reason_why") },
        { multiline: true },
      ),
    ],
  });
}

const choicesOf = (colleagues: readonly Colleague[]) => colleagues.map(({ id, name }) => ({ value: id, text: name }));

interface Content {
  readonly title: string;
  readonly pieces?: readonly Piece[];
  readonly blocks: readonly KnownBlock[];
}

function form(
  { t }: Context,
  callbackId: string,
  { id, about }: FormAbout,
  { title, pieces = [], blocks }: Content,
): ModalView {
  return {
    callbackId,
    title,
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ id }),
    blocks: [...toBlocks([note(about), ...pieces], 4), ...blocks],
  };
}

const metadata = z.object({ id: z.string() });

/** Of which signal, or question, a form is. */
export function aboutIn({ metadata: text }: OpenView): string {
  return metadata.safeParse(JSON.parse(text === "" ? "{}" : text)).data?.id ?? "";
}
