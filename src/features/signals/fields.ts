/** The inputs that this feature's forms are made of, and what their state says. Pure. */
import type { InputBlock } from "@slack/types";
import { z } from "zod";
import type { ViewState } from "../../platform/slack/payload.ts";
import { plain } from "../../platform/slack/render.ts";
import { LONGEST_WORDS } from "./ids.ts";

const VALUE = "signals.value";
/** So many options a select holds. */
const MOST_OPTIONS = 100;

interface Said {
  readonly label: string;
  readonly hint: string;
}

export function textField(
  blockId: string,
  { label, hint }: Said,
  { multiline, begun = "" }: { readonly multiline: boolean; readonly begun?: string },
): InputBlock {
  const most = multiline ? LONGEST_WORDS : 200;
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: {
      type: "plain_text_input",
      action_id: VALUE,
      multiline,
      max_length: most,
      ...(begun === "" ? {} : { initial_value: begun.slice(0, most) }),
    },
  };
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export function selectField(blockId: string, { label, hint }: Said, choices: readonly Choice[]): InputBlock {
  const options = choices.slice(0, MOST_OPTIONS).map(({ value, text }) => ({ value, text: plain(text, 75) }));
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: { type: "static_select", action_id: VALUE, options },
  };
}

/** Its options are found while a person types: from the second character on. */
export function searchField(blockId: string, { label, hint }: Said, actionId: string): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: { type: "external_select", action_id: actionId, min_query_length: 2 },
  };
}

const element = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

export function typedIn(values: ViewState, block: string): string {
  return element.safeParse(values[block]?.[VALUE]).data?.value ?? "";
}

export function chosenIn(values: ViewState, block: string): string {
  const [chosen] = Object.values(values[block] ?? {});
  return element.safeParse(chosen).data?.selected_option?.value ?? "";
}
