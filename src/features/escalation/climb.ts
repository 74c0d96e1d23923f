/** One signal's ladder, as far as it is owed now: who holds the role is told, each telling is kept, and the next moment is noted. */

import { momentOf } from "../../domain/calendar/business-date.ts";
import { rolesOfClock, type Step, seatedAt } from "../../domain/escalation/index.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import type { Role } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { promiseInWindow } from "../../platform/outbox/promise-in-window.ts";
import { WATCHDOG_SIGNALS } from "../watchdog/index.ts";
import { holdersFor } from "./holders.ts";
import { RUNG_TOLD, RUNGS_TOLD, SIGNAL_SUBJECT } from "./ids.ts";
import { owedNow } from "./plan-rungs.ts";
import { findLadderSignals, type OnLadder, onLadder } from "./standing.ts";

export interface Climbed {
  readonly told: number;
  readonly vacant: readonly { readonly unitId: string; readonly role: Role }[];
}

/** In the caller's transaction, who has asked for the right: of two at once the second finds it told. */
export async function climb(tx: Context, id: string): Promise<Climbed> {
  // Taken hold of before it is read.
  await tx.db.signal.updateMany({ where: { id }, data: { ladderAt: null } });
  const [row] = await findLadderSignals(tx, { id }, 1);
  if (row === undefined) return { told: 0, vacant: [] };
  const signal = onLadder(tx, row);
  const known = await tx.db.escalation.findMany({
    where: { signalId: id, levelSince: row.levelSince },
    select: { awaits: true, rung: true, repeat: true },
  });
  const { reached, steps, next } = owedNow(tx, signal, known);
  const holders = await holdersFor(tx, signal, rolesOfClock(signal.clock));
  const vacant = new Set(reached.flatMap((step) => seatedAt(step, signal.clock, holders).vacant));
  const byPerson = new Map<string, Step[]>();
  for (const step of steps) {
    for (const person of seatedAt(step, signal.clock, holders).personIds) addTo(byPerson, person, step);
  }
  for (const [personId, mine] of byPerson) await tell(tx, signal, personId, mine);
  if (byPerson.size > 0) {
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "signal.escalated",
      subject: { kind: SIGNAL_SUBJECT, id },
      after: { level: row.level, told: toldIn(byPerson), vacant: [...vacant] },
      policyVersionId: tx.policy.versionId,
    });
  }
  await tx.db.signal.update({ where: { id }, data: { ladderAt: next } });
  return { told: byPerson.size, vacant: [...vacant].map((role) => ({ unitId: row.unitId, role })) };
}

/** Who knew of it when, and in which role: read later from the audit log. */
function toldIn(byPerson: ReadonlyMap<string, readonly Step[]>) {
  return [...byPerson].map(([personId, steps]) => ({ personId, as: steps.map(({ role, key }) => `${role} ${key}`) }));
}

/** It stood still, and the watchdog has told the person of all of these meanwhile. */
async function saidByWatchdog(tx: Context, { row, timeZone }: OnLadder, personId: string, steps: readonly Step[]) {
  const dues = steps.map(({ at }) => momentOf(at, timeZone, tx.now).toMillis());
  const said = await tx.db.outboxItem.findFirst({
    where: {
      subjectKind: SIGNAL_SUBJECT,
      subjectId: row.id,
      message: { personId, kind: WATCHDOG_SIGNALS, notBefore: { gte: new Date(Math.max(...dues)) } },
    },
    select: { messageId: true },
  });
  return said !== null;
}

/** A red is a message of its own, at once; the others are bundled with what else reaches the person in these minutes. */
async function tell(tx: Context, signal: OnLadder, personId: string, steps: readonly Step[]): Promise<void> {
  const { row, timeZone } = signal;
  for (const { awaits, rung, repeat, role, at } of steps) {
    await tx.db.escalation.create({
      data: {
        id: newId(),
        signalId: row.id,
        level: row.level,
        levelSince: row.levelSince,
        awaits,
        rung,
        repeat,
        role,
        personId,
        dueAt: momentOf(at, timeZone, tx.now).toJSDate(),
        toldAt: tx.now.toJSDate(),
        policyVersionId: tx.policy.versionId,
      },
    });
  }
  const [first] = steps;
  if (first === undefined || (await saidByWatchdog(tx, signal, personId, steps))) return;
  const item = { kind: SIGNAL_SUBJECT, id: row.id, stage: first.key };
  if (row.level !== "red") {
    const minutes = tx.policy.policy.reminders.bundle_minutes;
    const key = (window: string) => `${RUNGS_TOLD}:${personId}:${window}`;
    await promiseInWindow(tx, { kind: RUNGS_TOLD, personId, urgent: false, minutes, key }, item);
    return;
  }
  await promise(tx, {
    key: `${RUNG_TOLD}:${row.id}:${row.levelSince.toISOString()}:${first.key}:${personId}`,
    kind: RUNG_TOLD,
    personId,
    urgent: true,
    refs: { signalId: row.id },
    items: [item],
  });
}
