/** The forms of this feature, and what their state says. Pure. */
import type { InputBlock } from "@slack/types";
import { z } from "zod";
import { SIGNAL_STEP_NAMES, type SignalStep } from "../../domain/signals/steps.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView, ViewState } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import { LONGEST_WORDS, RAISE_FORM, WORDS_FORM } from "./ids.ts";
import { type RaisableLoan, UNSURE } from "./raise.ts";
import type { StepWithWords } from "./step.ts";

const VALUE = "signals.value";

/** All codes of the policy and "not sure": a select holds a hundred. */
export function raiseForm({ t, policy, language }: Context, loan: RaisableLoan): ModalView {
  const codes = Object.entries(policy.policy.signals.catalogue)
    .filter(([, { about, quiet }]) => about !== "officer" && quiet !== true)
    .map(([code, { title }]) => ({ value: code, text: plain(`${code} ${title[language]}`, 75) }));
  return {
    callbackId: RAISE_FORM,
    title: t("signal.raise"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ id: loan.id }),
    blocks: [
      ...toBlocks([note(`${loan.borrower.name} · ${loan.number}`), note(t("signal.raise_intro"))], 2),
      {
        type: "input",
        block_id: "code",
        label: plain(t("signal.which"), 200),
        hint: plain(t("signal.which_why"), 2000),
        element: {
          type: "static_select",
          action_id: VALUE,
          options: [{ value: UNSURE, text: plain(t("signal.unsure"), 75) }, ...codes].slice(0, 100),
        },
      },
      text("words", t("signal.seen"), t("signal.seen_why"), true),
      { ...text("colleague", t("signal.colleague"), t("signal.colleague_why"), false), optional: true },
    ],
  };
}

export function wordsForm({ t }: Context, about: string, signalId: string, step: StepWithWords): ModalView {
  return {
    callbackId: WORDS_FORM,
    title: t("signal.title"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ id: signalId, step }),
    blocks: [...toBlocks([note(about)], 1), text("words", t(`signal.step.${step}`), t(`signal.why.${step}`), true)],
  };
}

function text(blockId: string, label: string, hint: string, multiline: boolean): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: { type: "plain_text_input", action_id: VALUE, multiline, max_length: multiline ? LONGEST_WORDS : 200 },
  };
}

const metadata = z.object({ id: z.string(), step: z.string().optional() });
const element = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

export function formOf(view: OpenView): { readonly id: string; readonly step: SignalStep | undefined } {
  const read = metadata.safeParse(JSON.parse(view.metadata === "" ? "{}" : view.metadata));
  return { id: read.data?.id ?? "", step: stepNamed(read.data?.step ?? "") };
}

/** A button's value: which signal, which step. */
export function stepIn(value: string): { readonly id: string; readonly step: SignalStep | undefined } {
  const [id = "", step = ""] = value.split(" ", 2);
  return { id, step: stepNamed(step) };
}

function stepNamed(name: string): SignalStep | undefined {
  return SIGNAL_STEP_NAMES.find((step) => step === name);
}

export function typedIn(values: ViewState, block: "words" | "colleague"): string {
  return element.safeParse(values[block]?.[VALUE]).data?.value ?? "";
}

export function chosenCode(values: ViewState): string {
  return element.safeParse(values.code?.[VALUE]).data?.selected_option?.value ?? "";
}
