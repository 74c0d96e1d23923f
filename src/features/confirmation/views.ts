/** How a confirmation stands, for the officer who brings it and the reviewer who compares it. Pure. */
import type { Language } from "../../domain/vocabulary.ts";
import { type Button, bold, line, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import { ENTER_ANSWER, MAKE_SHEET } from "./ids.ts";
import type { ConfirmationState } from "./state.ts";

export interface Reading {
  readonly language: Language;
  readonly t: Translate;
}

export function standingLine({ standing, sheet, answer }: ConfirmationState, { language, t }: Reading): string {
  const number = sheet?.number ?? "";
  if (standing === "answered" && answer !== undefined) {
    return t(`confirmation.${answer.answer}`, {
      number,
      date: dateText(language, answer.signedOn),
      signer: answer.signerName,
      note: answer.note,
    });
  }
  return standing === "answered" ? "" : t(`confirmation.${standing}`, { number });
}

/** What the officer may do now. */
export function officerPieces(state: ConfirmationState, shown: number, value: string, reading: Reading): Piece[] {
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
  const enter: Button = { text: t("confirmation.enter"), action: ENTER_ANSWER, value, style: "primary" };
  return [
    line(standingLine(state, reading)),
    note(t("confirmation.shown", { count: shown })),
    ...(standing === "answered" ? [note(t("confirmation.kept_hint"))] : []),
    { kind: "buttons", buttons: isOut ? [enter, make] : [make] },
  ];
}

/** For whoever reads the report. `open` shows the signed sheet. */
export function reportPieces(state: ConfirmationState, open: Button | undefined, reading: Reading): Piece[] {
  const { t } = reading;
  const { standing, sheet } = state;
  if (standing === "not_due") {
    return [];
  }
  const said = standingLine(state, reading);
  const hint =
    standing === "answered"
      ? t("confirmation.compare", { number: sheet?.number ?? "", hash: sheet?.partHash.slice(0, 16) ?? "" })
      : t("confirmation.blocks");
  return [
    line([bold(t("confirmation.for_review"))]),
    open === undefined ? line(said) : { kind: "item", text: said, buttons: [open] },
    note(hint),
  ];
}
