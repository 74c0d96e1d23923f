/** A request as people see it: to whoever is asked, to whoever has the work, to the manager who decides. Pure. */
import { isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import {
  type HandoverState,
  INSPECTION_KINDS,
  type Language,
  UNIT_LINES,
  VISIT_MODES,
} from "../../domain/vocabulary.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type Button, bold, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { dayText, momentText } from "../../texts/dates.ts";
import type { TextKey, Translate } from "../../texts/index.ts";
import type { CardButtons } from "../named-customers/index.ts";
import { type BatchRow, isWaiting } from "./batch.ts";
import { ACCEPT, ACCEPT_ONE, CROSSED, DECLINE, DECLINE_ONE, GIVE, LEAVE, REASSIGN_LIST, TAKE_BACK } from "./ids.ts";

export interface Reader {
  readonly t: Translate;
  readonly language: Language;
  readonly timeZone: string;
  /** What opens a customer's card. */
  readonly cards: CardButtons;
}

export interface Told {
  readonly batchId: string;
  readonly rows: readonly BatchRow[];
  /** Of the request as a whole. */
  readonly state: HandoverState;
  readonly askedBy: string;
  readonly from: string;
  readonly to: string;
  readonly answeredBy: string;
  /** Who reads customers' names in full. */
  readonly inFull: boolean;
}

const LINES = 15;

/** To whoever is asked. Names are in full once the work is theirs. */
export function offeredView(reader: Reader, told: Told, startCheck: string): View {
  const { t } = reader;
  const waits = told.state === "asked" || told.state === "escalated";
  const title = t("handover.offered.title", { name: told.askedBy, count: told.rows.length });
  return {
    title,
    pieces: [
      line([bold(title)]),
      ...(waits && told.from !== "" ? [line(t("handover.offered.still", { name: told.from }))] : []),
      ...reasonPieces(reader, told),
      ...linePieces(reader, told, (row) => offeredRow(reader, told, row, startCheck)),
      ...(waits
        ? [note(untilText(reader, told)), offerButtons(reader, told)]
        : becameTexts(reader, told).map((text) => line(text))),
    ],
  };
}

/** To whoever has the work, asked for it, or got it by the manager's decision. */
export function toldView(reader: Reader, told: Told, mayTakeBack: boolean): View {
  const { t } = reader;
  const waits = told.state === "asked" || told.state === "escalated";
  const [title = "", ...more] = becameTexts(reader, told);
  const takeBack: Button = { text: t("handover.take_back"), action: TAKE_BACK, value: told.batchId };
  return {
    title,
    pieces: [
      line([bold(title)]),
      ...more.map((text) => line(text)),
      ...reasonPieces(reader, told),
      ...linePieces(reader, told),
      ...(told.state === "asked" ? [note(untilText(reader, told))] : []),
      ...(waits && mayTakeBack ? [{ kind: "buttons" as const, buttons: [takeBack] }] : []),
    ],
  };
}

/** To the manager, when nobody answered in time. */
export function escalatedView(reader: Reader, told: Told): View {
  const { t } = reader;
  const waits = told.state === "escalated";
  const count = waits ? told.rows.filter(({ state }) => state === "escalated").length : told.rows.length;
  const title = t("handover.escalated.title", { to: told.to, count });
  const value = told.batchId;
  const names = { to: told.to, from: told.from === "" ? "–" : told.from };
  const buttons: Button[] = [
    { text: t("handover.give", names), action: GIVE, value, style: "primary" },
    { text: t("handover.leave", names), action: LEAVE, value },
  ];
  return {
    title,
    pieces: [
      line([bold(title)]),
      line(t("handover.escalated.why", { ...names, asker: told.askedBy })),
      ...reasonPieces(reader, told),
      ...linePieces(reader, told),
      ...(waits ? [{ kind: "buttons" as const, buttons }] : becameTexts(reader, told).map((text) => line(text))),
    ],
  };
}

export interface LeftOfFallen {
  /** Open inspections that are still the manager's. */
  readonly open: number;
  /** Accounts and inspections that somebody else has by now. */
  readonly elsewhere: number;
}

/** To the manager, when somebody has left: the book is theirs until somebody else has it. */
export function fallenView(reader: Reader, told: Told, { open, elsewhere }: LeftOfFallen): View {
  const { t } = reader;
  const title = t("handover.fallen.title", { name: told.from, count: told.rows.length });
  const reassign: Button = {
    text: t("handover.reassign_all"),
    action: REASSIGN_LIST,
    value: told.batchId,
    style: "primary",
  };
  return {
    title,
    pieces: [
      line([bold(title)]),
      line(t("handover.fallen.why", { name: told.from, open })),
      ...(elsewhere === 0 ? [] : [line(t("handover.fallen.elsewhere", { count: elsewhere }))]),
      ...linePieces(reader, told),
      ...(elsewhere === told.rows.length ? [] : [{ kind: "buttons" as const, buttons: [reassign] }]),
    ],
  };
}

/** What became of the request, first what it is as a whole; of a list that was answered in parts, each part. */
function becameTexts({ t }: Reader, told: Told): string[] {
  const names = { from: told.from === "" ? "–" : told.from, to: told.to, by: told.answeredBy };
  const count = (state: HandoverState) => told.rows.filter((row) => row.state === state).length;
  const parts = ANSWERED.filter((state) => state !== told.state && count(state) > 0);
  return [told.state, ...parts].map((state) => t(`handover.became.${state}`, { ...names, count: count(state) }));
}

const ANSWERED = ["accepted", "declined"] as const;

function untilText({ t, language, timeZone }: Reader, { rows }: Told): string {
  const [first] = rows;
  const moment = first === undefined ? "" : momentText(language, first.answerBy, timeZone);
  return t("handover.until", { moment });
}

function reasonPieces({ t }: Reader, { rows }: Told): Piece[] {
  const notes = new Set(rows.flatMap(({ note: said }) => said ?? []));
  const texts = [
    ...reasonTexts(t, rows[0]?.reason ?? ""),
    ...[...notes].map((said) => t("handover.note_said", { note: said })),
  ];
  return texts.map((text) => line(text));
}

/** The desk's own reason in the reader's words, a person's as it was typed. */
export function reasonTexts(t: Reader["t"], reason: string): string[] {
  const crossed = UNIT_LINES.find((one) => CROSSED[one] === reason);
  if (crossed !== undefined) return [t("handover.crossed", { department: t(`department.${crossed}`) })];
  return reason === "" ? [] : [t("handover.reason_said", { reason })];
}

function offerButtons({ t }: Reader, { batchId: value, rows }: Told): Piece {
  const isList = rows.filter(isWaiting).length > 1;
  return {
    kind: "buttons",
    buttons: [
      { text: t(isList ? "handover.accept_all" : "handover.accept"), action: ACCEPT, value, style: "primary" },
      { text: t(isList ? "handover.decline_all" : "handover.decline"), action: DECLINE, value },
    ],
  };
}

/** Of a list, each item can be answered alone. What was accepted is the reader's own, with its name in full. */
function offeredRow(reader: Reader, told: Told, row: BatchRow, startCheck: string): RowOptions {
  const { t } = reader;
  const { id: value, inspectionId } = row;
  if (isWaiting(row)) {
    const isList = told.rows.filter(isWaiting).length > 1;
    const buttons = [
      { text: t("handover.accept"), action: ACCEPT_ONE, value },
      { text: t("handover.decline"), action: DECLINE_ONE, value },
    ];
    return { inFull: false, buttons: isList ? buttons : [] };
  }
  const isMine = row.state === "accepted";
  return {
    inFull: isMine,
    buttons:
      isMine && inspectionId !== null ? [{ text: t("desk.start"), action: startCheck, value: inspectionId }] : [],
  };
}

interface RowOptions {
  readonly inFull: boolean;
  readonly buttons: readonly Button[];
}

function linePieces(
  reader: Reader,
  told: Told,
  optionsOf: (row: BatchRow) => RowOptions = () => ({ inFull: told.inFull, buttons: [] }),
): Piece[] {
  const rest = told.rows.length - LINES;
  return [
    ...told.rows.slice(0, LINES).map((row) => rowPiece(reader, told, row, optionsOf(row))),
    ...(rest > 0 ? [note(reader.t("handover.more", { count: rest }))] : []),
  ];
}

function rowPiece({ t, language, cards }: Reader, told: Told, row: BatchRow, { inFull, buttons }: RowOptions): Piece {
  const { inspection, borrower } = row;
  const name = inFull ? borrower.name : maskName(borrower.name);
  const became = row.state === told.state ? undefined : BECAME[row.state];
  const what =
    inspection === null
      ? [t("handover.whole_account"), borrower.number]
      : [
          t("desk.inspection", {
            kind: t(`kind.${oneOf(INSPECTION_KINDS, inspection.kind)}`),
            mode: t(`mode.${oneOf(VISIT_MODES, inspection.mode)}`),
          }),
          t("desk.due", { date: dayText(language, isoDate(inspection.returnedDueOn ?? inspection.dueOn)) }),
          inspection.number,
        ];
  return {
    kind: "item",
    text: [bold(name), " · ", what.join(" · ")],
    ...(became === undefined ? {} : { detail: [quiet(t(became, { to: told.to, from: told.from }))] }),
    ...(buttons.length === 0 ? {} : { buttons }),
    // Whoever reads a masked name here is not theirs yet, or no longer.
    ...(inFull ? { more: cards(row.borrowerId) } : {}),
  };
}

/** What became of one item, where it is not what became of all. */
const BECAME: Readonly<Record<string, TextKey>> = {
  withdrawn: "handover.done_meanwhile",
  accepted: "handover.one_accepted",
  declined: "handover.one_declined",
};

/** What the asker reads at once. */
export function askedText(
  { t, language, timeZone }: Reader,
  asked: { toName: string; count: number; skipped: number; answerBy: Date },
): Piece[] {
  const moment = momentText(language, asked.answerBy, timeZone);
  return [
    line(t("handover.asked", { name: asked.toName, count: asked.count, moment })),
    ...(asked.skipped === 0 ? [] : [note(t("handover.skipped", { count: asked.skipped }))]),
  ];
}
