/** Whether a person is asked an item: what is derived is computed, and what is known is confirmed. */
import type { FormItem } from "./types.ts";

export function isAsked({ derived, given, groupKeys }: FormItem): boolean {
  return derived === undefined && given === undefined && groupKeys === undefined;
}
