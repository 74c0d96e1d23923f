/**
 * Says of every signal whose ladder is due what its rungs owe: who holds the role now is told, and each telling is kept. Asked of
 * an index: it costs what is due, however many signals stand.
 */
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { promiseVacancies } from "../ladder/index.ts";
import { climb } from "./climb.ts";
import { findLadderSignals } from "./standing.ts";

/** At a time; the next sweep goes on. */
const MOST = 200;

export interface Escalated {
  readonly signals: number;
  readonly told: number;
  readonly vacant: number;
}

export async function sweepEscalations(ctx: Context): Promise<Escalated | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) return refused;
  const rows = await findLadderSignals(ctx, { ladderAt: { lte: ctx.now.toJSDate() } }, MOST);
  let [told, vacant] = [0, 0];
  for (const { id } of rows) {
    const outcome = await inTransaction(ctx, async (tx) => {
      const stopped = authorize(tx, "run_sweep", nothingInParticular);
      return stopped ?? climb(tx, id);
    });
    if (isRefusal(outcome)) return outcome;
    told += outcome.told;
    vacant += outcome.vacant.length;
    await promiseVacancies(ctx, outcome.vacant);
  }
  return { signals: rows.length, told, vacant };
}
