/** The forms of this feature, and what their state says. Pure. */
import type { InputBlock } from "@slack/types";
import { z } from "zod";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView, ViewState } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { LONGEST_REASON, LONGEST_RESULT, RESULT_FORM, SEND_BACK_FORM } from "./ids.ts";

const VALUE = "measures.value";

export interface FormFacts {
  readonly measureId: string;
  /** What it is about, above the fields. */
  readonly about: string;
}

export function resultForm(t: Translate, facts: FormFacts, fileTypes: readonly string[]): ModalView {
  return form(t, RESULT_FORM, t("measure.report"), facts, [
    text("result", t("measure.result"), t("measure.result_why"), LONGEST_RESULT),
    {
      type: "input",
      block_id: "files",
      label: plain(t("measure.proof_files"), 200),
      hint: plain(t("measure.proof_files_why"), 2000),
      element: { type: "file_input", action_id: VALUE, max_files: 5, filetypes: [...fileTypes] },
    },
  ]);
}

export function sendBackForm(t: Translate, facts: FormFacts): ModalView {
  return form(t, SEND_BACK_FORM, t("measure.send_back"), facts, [
    text("reason", t("measure.why_back"), t("measure.why_back_why"), LONGEST_REASON),
  ]);
}

function form(t: Translate, callbackId: string, title: string, facts: FormFacts, blocks: InputBlock[]): ModalView {
  return {
    callbackId,
    title,
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ measure: facts.measureId }),
    blocks: [...toBlocks([note(facts.about)], 1), ...blocks],
  };
}

function text(blockId: string, label: string, hint: string, most: number): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: most },
  };
}

const metadata = z.object({ measure: z.string() }).catch({ measure: "" });
const element = z.looseObject({
  value: z.string().nullish(),
  files: z.array(z.looseObject({ id: z.string() })).nullish(),
});

export function measureOf({ metadata: said }: OpenView): string {
  try {
    return metadata.parse(JSON.parse(said)).measure;
  } catch {
    return "";
  }
}

export function typedIn(values: ViewState, block: "result" | "reason"): string {
  const read = element.safeParse(values[block]?.[VALUE]);
  return read.success ? (read.data.value ?? "") : "";
}

export function filesIn(values: ViewState): string[] {
  const read = element.safeParse(values.files?.[VALUE]);
  return read.success ? (read.data.files ?? []).map(({ id }) => id) : [];
}
