/** The forms of this feature, and what their state says. Pure. */
import { z } from "zod";
import { SIGNAL_STEP_NAMES, type SignalStep } from "../../domain/signals/steps.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import { searchField, selectField, textField } from "./fields.ts";
import { FIND_LOAN, RAISE_FORM, WORDS_FORM } from "./ids.ts";
import { choosableCodes, namingCodes } from "./name-code.ts";
import { type RaisableLoan, UNSURE } from "./raise.ts";
import type { StepWithWords } from "./step.ts";

/** What a form to raise one begins with. */
export interface Beginning {
  /** Of which one is chosen; none yet where it is to be found by name or number. */
  readonly loans: readonly RaisableLoan[];
  /** What is known of what was seen. */
  readonly begun: string;
}

/** All codes of the policy and "not sure": a select holds a hundred. */
export function raiseForm(ctx: Context, { loans, begun }: Beginning): ModalView {
  const { t } = ctx;
  const [only, ...others] = loans;
  const about = only === undefined ? [] : [note(others.length === 0 ? nameOf(only) : only.borrower.name)];
  return {
    callbackId: RAISE_FORM,
    title: t("signal.raise"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ id: others.length === 0 ? (only?.id ?? "") : "" }),
    blocks: [
      ...toBlocks([...about, note(t("signal.raise_intro"))], 2),
      ...(others.length > 0 ? [loanField(ctx, loans)] : []),
      ...(only === undefined
        ? [searchField("loan", { label: t("signal.which_loan"), hint: t("signal.find_loan") }, FIND_LOAN)]
        : []),
      selectField("code", { label: t("signal.which"), hint: t("signal.which_why") }, [
        { value: UNSURE, text: t("signal.unsure") },
        ...choosableCodes(ctx),
      ]),
      textField("words", { label: t("signal.seen"), hint: t("signal.seen_why") }, { multiline: true, begun }),
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

function loanField({ t }: Context, loans: readonly RaisableLoan[]) {
  const choices = loans.map((loan) => ({ value: loan.id, text: loan.number }));
  return selectField("loan", { label: t("signal.which_loan"), hint: t("signal.which_loan_why") }, choices);
}

export function nameOf({ borrower, number }: RaisableLoan): string {
  return `${borrower.name} · ${number}`;
}

/** What a step is taken with: why, and for an unsure one that is verified, what it is. */
export interface WordsFacts {
  readonly about: string;
  readonly signalId: string;
  readonly step: StepWithWords;
  /** The customer's loans, where it gets its code here. */
  readonly loans: readonly RaisableLoan[] | undefined;
}

export function wordsForm(ctx: Context, { about, signalId, step, loans }: WordsFacts): ModalView {
  const { t } = ctx;
  const said = { label: t(`signal.step.${step}`), hint: t(`signal.why.${step}`) };
  return {
    callbackId: WORDS_FORM,
    title: t("signal.title"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ id: signalId, step }),
    blocks: [
      ...toBlocks([note(about)], 1),
      ...(loans === undefined
        ? []
        : [selectField("code", { label: t("signal.is_which"), hint: t("signal.is_which_why") }, namingCodes(ctx))]),
      ...(loans !== undefined && loans.length > 1 ? [{ ...loanField(ctx, loans), optional: true }] : []),
      textField("words", said, { multiline: true }),
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
