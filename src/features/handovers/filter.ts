/** A list of inspections by officer, product and state: what a manager, or an officer of their own, gives away at once. */
import { isoDate } from "../../domain/dates.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Product } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { askable } from "./ask.ts";
import { MOST_ITEMS } from "./ids.ts";
import { loadInspections, type Offered, WITH_THE_OFFICER } from "./subjects.ts";

export const LIST_STATES = ["late", "planned", "started", "returned"] as const;
export type ListState = (typeof LIST_STATES)[number];

export interface ListFilter {
  readonly officerId: string;
  readonly product?: Product | undefined;
  readonly state?: ListState | undefined;
}

export interface FoundList {
  /** Only what the reader may give away. */
  readonly items: readonly Offered[];
  /** There are more than one request may name. */
  readonly isCut: boolean;
}

export async function findList(ctx: Context, filter: ListFilter): Promise<FoundList> {
  const today = localDate(ctx.now, ctx.actor.timeZone);
  const rows = await ctx.db.inspection.findMany({
    where: {
      assigneeId: filter.officerId,
      ...stateWhere(filter.state, today),
      ...(filter.product === undefined
        ? {}
        : { borrower: { loans: { some: { state: "live", product: filter.product } } } }),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: MOST_ITEMS + 1,
    select: { id: true },
  });
  const some = await loadInspections(
    ctx.db,
    rows.slice(0, MOST_ITEMS).map(({ id }) => id),
  );
  const items = some.filter(({ subject }) => !isRefusal(askable(ctx, subject)));
  return { items, isCut: rows.length > MOST_ITEMS };
}

function stateWhere(state: ListState | undefined, today: string) {
  switch (state) {
    case "late":
      return { state: { in: ["planned", "started"] }, dueOn: { lt: isoDate(today) } };
    case "planned":
    case "started":
      return { state };
    case "returned":
      return { returnedDueOn: { not: null }, state: { in: ["returned", "approved"] } };
    default:
      return WITH_THE_OFFICER;
  }
}
