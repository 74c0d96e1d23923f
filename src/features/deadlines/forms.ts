/** The forms that put an item off. Pure. */
import type { InputBlock, KnownBlock } from "@slack/types";
import { ATTEMPT_REASONS, type IsoDate } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { type FormPage, fileBlocks } from "../evidence/index.ts";
import { ATTEMPT_FORM, EXTEND_FORM, GRANT_FORM, HAND_IN_ATTEMPT, LONGEST_REASON, SNOOZE_FORM } from "./ids.ts";

/** Action id of every element; the block's id names the field. */
export const VALUE = "deadlines.value";

export interface FormFacts {
  readonly inspectionId: string;
  /** What is said above the fields. */
  readonly hint: string;
  /** Where its file comes by a page of ours. */
  readonly page?: FormPage | undefined;
}

export function snoozeForm(facts: FormFacts & { readonly untilOn: IsoDate }, t: Translate): ModalView {
  return form(SNOOZE_FORM, t("deadline.snooze"), facts, t, [
    dateBlock("date", t("deadline.quiet_until"), facts.untilOn),
    textBlock("reason", t("deadline.reason"), false),
  ]);
}

export interface ExtendFacts extends FormFacts {
  readonly toDueOn: IsoDate;
  /** Given by the manager rather than asked for. */
  readonly isGrant: boolean;
}

export function extendForm(facts: ExtendFacts, t: Translate): ModalView {
  const [callbackId, title] = facts.isGrant ? [GRANT_FORM, t("extension.button")] : [EXTEND_FORM, t("deadline.extend")];
  return form(callbackId, title, facts, t, [
    dateBlock("date", t("deadline.new_date"), facts.toDueOn),
    textBlock("reason", t("deadline.reason"), false),
  ]);
}

export interface AttemptFacts extends FormFacts {
  readonly attemptedOn: IsoDate;
  readonly nextOn: IsoDate;
  readonly fileTypes: readonly string[];
}

export function attemptForm(facts: AttemptFacts, t: Translate): ModalView {
  const options = ATTEMPT_REASONS.map((reason) => ({ text: plain(t(`attempt.reason.${reason}`), 75), value: reason }));
  return form(ATTEMPT_FORM, t("deadline.attempt"), facts, t, [
    dateBlock("attempted_on", t("deadline.attempted_on"), facts.attemptedOn),
    {
      type: "input",
      block_id: "reason",
      label: plain(t("deadline.why_not"), 200),
      element: { type: "static_select", action_id: VALUE, options },
    },
    textBlock("note", t("deadline.note"), true),
    dateBlock("next_on", t("deadline.next_on"), facts.nextOn),
    ...fileBlocks(
      t,
      {
        blockId: "file",
        actionId: VALUE,
        label: t("deadline.evidence"),
        optional: true,
        most: 1,
        fileTypes: facts.fileTypes,
        handIn: HAND_IN_ATTEMPT,
      },
      facts.page,
    ),
  ]);
}

function form(callbackId: string, title: string, facts: FormFacts, t: Translate, blocks: KnownBlock[]): ModalView {
  return {
    callbackId,
    title,
    submit: t("deadline.send"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ inspection: facts.inspectionId, form: facts.page?.formId }),
    blocks: [...toBlocks([note(facts.hint)], 1), ...blocks],
  };
}

function dateBlock(blockId: string, label: string, initial: IsoDate): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    element: { type: "datepicker", action_id: VALUE, initial_date: initial },
  };
}

function textBlock(blockId: string, label: string, optional: boolean): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    optional,
    element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
  };
}
