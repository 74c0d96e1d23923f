/** How much one step may ask: Slack shows errors only in the view just submitted, and people read no further than this. */
import { isAsked } from "./asked.ts";
import type { FormItem } from "./types.ts";

/** Where the keyboard is needed. */
export const TYPED_PER_STEP = 8;
/** With what is chosen, ticked or added: each is something to decide about. */
export const FIELDS_PER_STEP = 10;

/** Each may list ten files, and Slack shows a hundred blocks. */
export const FILES_PER_STEP = 4;

/** Whether so many questions, and ways to add a first row, may stand in one step. */
export function hasRoom(items: readonly FormItem[], waysToAdd = 0): boolean {
  const asked = items.filter(isAsked);
  return (
    asked.filter(isTyped).length <= TYPED_PER_STEP &&
    asked.filter(({ type }) => type === "evidence").length <= FILES_PER_STEP &&
    asked.length + waysToAdd <= FIELDS_PER_STEP
  );
}

function isTyped({ type }: FormItem): boolean {
  return type === "number" || type === "text" || type === "people";
}
