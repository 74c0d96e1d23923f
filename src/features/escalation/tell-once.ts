/** A signal that does not climb is said once, to whoever keeps the account, with what else reaches them in the same minutes. */
import { localMinuteOf, momentOf } from "../../domain/calendar/business-date.ts";
import { seatedAt, timeAfter } from "../../domain/escalation/index.ts";
import type { Moment } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { promiseInWindow } from "../../platform/outbox/promise-in-window.ts";
import { holdersFor } from "./holders.ts";
import { RUNGS_TOLD, SIGNAL_SUBJECT } from "./ids.ts";
import { findSignals, type OnLadder, onLadder } from "./standing.ts";

/** In the caller's transaction; in working time, as its level has it. An account that nobody keeps is its unit manager's. */
export async function tellOnce(tx: Context, id: string): Promise<void> {
  const signal = await find(tx, id);
  if (signal === undefined) return;
  const path = [{ role: "unit_manager" as const }];
  const holders = await holdersFor(tx, signal, ["account_manager", "unit_manager", "head_office_manager"]);
  const { personIds } = seatedAt({ role: "account_manager", rung: -1 }, { path }, holders);
  const minutes = tx.policy.policy.reminders.bundle_minutes;
  for (const personId of personIds) {
    const key = (window: string) => `${RUNGS_TOLD}:${personId}:${window}`;
    const item = { kind: SIGNAL_SUBJECT, id, stage: "raised" };
    await promiseInWindow(
      tx,
      { kind: RUNGS_TOLD, personId, urgent: false, minutes, from: nextIn(tx, signal), key },
      item,
    );
  }
}

/** Now, or when the hours of the signal's level begin where its unit is. */
export async function nextMoment(tx: Context, id: string): Promise<Moment | undefined> {
  const signal = await find(tx, id);
  return signal && nextIn(tx, signal);
}

async function find(tx: Context, id: string): Promise<OnLadder | undefined> {
  const [row] = await findSignals(tx, { id, isRestricted: false }, 1);
  return row && onLadder(tx, row);
}

function nextIn(tx: Context, { time, timeZone }: OnLadder): Moment {
  return momentOf(timeAfter(time, localMinuteOf(tx.now, timeZone), undefined), timeZone, tx.now);
}
