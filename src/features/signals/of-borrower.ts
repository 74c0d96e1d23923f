/** The signals of a customer as the reader may know of them: a restricted one does not exist for anybody else. */
import { severity } from "../../domain/signals/trigger.ts";
import { SIGNAL_LEVELS, SIGNAL_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { loadSignal, refusedFor } from "./signal-case.ts";
import { type ListedSignal, titleOf } from "./signal-lines.ts";

const MOST = 20;

/** Those that stand, worst first, then what has ended lately. */
export async function signalsOfBorrower(ctx: Context, borrowerId: string): Promise<ListedSignal[]> {
  // Asked apart, so that a restricted one takes no other's place in an outsider's list.
  const newest = (isRestricted: boolean) =>
    ctx.db.signal.findMany({ where: { borrowerId, isRestricted }, orderBy: { id: "desc" }, take: MOST });
  const rows = [...(await newest(false)), ...(await newest(true))];
  const seen: ListedSignal[] = [];
  for (const row of rows) {
    const found = await loadSignal(ctx, row.id);
    if (found !== undefined && refusedFor(ctx, "see_signal", found) === undefined) {
      const [level, state] = [oneOf(SIGNAL_LEVELS, row.level), oneOf(SIGNAL_STATES, row.state)];
      seen.push({ id: row.id, number: row.number, title: titleOf(ctx, row.code), level, state });
    }
  }
  const isOver = ({ state }: ListedSignal) => Number(state === "closed" || state === "false_alarm");
  const newer = (a: ListedSignal, b: ListedSignal) => (a.id < b.id ? 1 : -1);
  return seen.sort((a, b) => isOver(a) - isOver(b) || severity(b.level) - severity(a.level) || newer(a, b));
}

const OVER = ["closed", "false_alarm"];

/** Which of these customers have a signal that is not over and that the reader may know of. */
export async function borrowersWithSignals(ctx: Context, borrowerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inTurns([...new Set(borrowerIds)], (some) =>
    ctx.db.signal.findMany({
      where: { borrowerId: { in: some }, state: { notIn: OVER } },
      select: { id: true, borrowerId: true },
    }),
  );
  const found = new Set<string>();
  for (const { id, borrowerId } of rows) {
    const one = found.has(borrowerId) ? undefined : await loadSignal(ctx, id);
    if (one !== undefined && refusedFor(ctx, "see_signal", one) === undefined) found.add(borrowerId);
  }
  return found;
}
