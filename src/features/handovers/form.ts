/** The form that gives work to another: to whom, why, and for a list which of an officer's. Pure. */
import type { InputBlock, KnownBlock, PlainTextOption } from "@slack/types";
import { PRODUCTS } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { line, note } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import type { Which } from "./answer.ts";
import { LIST_STATES, type ListFilter } from "./filter.ts";
import { DECLINE_FORM, FILTER, FIND_OFFICER, FIND_PERSON, FORM, LONGEST_REASON, VALUE } from "./ids.ts";

export const TO_BLOCK = "to";
export const REASON_BLOCK = "reason";
export const OFFICER_BLOCK = "officer";
export const PRODUCT_BLOCK = "product";
export const STATE_BLOCK = "state";
export const SCOPE_BLOCK = "scope";
const ANY = "any";

/** What the form is about; travels in its metadata. */
export type FormScope =
  | { readonly kind: "inspection"; readonly id: string }
  | { readonly kind: "account"; readonly id: string }
  /** What fell to the reader when somebody left. */
  | { readonly kind: "batch"; readonly id: string }
  | { readonly kind: "list" };

export interface OfficerChosen {
  readonly id: string;
  readonly name: string;
}

export interface FormFacts {
  readonly scope: FormScope;
  /** What is given away, in a sentence. */
  readonly about: string;
  /** For a list: the officer whose items it begins with, and how many fit. */
  readonly officer?: OfficerChosen | undefined;
  readonly preview?: string | undefined;
}

export function reassignForm(t: Translate, { scope, about, officer, preview }: FormFacts): ModalView {
  const blocks: KnownBlock[] = [
    ...toBlocks([line(about)], 1),
    ...(scope.kind === "list" ? filterBlocks(t, officer) : []),
    ...(scope.kind === "account" ? [accountBlock(t)] : []),
    ...(preview === undefined ? [] : previewBlocks(preview)),
    toBlock(t),
    reasonBlock(t("handover.form.reason"), t("handover.form.reason_hint")),
    ...toBlocks([note(t("handover.form.note"))], 1),
  ];
  return {
    callbackId: FORM,
    title: t("handover.form.title"),
    submit: t("handover.form.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify(scope),
    blocks,
  };
}

export function declineForm(t: Translate, { batchId, one }: Which, about: string): ModalView {
  return {
    callbackId: DECLINE_FORM,
    title: t("handover.decline"),
    submit: t("handover.decline"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ batch: batchId, one }),
    blocks: [...toBlocks([line(about)], 1), reasonBlock(t("handover.form.why_not"), t("handover.form.why_not_hint"))],
  };
}

function previewBlocks(preview: string): KnownBlock[] {
  return toBlocks([line([{ bold: preview }])], 1);
}

function toBlock(t: Translate): InputBlock {
  return {
    type: "input",
    block_id: TO_BLOCK,
    label: plain(t("handover.form.to"), 200),
    hint: plain(t("handover.form.to_hint"), 2000),
    element: {
      type: "external_select",
      action_id: FIND_PERSON,
      min_query_length: 0,
      placeholder: plain(t("handover.form.name"), 150),
    },
  };
}

function reasonBlock(label: string, hint: string): InputBlock {
  return {
    type: "input",
    block_id: REASON_BLOCK,
    optional: true,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
  };
}

function accountBlock(t: Translate): InputBlock {
  const options = (["account", "inspections"] as const).map((value) =>
    option(t(`handover.form.scope.${value}`), value),
  );
  return {
    type: "input",
    block_id: SCOPE_BLOCK,
    label: plain(t("handover.form.scope"), 200),
    element: { type: "radio_buttons", action_id: VALUE, options, ...first(options) },
  };
}

/** Each choice is told at once, so that the count below is always the one that will be offered. */
function filterBlocks(t: Translate, officer: OfficerChosen | undefined): InputBlock[] {
  const chosen = officer === undefined ? {} : { initial_option: option(officer.name, officer.id) };
  const products = [option(t("handover.form.any"), ANY), ...PRODUCTS.map((one) => option(t(`product.${one}`), one))];
  const states = [
    option(t("handover.form.any"), ANY),
    ...LIST_STATES.map((one) => option(t(`handover.form.state.${one}`), one)),
  ];
  return [
    {
      type: "input",
      block_id: OFFICER_BLOCK,
      dispatch_action: true,
      label: plain(t("handover.form.officer"), 200),
      element: {
        type: "external_select",
        action_id: FIND_OFFICER,
        min_query_length: 0,
        placeholder: plain(t("handover.form.name"), 150),
        ...chosen,
      },
    },
    menu(PRODUCT_BLOCK, t("handover.form.product"), products),
    menu(STATE_BLOCK, t("handover.form.state"), states),
  ];
}

function menu(blockId: string, label: string, options: PlainTextOption[]): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    dispatch_action: true,
    label: plain(label, 200),
    element: { type: "static_select", action_id: FILTER, options, ...first(options) },
  };
}

function option(text: string, value: string): PlainTextOption {
  return { text: plain(text, 75), value };
}

function first(options: PlainTextOption[]): { initial_option?: PlainTextOption } {
  return options[0] === undefined ? {} : { initial_option: options[0] };
}

/** The filter as the form holds it; nothing where no officer is chosen yet. */
export function filterOf(
  officerId: string | undefined,
  product: string | undefined,
  state: string | undefined,
): ListFilter | undefined {
  return officerId === undefined
    ? undefined
    : {
        officerId,
        product: PRODUCTS.find((one) => one === product),
        state: LIST_STATES.find((one) => one === state),
      };
}
