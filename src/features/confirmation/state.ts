/** How a check's confirmation stands, with the sheet and the answer that count. */
import {
  CONFIRMATION_ANSWERS,
  type ConfirmationAnswer,
  type ConfirmationStanding,
  standingOf,
} from "../../domain/confirmation/index.ts";
import { isoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Tx } from "../../platform/storage/index.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type AnswerRecord, type SheetRecord, sheetsOf } from "./store.ts";

export interface ConfirmationState {
  readonly standing: ConfirmationStanding;
  /** Of the part as it is; where that has none, the last one made. */
  readonly sheet: SheetRecord | undefined;
  readonly answer: GivenConfirmation | undefined;
}

export interface GivenConfirmation {
  readonly id: string;
  readonly answer: ConfirmationAnswer;
  readonly signedOn: IsoDate;
  readonly signerName: string;
  readonly note: string;
  readonly evidenceId: string | undefined;
  readonly enteredAt: Date;
}

/** `partHash` undefined: none is due. */
export async function confirmationState(
  db: Tx,
  inspectionId: string,
  partHash: string | undefined,
): Promise<ConfirmationState> {
  const sheets = partHash === undefined ? [] : await sheetsOf(db, inspectionId);
  const standing = standingOf(
    partHash,
    sheets.map((sheet) => ({ partHash: sheet.partHash, isAnswered: sheet.answers.length > 0 })),
  );
  const sheet = sheets.find((one) => one.partHash === partHash) ?? sheets[0];
  const answer = sheet?.partHash === partHash ? sheet?.answers[0] : undefined;
  return { standing, sheet, answer: answer === undefined ? undefined : given(answer) };
}

export function given(row: AnswerRecord): GivenConfirmation {
  const { id, answer, signedOn, signerName, note, evidenceId, enteredAt } = row;
  return {
    id,
    answer: oneOf(CONFIRMATION_ANSWERS, answer),
    signedOn: isoDate(signedOn),
    signerName: signerName ?? "",
    note,
    evidenceId: evidenceId ?? undefined,
    enteredAt,
  };
}
