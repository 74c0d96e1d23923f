/** The form in which the officer enters what the borrower answered, and what it says. Pure. */
import type { InputBlock, KnownBlock } from "@slack/types";
import { z } from "zod";
import { CONFIRMATION_ANSWERS, SIGNED_BY_ANOTHER } from "../../domain/confirmation/index.ts";
import { isIsoDate } from "../../domain/dates.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { type FormPage, fileBlocks, type GivenFiles } from "../evidence/index.ts";
import { ANSWER_FORM, HAND_IN_SIGNED, LONGEST_NOTE, LONGEST_NUMBER } from "./ids.ts";
import type { Signer } from "./store.ts";
import type { AnswerInput } from "./take-answer.ts";
import type { Reading } from "./views.ts";

/** Action id of every element; the block's id names the field. */
const VALUE = "confirmation.value";
/** Slack's limit for one menu. */
const MOST_SIGNERS = 100;

export interface FormFacts {
  readonly inspectionId: string;
  readonly number: string;
  readonly visitedOn: IsoDate;
  readonly signers: readonly Signer[];
  readonly fileTypes: readonly string[];
  /** Where its file comes by a page of ours. */
  readonly page?: FormPage | undefined;
}

export function answerForm(facts: FormFacts, { t, language }: Reading): ModalView {
  const options = CONFIRMATION_ANSWERS.map((answer) => ({
    text: plain(t(`confirmation.answer.${answer}`), 75),
    value: answer,
  }));
  const hint = t("confirmation.form_hint", { number: facts.number, date: dateText(language, facts.visitedOn) });
  return {
    callbackId: ANSWER_FORM,
    title: t("confirmation.form"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ inspection: facts.inspectionId, form: facts.page?.formId }),
    blocks: [
      ...toBlocks([note(hint)], 1),
      input("number", t("confirmation.number"), {
        type: "plain_text_input",
        action_id: VALUE,
        max_length: LONGEST_NUMBER,
      }),
      input("answer", t("confirmation.answer"), { type: "static_select", action_id: VALUE, options }),
      signerBlock(facts, t),
      input("signed_on", t("confirmation.signed_on"), { type: "datepicker", action_id: VALUE }),
      ...fileBlocks(
        t,
        {
          blockId: "file",
          actionId: VALUE,
          label: t("confirmation.file"),
          hint: t("confirmation.to_confirm"),
          optional: true,
          most: 1,
          fileTypes: facts.fileTypes,
          handIn: HAND_IN_SIGNED,
        },
        facts.page,
      ),
      input(
        "note",
        t("confirmation.note"),
        { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_NOTE },
        true,
      ),
    ],
  };
}

function signerBlock({ signers }: FormFacts, t: Reading["t"]): KnownBlock {
  const listed = signers.slice(0, MOST_SIGNERS - 1).map(({ id, name, title, isBorrower }) => ({
    text: plain(isBorrower ? t("confirmation.signer_self", { name }) : `${name} ${title}`, 75),
    value: id,
  }));
  const [none] = toBlocks([note(t("confirmation.no_signers"))], 1);
  const options = [...listed, { text: plain(t("confirmation.signer_other"), 75), value: SIGNED_BY_ANOTHER }];
  return listed.length === 0 && none !== undefined
    ? none
    : {
        ...input("signer", t("confirmation.signer"), { type: "static_select", action_id: VALUE, options }, true),
        hint: plain(t("confirmation.to_confirm"), 200),
      };
}

function input(block: string, label: string, element: InputBlock["element"], optional = false): InputBlock {
  return { type: "input", block_id: block, label: plain(label, 200), optional, element };
}

const metadata = z.object({ inspection: z.string(), form: z.string().optional() }).catch({ inspection: "" });
const state = z
  .looseObject({
    value: z.string().nullish(),
    selected_date: z.string().nullish(),
    selected_option: z.object({ value: z.string() }).nullish(),
    files: z.array(z.looseObject({ id: z.string() })).nullish(),
  })
  .catch({});

export interface ReadAnswer {
  readonly input: AnswerInput;
  readonly file: GivenFiles;
}

/** `form`: under which its file waits, where it comes by a page of ours. */
export function formOf(view: OpenView | undefined): { inspection: string; form?: string | undefined } {
  try {
    return metadata.parse(JSON.parse(view?.metadata ?? ""));
  } catch {
    return { inspection: "" };
  }
}

/** Refusals stand at their fields. */
export function readAnswer(view: OpenView): ReadAnswer | Refusal {
  const at = (block: string) => state.parse(view.values[block]?.[VALUE]);
  const signedOn = at("signed_on").selected_date ?? "";
  const answer = CONFIRMATION_ANSWERS.find((one) => one === at("answer").selected_option?.value);
  if (!isIsoDate(signedOn)) {
    return refuse("confirmation.date_needed", {}, "signed_on");
  }
  if (answer === undefined) {
    return refuse("check.error.required", {}, "answer");
  }
  return {
    input: {
      inspectionId: formOf(view).inspection,
      number: at("number").value ?? "",
      answer,
      signedOn,
      signerId: at("signer").selected_option?.value,
      note: at("note").value ?? "",
    },
    file: { slackFileIds: (at("file").files ?? []).slice(0, 1).map(({ id }) => id), formId: formOf(view).form },
  };
}
