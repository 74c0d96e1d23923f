/** One question with what belongs to it: the reviewer's remark, the files that are there, the field itself. Pure. */
import type { KnownBlock } from "@slack/types";
import type { FormItem } from "../../domain/check/types.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import { uploadLine } from "../documents/index.ts";
import { fileStateText } from "../evidence/index.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { hintOf, inputBlock } from "./fields.ts";
import { HAND_IN, REMOVE_FILE } from "./ids.ts";
import type { Beside, Reader } from "./step-view.ts";

/** Of the files of one question so many are listed; all of them count. */
const MOST_LISTED = 10;

export interface AttachedFile {
  readonly id: string;
  readonly answerKey: string;
  readonly name: string;
  readonly state: string;
  readonly failure: string | null;
}

export function fieldBlocks(
  sheet: CheckSheet,
  item: FormItem,
  { files, lessons }: Beside,
  reader: Reader,
): KnownBlock[] {
  const { t } = reader;
  const remark = sheet.base?.review?.notes.find((one) => one.answerKey === item.answerKey);
  const before = lessons.remarks.get(item.answerKey);
  const remarks: Piece[] = [
    ...(before === undefined ? [] : [note([bold(t("inspection.said_last_time")), " ", before])]),
    ...(remark === undefined ? [] : [note([bold(t("inspection.reviewer_says")), " ", remark.note])]),
  ];
  const attached = files.filter(({ answerKey }) => answerKey === item.answerKey);
  const list = attached.map(
    (file): Piece => ({
      kind: "item",
      text: [file.name],
      detail: fileStateText(t, file),
      buttons: [{ text: t("files.remove"), action: REMOVE_FILE, value: file.id }],
    }),
  );
  if (item.type === "evidence" && reader.byLink) {
    const { head, foot } = byLinkPieces(item, list.length > 0, reader);
    return [...toBlocks([...remarks, ...head], 4), ...toBlocks(list, MOST_LISTED), ...toBlocks(foot, 3)];
  }
  const asked = attached.some(({ state }) => state !== "failed") ? { ...item, required: false } : item;
  return [
    ...toBlocks(remarks, 2),
    ...toBlocks(list, MOST_LISTED),
    inputBlock(asked, sheet.raw[item.answerKey] ?? item.knownBefore, sheet.policy.policy.documents.file_types, reader),
  ];
}

/** No field of Slack's: what is asked above the files, and below them the way to hand in more. */
function byLinkPieces(item: FormItem, hasFiles: boolean, reader: Reader): { head: Piece[]; foot: Piece[] } {
  const { t, language, link } = reader;
  const label = item.label[language];
  const said = reader.said?.[item.answerKey];
  const button = { text: t("documents.add", { label }), action: HAND_IN, value: item.answerKey };
  return {
    head: [
      line([bold(item.required ? label : t("documents.optional", { label }))]),
      note([hintOf(item, language, t), ...(hasFiles ? [] : ["\n", t("documents.none_yet")])]),
    ],
    foot: [
      ...(said === undefined ? [] : [line([bold(said)])]),
      ...(link?.answerKey === item.answerKey ? [uploadLine(t, link.fresh)] : []),
      { kind: "buttons", buttons: [button] },
    ],
  };
}
