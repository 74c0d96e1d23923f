/** Asks for the reason, and reads it. Pure. */
import { z } from "zod";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import type { Asking } from "./ask.ts";
import { LONGEST_REASON, OVERRIDE_FORM } from "./ids.ts";

const VALUE = "overrides.value";
const about = z.object({ draft: z.string(), rule: z.string(), key: z.string() });

export function overrideForm(t: Translate, value: string): ModalView {
  return {
    callbackId: OVERRIDE_FORM,
    title: t("override.ask"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify(about.parse(JSON.parse(value))),
    blocks: [
      ...toBlocks([note(t("override.what_follows"))], 1),
      {
        type: "input",
        block_id: "reason",
        label: plain(t("override.reason"), 200),
        hint: plain(t("override.reason_why"), 2000),
        element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
      },
    ],
  };
}

/** Which draft a button is about. */
export function draftIn(value: string): string {
  const read = about.safeParse(parsed(value));
  return read.success ? read.data.draft : "";
}

const typed = z.looseObject({ value: z.string().nullish() });

export function readAsking({ metadata, values }: OpenView): Asking {
  const { draft, rule, key } = about.catch({ draft: "", rule: "", key: "" }).parse(parsed(metadata));
  const reason = typed.safeParse(values.reason?.[VALUE]);
  return { draftId: draft, rule, answerKey: key, reason: reason.success ? (reason.data.value ?? "") : "" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
