/** What lapses or falls due of the customers that a person keeps (R59, R60), and the stage at which each stands on a morning. */
import { compareDates, daysBetween } from "../../domain/dates.ts";
import type { Context } from "../../platform/context.ts";
import type { OpenKeyDate } from "../key-dates/index.ts";
import { assigneesOf, type Keeper } from "./keepers.ts";
import { type OwnItem, standing } from "./own-work.ts";

/** At its kind's own days before; after them at the rungs of an inspection. */
export function ownKeyDates(
  ctx: Context,
  keeper: Keeper,
  open: ReadonlyMap<string, readonly OpenKeyDate[]>,
): OwnItem[] {
  return assigneesOf(keeper)
    .flatMap((personId) => open.get(personId) ?? [])
    .filter(({ dueOn, before }) => daysBetween(keeper.today, dueOn) <= Math.max(0, ...before))
    .map(({ id, dueOn, before }) => {
      const when = compareDates(dueOn, keeper.today) > 0 ? "due_soon" : "due_today";
      return { id, dueOn, section: "key_date", ...standing(ctx, keeper, dueOn, when, [...before]) };
    });
}
