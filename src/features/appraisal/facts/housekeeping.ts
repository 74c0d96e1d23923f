/**
 * Ratings that lapsed, documents of a file that stayed out, and short overdues after a missed reminder, on accounts that the person kept
 * on that day (R59, R60, R122).
 */
import type { MetricFacts } from "../../../domain/appraisal/facts.ts";
import { addDays, isoDate } from "../../../domain/dates.ts";
import type { KeyDateKind } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { keptDates } from "./kept-dates.ts";
import { missedReminders } from "./missed-reminders.ts";
import { endOf, isIn, type Month } from "./month.ts";
import { keeperAt } from "./responsible.ts";

const KEPT_IN_ORDER: readonly KeyDateKind[] = ["rating", "document"];

/** A rating or a document counts on the day after it was due, as the key dates have it. */
export async function housekeepingOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const { accounts: kept, dates } = await keptDates(ctx, personId, month);
  const rows = dates.filter(({ kind }) => KEPT_IN_ORDER.some((one) => one === kind));
  const lapsed = rows.flatMap(({ id, heldOn, metOn, borrower }) => {
    const on = addDays(isoDate(heldOn), 1);
    const isLapsed = isIn(month, on) && (metOn === null || metOn > heldOn);
    const isOwn = keeperAt(borrower.ownerships, new Date(endOf(month, heldOn).getTime() - 1)) === personId;
    return isLapsed && isOwn ? [{ kind: "key_date", id, name: borrower.number, on } as const] : [];
  });
  const missed = await missedReminders(ctx, personId, month, dates);
  const behind = new Set([...lapsed, ...missed.map(({ proof }) => proof)].map(({ name }) => name)).size;
  const book = { kind: "book", id: personId, name: "", on: month.from } as const;
  return {
    counted: kept === 0 ? [] : [{ proof: book, due: kept, done: Math.max(0, kept - behind) }],
    events: lapsed,
    missedReminders: missed,
  };
}
