/** The forms that file a document and take one out, and what was said in them. Pure. */
import { z } from "zod";
import type { FileEntry } from "../../domain/customer-file/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { plain } from "../../platform/slack/render.ts";
import { type FormPage, fileBlocks } from "../evidence/index.ts";
import type { Filing } from "./file-document.ts";
import { titleOf } from "./file-pieces.ts";
import { FILE_FORM, HAND_IN_COPY, LONGEST_PLACE, LONGEST_REASON, MOST_COPIES, TAKE_OUT_FORM } from "./ids.ts";
import type { TakingOut } from "./take-out.ts";

const VALUE = "customer_files.value";
/** Slack's select holds a hundred; what is lacking comes first. */
const MOST_OPTIONS = 100;
const LACKING = { missing: 0, stale: 1, on_file: 2 } as const;

export interface FileForm {
  readonly borrowerId: string;
  readonly entries: readonly FileEntry[];
  readonly today: IsoDate;
  /** Where its files come by a page of ours. */
  readonly page: FormPage | undefined;
}

export function fileForm(ctx: Context, { borrowerId, entries, today, page }: FileForm): ModalView {
  const { t } = ctx;
  const options = entries
    .toSorted((a, b) => LACKING[a.state] - LACKING[b.state])
    .slice(0, MOST_OPTIONS)
    .map(({ document, reference }) => ({
      text: plain(reference === "" ? titleOf(ctx, document) : `${titleOf(ctx, document)} · ${reference}`, 75),
      value: `${document} ${reference}`,
    }));
  return {
    callbackId: FILE_FORM,
    title: t("document.file"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ borrower: borrowerId, form: page?.formId }),
    blocks: [
      {
        type: "input",
        block_id: "document",
        label: plain(t("document.form.document"), 200),
        element: { type: "static_select", action_id: VALUE, options },
      },
      {
        type: "input",
        block_id: "date",
        label: plain(t("document.form.date"), 200),
        element: { type: "datepicker", action_id: VALUE, initial_date: today },
      },
      {
        type: "input",
        block_id: "place",
        label: plain(t("document.form.place"), 200),
        hint: plain(t("document.form.place_hint"), 2000),
        optional: true,
        element: { type: "plain_text_input", action_id: VALUE, max_length: LONGEST_PLACE },
      },
      ...fileBlocks(
        t,
        {
          ...{ blockId: "files", actionId: VALUE, optional: true, most: MOST_COPIES, handIn: HAND_IN_COPY },
          label: t("document.form.files"),
          hint: t("document.form.files_hint"),
          fileTypes: ctx.policy.policy.documents.file_types,
        },
        page,
      ),
    ],
  };
}

export function takeOutForm({ t }: Pick<Context, "t">, id: string): ModalView {
  return {
    callbackId: TAKE_OUT_FORM,
    title: t("document.take_out"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: id,
    blocks: [
      {
        type: "input",
        block_id: "reason",
        label: plain(t("document.form.why"), 200),
        element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
      },
    ],
  };
}

const element = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  files: z.array(z.looseObject({ id: z.string() })).nullish(),
});

const metadataShape = z.object({ borrower: z.string(), form: z.string().optional() }).catch({ borrower: "" });

/** Of which customer the form is; `form`: under which its files wait, where they come by a page of ours. */
export function formOf(view: OpenView | undefined): { borrower: string; form?: string | undefined } {
  try {
    return metadataShape.parse(JSON.parse(view?.metadata ?? ""));
  } catch {
    return { borrower: "" };
  }
}

export function readFiling(view: OpenView): Filing {
  const { values } = view;
  const { borrower: borrowerId, form: formId } = formOf(view);
  const at = (block: string) => element.catch({}).parse(values[block]?.[VALUE]);
  const [document = "", ...reference] = (at("document").selected_option?.value ?? "").split(" ");
  return {
    borrowerId,
    document,
    reference: reference.join(" "),
    datedOn: at("date").selected_date ?? "",
    place: at("place").value ?? "",
    files: { slackFileIds: (at("files").files ?? []).map(({ id }) => id), formId },
  };
}

export function readTakingOut({ metadata, values }: OpenView): TakingOut {
  return { id: metadata, why: element.catch({}).parse(values.reason?.[VALUE]).value ?? "" };
}
