/** The queue as people see it: in the standing message, in a paged modal, after a command. Pure. */

import { maskName } from "../../domain/masking.ts";
import type { IsoDate, Language } from "../../domain/vocabulary.ts";
import { type Button, bold, line, note, type Piece, type Span, type View } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import type { CardButtons } from "../named-customers/index.ts";
import { OPEN_BATCH_REVIEW, OPEN_REVIEW, SHOW_QUEUE } from "./ids.ts";
import { pageValue, WHOLE_QUEUE } from "./narrow.ts";
import type { QueueEntry } from "./waiting.ts";

/** Lines with buttons in one message. */
export const QUEUE_LINES = 12;

export interface Reader {
  readonly language: Language;
  readonly t: Translate;
  readonly timeZone: string;
  /** What opens a customer's card; missing where nobody in particular reads. */
  readonly cards?: CardButtons;
}

export interface QueueReader extends Reader {
  /**
   * Working days that a report has waited, the last day of its reviewer's time, and whether that has passed; nothing while it waits
   * for the borrower.
   */
  readonly waits: (
    entry: QueueEntry,
  ) => { readonly days: number; readonly by: IsoDate; readonly isLate: boolean } | undefined;
  /** Whether the reader is one of those who read the customer's name in full, in the report too. */
  readonly inFull: (entry: QueueEntry) => boolean;
}

/** `announced` is the report the message was sent for; a severe one is named in the notification, masked. */
export function queueView(entries: readonly QueueEntry[], reader: QueueReader, announced?: string): View {
  return {
    title: titleOf(entries, reader, announced),
    pieces: queuePieces(entries, reader),
    json: entries.map(({ borrowerName, unitPath: _units, submittedById: _id, ...entry }) => ({
      ...entry,
      borrowerName: maskName(borrowerName),
    })),
  };
}

/** At most twelve lines, the rest counted; says so when nothing waits. */
export function queuePieces(entries: readonly QueueEntry[], reader: QueueReader): Piece[] {
  const { t } = reader;
  if (entries.length === 0) {
    return [line(t("queue.done"))];
  }
  const lines = queueLines(entries);
  const rest = lines.slice(QUEUE_LINES).reduce((sum, { entries: hidden }) => sum + hidden.length, 0);
  const showAll: Button = {
    text: t("words.show_all", { count: entries.length }),
    action: SHOW_QUEUE,
    value: pageValue(0, WHOLE_QUEUE),
  };
  return [
    line([bold(t("queue.count", { count: entries.length }))]),
    ...lines.slice(0, QUEUE_LINES).map((one) => linePiece(one, reader)),
    ...(rest > 0 ? [note(t("queue.more", { count: rest })), { kind: "buttons" as const, buttons: [showAll] }] : []),
  ];
}

export interface QueueParts {
  /** To be read one by one, the worst first, then the oldest. */
  readonly singly: readonly Piece[];
  /** Off-site checks that were submitted as one, clean when they were: read and approved on one screen. */
  readonly together: readonly Piece[];
  /** Reports without a line. */
  readonly rest: number;
}

/** The same lines in two kinds, at most `most` of each. `why`: what makes a report stand out, in words. */
export function queueParts(
  entries: readonly QueueEntry[],
  reader: QueueReader,
  most: number,
  why: (entry: QueueEntry) => string = () => "",
): QueueParts {
  const lines = queueLines(entries);
  const [singles, batches] = [lines.filter((one) => one.batch === undefined), lines.filter((one) => one.batch)];
  const shown = [singles.slice(0, most), batches.slice(0, most)] as const;
  const told = shown.flat().reduce((sum, one) => sum + one.entries.length, 0);
  const [singly = [], together = []] = shown.map((some) => some.map((one) => linePiece(one, reader, why)));
  return { singly, together, rest: entries.length - told };
}

export function replacedView(newerAt: Date, reader: Reader): View {
  const sentence = reader.t("queue.replaced", { moment: momentText(reader.language, newerAt, reader.timeZone) });
  return { title: sentence, pieces: [note(sentence)] };
}

function titleOf(entries: readonly QueueEntry[], { t }: Reader, announced: string | undefined): string {
  if (entries.length === 0) {
    return t("queue.done");
  }
  const count = t("queue.count", { count: entries.length });
  const news = entries.find(({ reportId }) => reportId === announced);
  return news?.level === "orange" || news?.level === "red"
    ? t("queue.severe", { level: t(`check.level.${news.level}`), name: maskName(news.borrowerName), count })
    : count;
}

/** One report, or those of a batch that still wait, where its first one stands. */
export interface QueueLine {
  readonly batch: QueueEntry["batch"];
  readonly entries: readonly QueueEntry[];
}

export function queueLines(entries: readonly QueueEntry[]): QueueLine[] {
  return entries.flatMap((entry): QueueLine[] => {
    const { batch } = entry;
    if (batch === undefined) return [{ batch, entries: [entry] }];
    const together = entries.filter((one) => one.batch?.id === batch.id);
    return together[0] === entry ? [{ batch, entries: together }] : [];
  });
}

export function linePiece({ batch, entries }: QueueLine, reader: QueueReader, why = (_entry: QueueEntry) => ""): Piece {
  const [first] = entries;
  if (first === undefined) return note("");
  if (batch === undefined) return queueLinePiece(first, reader, why(first));
  const { t } = reader;
  return {
    kind: "item",
    text: [bold(t("batch.queue", { count: entries.length, number: batch.number }))],
    detail: detailOf(first, reader),
    buttons: [{ text: t("batch.review"), action: OPEN_BATCH_REVIEW, value: batch.id }],
  };
}

/** `why` it stands out, where it is said. */
export function queueLinePiece(entry: QueueEntry, reader: QueueReader, why = ""): Piece {
  const { t } = reader;
  const level: Span[] = entry.level === undefined ? [] : [bold(t(`check.level.${entry.level}`)), " · "];
  const name = reader.inFull(entry) ? entry.borrowerName : maskName(entry.borrowerName);
  return {
    kind: "item",
    text: [...level, bold(name), ` · ${t(`kind.${entry.kind}`)} · ${t(`mode.${entry.mode}`)} · ${entry.number}`],
    detail: why === "" ? detailOf(entry, reader) : [bold(why), " · ", detailOf(entry, reader)],
    buttons: [{ text: t("queue.review"), action: OPEN_REVIEW, value: entry.reportId }],
    more: reader.cards?.(entry.number) ?? [],
  };
}

function detailOf(entry: QueueEntry, { t, language, timeZone, waits }: QueueReader): string {
  const moment = momentText(language, entry.submittedAt, timeZone);
  const { opened } = entry;
  const wait = waits(entry);
  const said = [
    t("queue.submitted", { moment, name: entry.submittedBy }),
    wait === undefined ? t("queue.borrower") : t("queue.waits", { days: wait.days, date: dateText(language, wait.by) }),
    ...(opened === undefined
      ? []
      : [t("queue.opened", { name: opened.by, moment: momentText(language, opened.at, timeZone) })]),
    ...(entry.fromAbove ? [t("queue.from_above", { unit: entry.unitName })] : []),
  ];
  return said.join(" · ");
}
