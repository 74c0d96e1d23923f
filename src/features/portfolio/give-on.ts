/** What a leaver left behind goes to the officer of the file, who hears today of what is due already. */
import { compareDates, isoDate } from "../../domain/dates.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { type GainedInspection, type GivenOn, giveOnWithAccounts } from "../handovers/index.ts";
import { promiseGained, type ToldStage } from "../morning/index.ts";

/** Every date stays as it was: nobody is late by a change of hands. The rest stands in the next morning. */
export async function giveOn(tx: Context, given: readonly GivenOn[], source: string): Promise<void> {
  for (const inspection of await giveOnWithAccounts(tx, given, source)) {
    const stage = stageOf(tx, inspection);
    if (stage !== undefined) {
      await promiseGained(tx, inspection.toPersonId, inspection.id, stage);
    }
  }
}

function stageOf(tx: Context, { state, dueOn, returnedDueOn, borrower }: GainedInspection): ToldStage | undefined {
  if (state === "submitted") {
    return undefined;
  }
  const today = localDate(tx.now, borrower.unit.timeZone);
  const order = compareDates(isoDate(returnedDueOn ?? dueOn), today);
  if (order > 0) {
    return undefined;
  }
  if (returnedDueOn !== null) {
    return "returned";
  }
  return order < 0 ? "late" : "due_today";
}
