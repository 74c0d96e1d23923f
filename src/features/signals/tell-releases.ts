/** Who may agree to a release hears in working time that there is a list, with all that was proposed in the same minutes. */

import type { Context } from "../../platform/context.ts";
import { promiseInWindow } from "../../platform/outbox/promise-in-window.ts";
import { nextMoment } from "../escalation/index.ts";
import { RELEASES_KIND, SIGNAL_SUBJECT } from "./ids.ts";
import { loadSignal } from "./signal-case.ts";
import { holdersOfAny, SECONDS } from "./tell.ts";

/** In the caller's transaction. */
export async function tellOfReleases(tx: Context, signalId: string): Promise<void> {
  const found = await loadSignal(tx, signalId);
  const from = await nextMoment(tx, signalId);
  if (found === undefined || from === undefined) return;
  const people = await holdersOfAny(tx, found, SECONDS, found.subject.notByPersons ?? []);
  const minutes = tx.policy.policy.reminders.bundle_minutes;
  for (const personId of people) {
    const key = (window: string) => `${RELEASES_KIND}:${personId}:${window}`;
    const item = { kind: SIGNAL_SUBJECT, id: signalId, stage: "release" };
    await promiseInWindow(tx, { kind: RELEASES_KIND, personId, urgent: false, minutes, from, key }, item);
  }
}
