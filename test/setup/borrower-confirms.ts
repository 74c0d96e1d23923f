/** An officer lets the borrower confirm: makes the sheet, and enters what came back, by the product's own buttons. */
import type { PersonDriver } from "../../src/workspace/workspace.ts";

export interface Confirming {
  readonly signedOn: string;
  readonly answer?: "confirmed" | "disagreed" | "refused";
  readonly note?: string;
  /** What the photo holds; its own for every sheet where nothing is said. */
  readonly photo?: string;
  /** As it stands in the menu; the first one where nothing is said. Undefined where the menu is left alone. */
  readonly signer?: string | undefined;
  /** The number as typed from the paper. */
  readonly number?: string;
}

const SIGNER = "signer";

/** From the check's summary, or from wherever the button stands. Answers the sheet's number. */
export async function borrowerConfirms(officer: PersonDriver, confirming: Confirming): Promise<string> {
  await officer.clicks("Borrower's confirmation");
  await officer.clicks("Make the sheet (PDF)");
  return entersAnswer(officer, confirming);
}

/** Where the sheet is out already, and its window is open. */
export async function entersAnswer(officer: PersonDriver, confirming: Confirming): Promise<string> {
  const number = /C-\d{4}-\d{5}/.exec(officer.modal?.text ?? "")?.[0] ?? "";
  const { answer = "confirmed", note = "", photo = `signed ${number}`, signedOn } = confirming;
  const again = "Enter a new answer";
  await officer.clicks(officer.modal?.buttons.includes(again) === true ? again : "Enter the answer");
  await officer.fills("number", confirming.number ?? number);
  await officer.chooses("answer", answer);
  await officer.fills("signed_on", signedOn);
  if (answer === "confirmed") {
    const signer = "signer" in confirming ? confirming.signer : signersOffered(officer)[0]?.text;
    const offered = signersOffered(officer).find(({ text }) => text === signer);
    if (offered !== undefined) await officer.chooses(SIGNER, offered.value);
    await officer.attaches("file", { name: "signed.jpg", bytes: new TextEncoder().encode(photo) });
  } else {
    await officer.fills("note", note);
  }
  await officer.submits();
  return number;
}

/** The menu of who may have signed, as the officer reads it. */
export function signersOffered(officer: PersonDriver): { readonly text: string; readonly value: string }[] {
  const block = officer.modal?.blocks.find((one) => one.block_id === SIGNER);
  const options: unknown = Reflect.get(Object(Reflect.get(Object(block), "element")), "options");
  return (Array.isArray(options) ? options : []).map((option: unknown) => ({
    text: String(Reflect.get(Object(Reflect.get(Object(option), "text")), "text")),
    value: String(Reflect.get(Object(option), "value")),
  }));
}
