/** The question for files in a form: Slack's own field, or what has come by a page of ours and a button for its link. */
import type { KnownBlock } from "@slack/types";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { type FreshLink, goesByLink, uploadLine } from "../documents/index.ts";
import { filesOfForm } from "./kept-files.ts";

export interface FileQuestion {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional: boolean;
  readonly most: number;
  readonly fileTypes: readonly string[];
  /** Listener id of the button that asks for a link; its value is the form's id. */
  readonly handIn: string;
}

/** One open form whose files come by a page. */
export interface FormPage {
  readonly formId: string;
  readonly names: readonly string[];
  readonly link?: FreshLink;
}

/** Nothing where files go through Slack. A form that opens gets an id under which its files wait. */
export async function formPage(
  ctx: Context,
  inspectionId: string,
  { formId = newId(), link }: { readonly formId?: string | undefined; readonly link?: FreshLink | undefined } = {},
): Promise<FormPage | undefined> {
  if (!goesByLink(ctx)) {
    return undefined;
  }
  const names = (await filesOfForm(ctx, { inspectionId, formId })).map(({ name }) => name);
  return { formId, names, ...(link === undefined ? {} : { link }) };
}

export function fileBlocks(t: Translate, question: FileQuestion, page: FormPage | undefined): KnownBlock[] {
  const { blockId, actionId, label, hint, optional, most, fileTypes, handIn } = question;
  if (page === undefined) {
    return [
      {
        type: "input",
        block_id: blockId,
        label: plain(label, 200),
        ...(hint === undefined ? {} : { hint: plain(hint, 2000) }),
        optional,
        element: { type: "file_input", action_id: actionId, max_files: most, filetypes: [...fileTypes] },
      },
    ];
  }
  const there = page.names.map((name): Piece => line([name, " · ", t("files.stored")]));
  return toBlocks(
    [
      line([bold(optional ? t("documents.optional", { label }) : label)]),
      ...(hint === undefined ? [] : [note(hint)]),
      ...(there.length === 0 ? [note(t("documents.none_yet"))] : there),
      ...(page.link === undefined ? [] : [uploadLine(t, page.link)]),
      { kind: "buttons", buttons: [{ text: t("documents.add", { label }), action: handIn, value: page.formId }] },
    ],
    20,
  );
}
