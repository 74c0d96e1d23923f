/** How a confirmation stands, for the officer who brings it and the reviewer who compares it. Pure. */
import type { Language } from "../../domain/vocabulary.ts";
import { type Button, bold, line, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { ENTER_ANSWER, MAKE_SHEET, RAISE_SIGNAL } from "./ids.ts";
import type { ConfirmationState, GivenConfirmation } from "./state.ts";

export interface Reading {
  readonly language: Language;
  readonly t: Translate;
}

export function standingLine({ standing, sheet, answer }: ConfirmationState, { language, t }: Reading): string {
  const number = sheet?.number ?? "";
  if (standing === "answered" && answer !== undefined) {
    return answerLine(answer, number, { language, t });
  }
  return standing === "answered" ? "" : t(`confirmation.${standing}`, { number });
}

/** What the borrower answered, in a sentence: whom it is from, of which day, and why they did not confirm. */
export function answerLine(given: GivenConfirmation, number: string, { language, t }: Reading): string {
  const { answer, signedOn, signerName: signer, note: said } = given;
  const key = answer === "disagreed" && signer !== "" ? "disagreed_by" : answer;
  return t(`confirmation.${key}`, { number, date: dateText(language, signedOn), signer, note: said });
}

/** Beside the answer of a borrower who did not confirm, for whoever may raise a signal. */
export function signalButton({ answer }: ConfirmationState, mayRaise: boolean, t: Translate): Button[] {
  return mayRaise && answer !== undefined && answer.answer !== "confirmed"
    ? [{ text: t("confirmation.raise_signal"), action: RAISE_SIGNAL, value: answer.id }]
    : [];
}

/** What the officer may do now. `beside`: buttons of other features. */
export function officerPieces(
  state: ConfirmationState,
  shown: number,
  value: string,
  reading: Reading,
  beside: readonly Button[],
): Piece[] {
  const { t } = reading;
  const { standing } = state;
  if (standing === "not_due") {
    return [line(standingLine(state, reading))];
  }
  const isOut = standing === "waiting" || standing === "answered";
  const make: Button = {
    text: t(isOut ? "confirmation.send_again" : "confirmation.make"),
    action: MAKE_SHEET,
    value,
    ...(isOut ? {} : { style: "primary" }),
  };
  const isAnswered = standing === "answered";
  const enter: Button = {
    text: t(isAnswered ? "confirmation.enter_again" : "confirmation.enter"),
    action: ENTER_ANSWER,
    value,
    ...(isAnswered ? {} : { style: "primary" }),
  };
  return [
    line(standingLine(state, reading)),
    note(t("confirmation.shown", { count: shown })),
    ...(isAnswered ? [note(t("confirmation.kept_hint"))] : []),
    { kind: "buttons", buttons: isOut ? [enter, make, ...beside] : [make] },
  ];
}

/** Before everything else: the borrower did not confirm what the report says of them. */
export function disputePieces({ answer, sheet }: ConfirmationState, reading: Reading): Piece[] {
  return answer === undefined || answer.answer === "confirmed"
    ? []
    : [line([bold(answerLine(answer, sheet?.number ?? "", reading))])];
}

function hintFor({ standing, sheet, answer }: ConfirmationState, t: Translate): string {
  if (standing !== "answered") {
    return t("confirmation.blocks");
  }
  const isSigned = answer?.answer === "confirmed" || answer?.evidenceId !== undefined;
  return isSigned
    ? t("confirmation.compare", { number: sheet?.number ?? "", hash: sheet?.partHash.slice(0, 16) ?? "" })
    : t("confirmation.nothing_signed");
}

/** For whoever reads the report. `buttons`: the signed sheet, and what follows from an answer that does not confirm. */
export function reportPieces(state: ConfirmationState, buttons: readonly Button[], reading: Reading): Piece[] {
  const { t } = reading;
  if (state.standing === "not_due") {
    return [];
  }
  const said = standingLine(state, reading);
  return [
    line([bold(t("confirmation.for_review"))]),
    buttons.length === 0 ? line(said) : { kind: "item", text: said, buttons: [...buttons] },
    note(hintFor(state, t)),
  ];
}
