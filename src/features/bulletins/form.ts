/** The form that writes a bulletin. Pure. */
import type { InputBlock } from "@slack/types";
import { z } from "zod";
import { type BulletinTyped, LONGEST_TEXT, LONGEST_TITLE } from "../../domain/bulletin.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { ViewState } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { line } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { BULLETIN_FORM } from "./ids.ts";

const VALUE = "bulletins.value";
const LONGEST_CODE = 12;

export function bulletinForm(t: Translate): ModalView {
  const text = (id: "industry" | "title" | "text", most: number, multiline = false): InputBlock => ({
    type: "input",
    block_id: id,
    label: plain(t(`bulletin.form.${id}`), 200),
    hint: plain(t(`bulletin.form.${id}_hint`), 2000),
    element: { type: "plain_text_input", action_id: VALUE, max_length: most, multiline },
  });
  return {
    callbackId: BULLETIN_FORM,
    title: t("bulletin.form.name"),
    submit: t("bulletin.form.submit"),
    close: t("words.cancel"),
    blocks: [
      ...toBlocks([line(t("bulletin.form.intro"))], 1),
      text("industry", LONGEST_CODE),
      text("title", LONGEST_TITLE),
      text("text", LONGEST_TEXT, true),
      {
        type: "input",
        block_id: "until",
        label: plain(t("bulletin.form.until"), 200),
        element: { type: "datepicker", action_id: VALUE },
      },
    ],
  };
}

const element = z.looseObject({ value: z.string().nullish(), selected_date: z.string().nullish() });

export function readBulletinForm(values: ViewState): BulletinTyped {
  const at = (block: string) => {
    const read = element.safeParse(values[block]?.[VALUE]);
    return read.success ? (read.data.value ?? read.data.selected_date ?? "") : "";
  };
  return { industry: at("industry"), title: at("title"), text: at("text"), until: at("until") };
}
