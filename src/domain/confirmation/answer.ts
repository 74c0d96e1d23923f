/** What the borrower answered to their sheet, and what of it is refused (R22). */
import { compareDates } from "../dates.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { CustomerType, IsoDate } from "../vocabulary.ts";

/** Persons, who sign for themselves; for a company somebody must be authorised. */
export const SIGNS_THEMSELVES: readonly CustomerType[] = ["sole_trader", "farm_household", "individual"];

/** `disagreed` and `refused` are answers too: the reviewer reads them. */
export const CONFIRMATION_ANSWERS = ["confirmed", "disagreed", "refused"] as const;
export type ConfirmationAnswer = (typeof CONFIRMATION_ANSWERS)[number];

export interface GivenAnswer {
  /** As typed from the paper. */
  readonly number: string;
  readonly answer: ConfirmationAnswer;
  readonly signedOn: IsoDate;
  readonly signerId: string | undefined;
  readonly note: string;
  readonly hasFile: boolean;
}

export interface SheetFacts {
  readonly number: string;
  readonly visitedOn: IsoDate;
  readonly today: IsoDate;
  readonly signers: readonly AuthorisedSigner[];
}

/** Chosen for whoever signed and is not among those who may: what the lender has to act on is said, not left out. */
export const SIGNED_BY_ANOTHER = "another";

export interface AuthorisedSigner {
  readonly id: string;
  readonly name: string;
  /** The first day on which they may no longer sign. When we were told of them says nothing of when they began. */
  readonly toOn?: IsoDate | undefined;
}

/** Whether a signature of theirs on that day counts. */
export function maySignOn({ toOn }: Pick<AuthorisedSigner, "toOn">, day: IsoDate): boolean {
  return toOn === undefined || compareDates(day, toOn) < 0;
}

/** The first thing that is wrong, at its field; nothing when the answer can be taken. */
export function refuseAnswer(given: GivenAnswer, sheet: SheetFacts): Refusal | undefined {
  return wrongSheet(given, sheet) ?? wrongDay(given, sheet) ?? wrongSigner(given, sheet) ?? missing(given);
}

/** Typed from the paper: spaces, dashes of other widths and small letters are no difference. */
export function sameNumber(typed: string, number: string): boolean {
  const bare = (text: string) =>
    text
      .normalize("NFKC")
      .replace(/[^0-9a-z]/giu, "")
      .toUpperCase();
  return bare(typed) === bare(number);
}

function wrongSheet({ number: typed }: GivenAnswer, { number }: SheetFacts): Refusal | undefined {
  return sameNumber(typed, number) ? undefined : refuse("confirmation.other_sheet", { typed, number }, "number");
}

function wrongDay({ signedOn }: GivenAnswer, { visitedOn, today }: SheetFacts): Refusal | undefined {
  if (compareDates(signedOn, visitedOn) < 0) {
    return refuse("confirmation.before_visit", { date: signedOn, visit: visitedOn }, "signed_on");
  }
  return compareDates(signedOn, today) > 0
    ? refuse("confirmation.in_future", { date: signedOn, today }, "signed_on")
    : undefined;
}

function wrongSigner({ signerId, signedOn, answer }: GivenAnswer, { signers }: SheetFacts): Refusal | undefined {
  // Nobody signed: whoever was left in the menu is not asked about.
  if (answer === "refused" || (signerId === undefined && answer !== "confirmed")) return undefined;
  const authorised = signers.filter((signer) => maySignOn(signer, signedOn));
  if (authorised.some(({ id }) => id === signerId)) return undefined;
  if (authorised.length === 0) return refuse("confirmation.no_signers", {}, "signer");
  const names = authorised.map(({ name }) => name).join(" / ");
  return signerId === undefined
    ? refuse("confirmation.signer_needed", {}, "signer")
    : refuse("confirmation.not_authorised", { date: signedOn, names }, "signer");
}

function missing({ answer, hasFile, note }: GivenAnswer): Refusal | undefined {
  if (answer === "confirmed") {
    return hasFile ? undefined : refuse("confirmation.file_needed", {}, "file");
  }
  return note.trim() === "" ? refuse("confirmation.note_needed", {}, "note") : undefined;
}
