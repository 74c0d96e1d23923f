/** What a loan bears in a year, as its source told it: whole millionths, so that no float touches it. 43500 is 4.35 %. Pure. */

/** Up to four places behind the point, and no more than a hundred percent. */
const PERCENT = /^(?<whole>0|[1-9]\d{0,2})(?:\.(?<part>\d+))?$/u;
const PLACES = 4;
const PPM = 1_000_000n;

/**
 * Percent in plain text (`4.35`) to millionths (43500). Nothing where the text is no such rate, is finer than a ten-thousandth of a
 * percent, or above 100 %.
 */
export function readYearlyRate(text: string): number | undefined {
  const found = PERCENT.exec(text)?.groups;
  const part = (found?.part ?? "").replace(/0+$/u, "");
  if (found === undefined || part.length > PLACES) {
    return undefined;
  }
  const ppm = Number(`${found.whole ?? "0"}${part.padEnd(PLACES, "0")}`);
  return ppm > Number(PPM) ? undefined : ppm;
}

/** Millionths to percent in plain text without needless zeros: 43500 is `4.35`. */
export function yearlyRateText(ppm: number): string {
  const digits = String(ppm).padStart(PLACES + 1, "0");
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/u, "");
}

/**
 * Minor units that the balance bears in a year at the rate as it was told, rounded down: an estimate (R52, R141). No schedule, no day
 * count, no suspended interest: this desk is no ledger.
 */
export function yearlyInterest(drawnMinor: bigint, ratePpm: number): bigint {
  return (drawnMinor * BigInt(ratePpm)) / PPM;
}

/** What a hundred bears, in millionths, rounded down; nothing of nothing. */
export function rateOf(interestMinor: bigint, drawnMinor: bigint): number | undefined {
  return drawnMinor <= 0n ? undefined : Number((interestMinor * PPM) / drawnMinor);
}
