/** The forms of this feature, and what their state says. Pure. */
import { z } from "zod";
import { SIGNAL_STEP_NAMES, type SignalStep } from "../../domain/signals/steps.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import { selectField, textField } from "./fields.ts";
import { RAISE_FORM, WORDS_FORM } from "./ids.ts";
import { type RaisableLoan, UNSURE } from "./raise.ts";
import type { StepWithWords } from "./step.ts";

/** All codes of the policy and "not sure": a select holds a hundred. */
export function raiseForm({ t, policy, language }: Context, loan: RaisableLoan, words = ""): ModalView {
  const codes = Object.entries(policy.policy.signals.catalogue)
    .filter(([, { about, quiet }]) => about !== "officer" && quiet !== true)
    .map(([code, { title }]) => ({ value: code, text: `${code} ${title[language]}` }));
  return {
    callbackId: RAISE_FORM,
    title: t("signal.raise"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ id: loan.id }),
    blocks: [
      ...toBlocks([note(`${loan.borrower.name} · ${loan.number}`), note(t("signal.raise_intro"))], 2),
      selectField("code", { label: t("signal.which"), hint: t("signal.which_why") }, [
        { value: UNSURE, text: t("signal.unsure") },
        ...codes,
      ]),
      textField("words", { label: t("signal.seen"), hint: t("signal.seen_why") }, { multiline: true, begun: words }),
      {
        ...textField(
          "colleague",
          { label: t("signal.colleague"), hint: t("signal.colleague_why") },
          { multiline: false },
        ),
        optional: true,
      },
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
    blocks: [
      ...toBlocks([note(about)], 1),
      textField("words", { label: t(`signal.step.${step}`), hint: t(`signal.why.${step}`) }, { multiline: true }),
    ],
  };
}

const metadata = z.object({ id: z.string(), step: z.string().optional() });

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
