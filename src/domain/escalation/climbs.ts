/** Which signals climb until somebody answers. Pure. */
import type { SignalLevel, SignalPath } from "../vocabulary.ts";

/**
 * A light one is said once and released by a list; a late inspection has reminders of its own; so has a contact note, until the
 * customer's signal is orange.
 */
export function climbs({ path, level }: { readonly path: SignalPath; readonly level: SignalLevel }): boolean {
  if (path === "contact_note") return level === "orange" || level === "red";
  return path === "full";
}
