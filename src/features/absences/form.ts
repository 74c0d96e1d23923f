/** The form that enters an absence, and what it says. Pure. */
import type { InputBlock, KnownBlock } from "@slack/types";
import { z } from "zod";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { ViewState } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { line, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { ABSENCE_FORM, LONGEST_REASON, VALUE } from "./ids.ts";

/** The names of the fields are those at which the use case refuses. */
const PERSON = "person";
const FROM = "from";
const TO = "to";
const STAND_IN = "stand_in";
const REASON = "reason";

/** `forOthers`: the reader leads a unit and may enter it for somebody of theirs. */
export function absenceForm(t: Translate, forOthers: boolean): ModalView {
  return {
    callbackId: ABSENCE_FORM,
    title: t("absence.form.title"),
    submit: t("absence.form.submit"),
    close: t("words.cancel"),
    blocks: [
      ...toBlocks([line(t("absence.form.intro"))], 1),
      ...(forOthers ? [userBlock(PERSON, t("absence.form.person"), t("absence.form.person_hint"), true)] : []),
      dateBlock(FROM, t("absence.form.from")),
      dateBlock(TO, t("absence.form.to")),
      userBlock(STAND_IN, t("absence.form.stand_in"), t("absence.form.stand_in_hint"), false),
      {
        type: "input",
        block_id: REASON,
        optional: true,
        label: plain(t("absence.form.reason"), 200),
        element: { type: "plain_text_input", action_id: VALUE, max_length: LONGEST_REASON },
      },
    ],
  };
}

export function noticeModal(t: Translate, pieces: Piece[]): ModalView {
  const blocks: KnownBlock[] = toBlocks(pieces, 10);
  return { callbackId: "absences.notice", title: t("absence.form.title"), close: t("words.close"), blocks };
}

function userBlock(blockId: string, label: string, hint: string, optional: boolean): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    optional,
    label: plain(label, 200),
    hint: plain(hint, 2000),
    element: { type: "users_select", action_id: VALUE },
  };
}

function dateBlock(blockId: string, label: string): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, 200),
    element: { type: "datepicker", action_id: VALUE },
  };
}

const element = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
});

export interface AbsenceAnswers {
  /** Slack user ids. */
  readonly person: string | undefined;
  readonly standIn: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export function readAbsenceForm(values: ViewState): AbsenceAnswers {
  return {
    person: stateOf(values, PERSON).selected_user ?? undefined,
    standIn: stateOf(values, STAND_IN).selected_user ?? undefined,
    from: stateOf(values, FROM).selected_date ?? "",
    to: stateOf(values, TO).selected_date ?? "",
    reason: (stateOf(values, REASON).value ?? "").trim(),
  };
}

function stateOf(values: ViewState, block: string): z.infer<typeof element> {
  const read = element.safeParse(values[block]?.[VALUE]);
  return read.success ? read.data : {};
}
