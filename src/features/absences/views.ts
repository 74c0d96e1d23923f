/** Absences as people see them. Pure. */
import { isoDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { type Button, bold, heading, line, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { dayText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { END_ABSENCE } from "./ids.ts";
import type { AbsenceRow } from "./store.ts";

export interface Wording {
  readonly t: Translate;
  readonly language: Language;
}

export interface ShownAbsence {
  readonly absence: AbsenceRow;
  readonly mayEnd: boolean;
}

/** One sentence: who is away from when to when, and who stands in. */
export function absenceText({ t, language }: Wording, absence: AbsenceRow): string {
  return t(absence.endedAt === null ? "absence.sentence" : "absence.sentence_ended", {
    name: absence.person.name,
    standIn: absence.standIn.name,
    from: dayText(language, isoDate(absence.fromOn)),
    to: dayText(language, isoDate(absence.toOn)),
  });
}

export function toldView(wording: Wording, { absence, mayEnd }: ShownAbsence, enteredBy: string): View {
  const { t } = wording;
  const title = absenceText(wording, absence);
  return {
    title,
    pieces: [
      line([bold(title)]),
      ...(absence.endedAt === null ? [line(t("absence.what_follows", { standIn: absence.standIn.name }))] : []),
      ...(absence.reason === "" ? [] : [note(t("absence.reason", { reason: absence.reason }))]),
      note(t("absence.entered_by", { name: enteredBy })),
      ...(mayEnd ? [buttons([endButton(wording, absence)])] : []),
    ],
  };
}

export interface Workload {
  readonly open: number;
  readonly waiting: number;
}

/** To the stand-in, on the first morning. */
export function begunView(wording: Wording, shown: ShownAbsence, work: Workload, showQueue: string): View {
  const { t } = wording;
  const { name } = shown.absence.person;
  const title = t("absence.begun", { name });
  const queue: Button[] = work.waiting === 0 ? [] : [{ text: t("absence.show_queue"), action: showQueue, value: "0" }];
  const actions = [...queue, ...(shown.mayEnd ? [endButton(wording, shown.absence)] : [])];
  return {
    title,
    pieces: [
      line([bold(title)]),
      line(absenceText(wording, shown.absence)),
      line(t("absence.begun_work", { open: work.open, waiting: work.waiting })),
      ...(actions.length === 0 ? [] : [buttons(actions)]),
    ],
  };
}

/** To whoever is back. */
export function overView(wording: Wording, absence: AbsenceRow, work: Workload): View {
  const title = wording.t("absence.over", { name: absence.standIn.name });
  return {
    title,
    pieces: [line([bold(title)]), line(wording.t("absence.over_work", { open: work.open, waiting: work.waiting }))],
  };
}

export function listView(wording: Wording, shown: readonly ShownAbsence[]): View {
  const { t } = wording;
  return {
    title: t("absence.list_title"),
    pieces: [
      heading(t("absence.list_title")),
      ...(shown.length === 0 ? [line(t("absence.list_none"))] : shown.map((one) => listPiece(wording, one))),
      note(t("absence.list_hint")),
    ],
    json: shown.map(({ absence: { personId, standInId, fromOn, toOn } }) => ({
      person: personId,
      stand_in: standInId,
      from_on: fromOn,
      to_on: toOn,
    })),
  };
}

export function enteredPieces(wording: Wording, absence: AbsenceRow): Piece[] {
  const { t } = wording;
  return [line([bold(absenceText(wording, absence))]), line(t("absence.entered", { standIn: absence.standIn.name }))];
}

function listPiece(wording: Wording, { absence, mayEnd }: ShownAbsence): Piece {
  return {
    kind: "item",
    text: absenceText(wording, absence),
    ...(absence.reason === "" ? {} : { detail: [quiet(absence.reason)] }),
    ...(mayEnd ? { buttons: [endButton(wording, absence)] } : {}),
  };
}

function endButton({ t }: Wording, absence: AbsenceRow): Button {
  return { text: t("absence.end"), action: END_ABSENCE, value: absence.id };
}

const buttons = (some: readonly Button[]): Piece => ({ kind: "buttons", buttons: some });
