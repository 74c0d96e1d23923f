/** How the confirmation of one check stands. Waiting for it is not lateness; approval waits. */
export type ConfirmationStanding =
  /** The policy asks for none. */
  | "not_due"
  /** No sheet was made of what now stands there, and none was made before. */
  | "no_sheet"
  /** What the borrower was shown has been changed since. */
  | "changed"
  /** The sheet is with the borrower. */
  | "waiting"
  | "answered";

export interface SheetAndAnswer {
  readonly partHash: string;
  readonly isAnswered: boolean;
}

/** `partHash` is that of the part as it is now; undefined where no confirmation is due. A return that leaves it keeps the answer. */
export function standingOf(partHash: string | undefined, sheets: readonly SheetAndAnswer[]): ConfirmationStanding {
  if (partHash === undefined) return "not_due";
  const same = sheets.filter((sheet) => sheet.partHash === partHash);
  if (same.some(({ isAnswered }) => isAnswered)) return "answered";
  if (same.length > 0) return "waiting";
  return sheets.length > 0 ? "changed" : "no_sheet";
}
