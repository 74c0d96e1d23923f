/** The forms of this feature, and what their state says. Pure. */
import type { InputBlock, KnownBlock } from "@slack/types";
import { z } from "zod";
import type { Language } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { listenerId, type OpenView, type ViewState } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { type FormPage, fileBlocks } from "../evidence/index.ts";
import type { Colleague } from "../people/index.ts";
import { type UsualSet, usualMenu } from "../usual-measures/index.ts";
import {
  type GIVE_AWAY_FORM,
  HAND_IN_PROOF,
  HAND_OVER_FORM,
  LONGEST_REASON,
  LONGEST_RESULT,
  RESULT_FORM,
  SEND_BACK_FORM,
  USE_USUAL,
} from "./ids.ts";

const VALUE = "measures.value";
export const MOST_FILES = 5;

interface Reader {
  readonly t: Translate;
  readonly language: Language;
}

export interface FormFacts {
  readonly measureId: string;
  /** What it is about, above the fields. */
  readonly about: string;
  /** A plan is handed in and approved, a measure's result reported and closed. */
  readonly isPlan?: boolean;
  /** Where its files come by a page of ours. */
  readonly page?: FormPage | undefined;
  readonly usual?: PlanUsual;
}

/** What a plan may be written of, and what was chosen for it so far. */
export interface PlanUsual {
  readonly set: UsualSet;
  /** How often something was chosen. Slack keeps what a field of the same name holds, so a filled one bears another. */
  readonly times: number;
  /** What stands in it after a choice; the reader's own words are kept by Slack otherwise. */
  readonly text?: string;
  /** Why the last choice could not be taken. */
  readonly said?: string;
}

export function resultForm(reader: Reader, facts: FormFacts, fileTypes: readonly string[]): ModalView {
  const { t } = reader;
  const isPlan = facts.isPlan === true;
  const why = t(isPlan ? "account_plan.proof" : "measure.result_why");
  return form(t, RESULT_FORM, t(isPlan ? "account_plan.report" : "measure.report"), facts, [
    ...(facts.usual === undefined ? [] : toBlocks(usualMenu(facts.usual.set, reader, USE_USUAL, facts.usual.said), 3)),
    filled(
      text("result", t(isPlan ? "account_plan.result" : "measure.result"), why, LONGEST_RESULT, facts.usual?.text),
      facts.usual?.times,
    ),
    ...fileBlocks(
      t,
      {
        blockId: "files",
        actionId: VALUE,
        label: t(isPlan ? "account_plan.files" : "measure.proof_files"),
        hint: t(isPlan ? "account_plan.files_why" : "measure.proof_files_why"),
        optional: false,
        most: MOST_FILES,
        fileTypes,
        handIn: HAND_IN_PROOF,
      },
      facts.page,
    ),
  ]);
}

export function sendBackForm(t: Translate, facts: FormFacts): ModalView {
  return form(t, SEND_BACK_FORM, t("measure.send_back"), facts, [
    text("reason", t("measure.why_back"), t("measure.why_back_why"), LONGEST_REASON),
  ]);
}

/** To whom, and why. Offered, they answer first; given, it is theirs at once. */
export function handOverForm(
  t: Translate,
  facts: FormFacts,
  colleagues: readonly Colleague[],
  callbackId: typeof HAND_OVER_FORM | typeof GIVE_AWAY_FORM,
): ModalView {
  const hint = callbackId === HAND_OVER_FORM ? "measure.to_why_offer" : "measure.to_why_give";
  return form(t, callbackId, t("measure.hand_over"), facts, [
    {
      type: "input",
      block_id: "to",
      label: plain(t("measure.to"), 200),
      hint: plain(t(hint), 2000),
      element: {
        type: "static_select",
        action_id: VALUE,
        options: colleagues.map(({ id, name }) => ({ value: id, text: plain(name, 75) })),
      },
    },
    { ...text("note", t("measure.hand_over_note"), t("measure.hand_over_note_why"), LONGEST_REASON), optional: true },
  ]);
}

function form(t: Translate, callbackId: string, title: string, facts: FormFacts, blocks: KnownBlock[]): ModalView {
  return {
    callbackId,
    title,
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ measure: facts.measureId, form: facts.page?.formId, times: facts.usual?.times }),
    blocks: [...toBlocks([note(facts.about)], 1), ...blocks],
  };
}

function text(blockId: string, label: string, hint: string, most: number, initial?: string): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: {
      ...{ type: "plain_text_input", action_id: VALUE, multiline: true, max_length: most },
      ...(initial === undefined ? {} : { initial_value: initial }),
    },
  };
}

function filled(block: InputBlock, times = 0): InputBlock {
  return times === 0 ? block : { ...block, element: { ...block.element, action_id: `${VALUE}#${times}` } };
}

const metadata = z.object({ measure: z.string(), form: z.string().optional(), times: z.int().optional() });
const element = z.looseObject({
  value: z.string().nullish(),
  files: z.array(z.looseObject({ id: z.string() })).nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

export interface OpenForm {
  readonly measure: string;
  /** Under which its files wait, where they come by a page of ours. */
  readonly form?: string | undefined;
  /** How often a usual measure was chosen in it. */
  readonly times?: number | undefined;
}

export function formOf(view: OpenView | undefined): OpenForm {
  try {
    return metadata.parse(JSON.parse(view?.metadata ?? ""));
  } catch {
    return { measure: "" };
  }
}

export function typedIn(values: ViewState, block: "result" | "reason" | "note"): string {
  const said = Object.entries(values[block] ?? {}).find(([actionId]) => listenerId(actionId) === VALUE)?.[1];
  const read = element.safeParse(said);
  return read.success ? (read.data.value ?? "") : "";
}

export function chosenIn(values: ViewState): string {
  const read = element.safeParse(values.to?.[VALUE]);
  return read.success ? (read.data.selected_option?.value ?? "") : "";
}

export function filesIn(values: ViewState): string[] {
  const read = element.safeParse(values.files?.[VALUE]);
  return read.success ? (read.data.files ?? []).map(({ id }) => id) : [];
}
