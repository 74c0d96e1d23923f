/** Clean routine reports on one screen, each a press from being read in full, and one button; what stands out is named below, with why. */
import type { ModalView } from "../../../platform/slack/modal.ts";
import { toBlocks } from "../../../platform/slack/render.ts";
import { bold, divider, type Line, line, note, type Piece } from "../../../platform/view.ts";
import { type QueueReader, queueLinePiece } from "../../review-queue/index.ts";
import { APPROVE_ROUTINE, ROUTINE_MODAL } from "../ids.ts";
import { outlierText } from "./outlier-text.ts";
import type { RoutineQueue } from "./routine-queue.ts";

const MODAL_BLOCKS = 100;
/** At one press: their ids travel in the button. */
export const AT_ONE_PRESS = 15;
/** Characters of a conclusion; all of it is in the report. */
const LONGEST = 300;
const OUTLIERS = 15;

/** The queue with what the officers concluded. */
export interface ReadRoutine extends RoutineQueue {
  readonly conclusions: ReadonlyMap<string, string>;
}

/** `said`: what became of the last press, above everything. */
export function routineModal(queue: ReadRoutine, reader: QueueReader, said: readonly Line[]): ModalView {
  const { t } = reader;
  const { entries, clean, why } = queue;
  const shown = clean.slice(0, AT_ONE_PRESS);
  const outliers = entries.filter(({ reportId }) => (why.get(reportId)?.length ?? 0) > 0);
  const approve: Piece = {
    kind: "buttons",
    buttons: [
      {
        text: t("routine.approve", { count: shown.length }),
        action: APPROVE_ROUTINE,
        value: shown.map(({ reportId }) => reportId).join(),
        style: "primary",
        confirm: {
          title: t("batch.approve_title"),
          text: t("routine.approve_text", { count: shown.length }),
          yes: t("review.approve"),
          no: t("words.cancel"),
        },
      },
    ],
  };
  const pieces: Piece[] = [
    ...said.map(line),
    ...(shown.length === 0
      ? [line(t("routine.none"))]
      : [line([bold(t("routine.clean", { count: clean.length }))]), note(t("routine.what")), approve]),
    ...shown.flatMap((entry) => [queueLinePiece(entry, reader), ...concluded(queue.conclusions.get(entry.reportId))]),
    ...(clean.length > shown.length ? [note(t("routine.then", { count: clean.length - shown.length }))] : []),
    ...(outliers.length === 0 ? [] : [divider, line([bold(t("routine.outliers", { count: outliers.length }))])]),
    ...outliers
      .slice(0, OUTLIERS)
      .map((entry) => queueLinePiece(entry, reader, outlierText(why.get(entry.reportId) ?? [], t))),
    ...(outliers.length > OUTLIERS ? [note(t("queue.more", { count: outliers.length - OUTLIERS }))] : []),
  ];
  return {
    callbackId: ROUTINE_MODAL,
    title: t("routine.title"),
    close: t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}

function concluded(words = ""): Piece[] {
  const isLong = words.length > LONGEST;
  return words === "" ? [] : [note(isLong ? `${words.slice(0, LONGEST)}…` : words)];
}
