/** How an officer's reports fared: one line on a report's screen, and the list behind it. Pure. */
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, bold, divider, line, note, type Piece } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import type { Reader } from "../review-queue/index.ts";
import { HISTORY, PAST_REPORT, REPORT_MODAL } from "./ids.ts";
import type { OfficerHistory, PastDecision } from "./officer-history.ts";

const LISTED = 30;
const NOTE = 300;

/** The counts, the reasons by how often they were given, and a way to the reports that were sent back. */
export function historyPieces(history: OfficerHistory, reportId: string, reader: Reader): Piece[] {
  const { t } = reader;
  const { length: count } = history.sentBack;
  const open: Button = { text: t("review.history_open", { count }), action: HISTORY, value: reportId };
  return [
    divider,
    ...countPieces(history, reader),
    ...(count === 0 ? [] : [{ kind: "buttons" as const, buttons: [open] }]),
  ];
}

export function historyModal(history: OfficerHistory, reportId: string, reader: Reader): ModalView {
  const { t } = reader;
  const { sentBack } = history;
  const rest = sentBack.length - LISTED;
  const pieces: Piece[] = [
    ...countPieces(history, reader),
    divider,
    ...(sentBack.length === 0 ? [line(t("review.history_none"))] : []),
    ...sentBack.slice(0, LISTED).map((past) => pastPiece(past, reportId, reader)),
    ...(rest > 0 ? [note(t("review.history_more", { count: rest }))] : []),
  ];
  return {
    callbackId: REPORT_MODAL,
    title: t("review.history_modal"),
    close: t("words.back"),
    blocks: toBlocks(pieces, 100),
  };
}

function countPieces({ officer, counts, reasons, overrides }: OfficerHistory, { t }: Reader): Piece[] {
  const said = [
    t("review.history_counts", counts),
    ...(overrides.asked === 0 ? [] : [t("review.history_overrides", overrides)]),
  ].join(" · ");
  const why = reasons.map(({ reason, count }) => `${t(`reason.${reason}`)} (${count})`).join(" · ");
  return [
    line([bold(t("review.history", { name: officer })), "\n", said]),
    ...(why === "" ? [] : [note(t("review.history_reasons", { reasons: why }))]),
  ];
}

function pastPiece(past: PastDecision, from: string, { t, language, timeZone }: Reader): Piece {
  const moment = momentText(language, past.decidedAt, timeZone);
  const reasons = past.reasons.map((reason) => t(`reason.${reason}`)).join(" · ");
  const value = JSON.stringify({ report: past.reportId, from });
  return {
    kind: "item",
    text: [
      bold(past.number),
      ` · ${t(past.decision === "returned" ? "review.history_returned" : "review.history_re_inspect", { moment })}`,
    ],
    detail: [reasons, [...past.note].slice(0, NOTE).join("")].filter((text) => text !== "").join("\n"),
    buttons: [{ text: t("review.history_read"), action: PAST_REPORT, value }],
  };
}
