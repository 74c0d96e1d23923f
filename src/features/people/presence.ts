/** Who is at work: the conditions that every question about people shares. */

import type { Moment } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";

/** Rows with a from and a to, as they stand at a moment. */
export function standingAt(now: Moment) {
  const at = now.toJSDate();
  return { fromAt: { lte: at }, OR: [{ toAt: null }, { toAt: { gt: at } }] };
}

/** The last day at work is still one. Days are those of the person's unit. */
export function isAtWork(
  person: { readonly leftOn: string | null; readonly unit: { readonly timeZone: string } },
  now: Moment,
): boolean {
  return person.leftOn === null || person.leftOn >= localDate(now, person.unit.timeZone);
}
