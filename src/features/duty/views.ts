/** The list of turns, and the form that enters one. Pure. */
import type { InputBlock } from "@slack/types";
import { z } from "zod";
import { isoDate } from "../../domain/dates.ts";
import type { Language, Role } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { ViewState } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { bold, heading, line, note, quiet, type View } from "../../platform/view.ts";
import { dayText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { DUTY_FORM, END_TURN, ENTER_TURN } from "./ids.ts";
import type { ListedTurn } from "./list.ts";

const VALUE = "duty.value";

export interface Wording {
  readonly t: Translate;
  readonly language: Language;
}

export function turnListView({ t, language }: Wording, turns: readonly ListedTurn[]): View {
  const title = t("duty.list");
  const day = (date: string) => dayText(language, isoDate(date));
  return {
    title,
    pieces: [
      heading(title),
      ...(turns.length === 0 ? [line(t("duty.none"))] : []),
      ...turns.map((turn) => ({
        kind: "item" as const,
        text: [bold(turn.person), " · ", t(`role.${turn.role}`)],
        detail: [quiet(`${turn.unit} · ${t("duty.days", { from: day(turn.fromOn), to: day(turn.toOn) })}`)],
        buttons: [{ text: t("duty.end"), action: END_TURN, value: turn.id }],
      })),
      note(t("duty.what_follows")),
      { kind: "buttons", buttons: [{ text: t("duty.enter"), action: ENTER_TURN, value: "new", style: "primary" }] },
    ],
    json: turns,
  };
}

export function turnForm(t: Translate, roles: readonly Role[]): ModalView {
  const options = roles.map((role) => ({ text: plain(t(`role.${role}`), 75), value: role }));
  const [first] = options;
  const field = (block_id: string, label: string, element: InputBlock["element"]): InputBlock => ({
    type: "input",
    block_id,
    label: plain(label, 200),
    element,
  });
  return {
    callbackId: DUTY_FORM,
    title: t("duty.enter"),
    submit: t("absence.form.submit"),
    close: t("words.cancel"),
    blocks: [
      ...toBlocks([line(t("duty.what_follows"))], 1),
      field("role", t("duty.form.role"), {
        type: "static_select",
        action_id: VALUE,
        options,
        ...(first === undefined ? {} : { initial_option: first }),
      }),
      field("person", t("duty.form.person"), { type: "users_select", action_id: VALUE }),
      field("from", t("absence.form.from"), { type: "datepicker", action_id: VALUE }),
      field("to", t("absence.form.to"), { type: "datepicker", action_id: VALUE }),
    ],
  };
}

const element = z.looseObject({
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
  selected_date: z.string().nullish(),
});

/** `userId`: of Slack. */
export function readTurnForm(values: ViewState): { role: string; userId: string; from: string; to: string } {
  const at = (block: string) => element.safeParse(values[block]?.[VALUE]).data ?? {};
  return {
    role: at("role").selected_option?.value ?? "",
    userId: at("person").selected_user ?? "",
    from: at("from").selected_date ?? "",
    to: at("to").selected_date ?? "",
  };
}
