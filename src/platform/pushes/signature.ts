/** Whether a push comes from somebody who holds the secret, and was made just now: `Afterloan-Signature: t=SECONDS,v1=HEX`. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** As node spells headers. */
export const SIGNATURE_HEADER = "afterloan-signature";

/** A push is as old as its own clock says; both clocks may be wrong by so much. */
const WINDOW_SECONDS = 300;

const SIGNED = /^t=(?<seconds>\d{1,12}),\s*v1=(?<hex>[0-9a-f]{64})$/;

export type SignatureProblem = "signature_missing" | "stale" | "signature_wrong";

/** Of the header alone, before the body is read: answers nothing where it could be sound. */
export function headerProblem(header: string | undefined, now: Date): SignatureProblem | undefined {
  const seconds = SIGNED.exec(header ?? "")?.groups?.seconds;
  if (seconds === undefined) return "signature_missing";
  return Math.abs(now.getTime() / 1_000 - Number(seconds)) > WINDOW_SECONDS ? "stale" : undefined;
}

/** HMAC-SHA256 over `SECONDS.BODY`, compared in constant time. */
export function isSignedBy(secret: string, header: string | undefined, body: Uint8Array): boolean {
  const { seconds = "", hex = "" } = SIGNED.exec(header ?? "")?.groups ?? {};
  const expected = createHmac("sha256", secret).update(`${seconds}.`).update(body).digest();
  const said = Buffer.from(hex, "hex");
  return said.length === expected.length && timingSafeEqual(said, expected);
}
