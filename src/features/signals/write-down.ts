/** One thing that happens to a signal by a person: its event, its change, the audit event, and every copy of it drawn again. */

import { climbs } from "../../domain/escalation/index.ts";
import type { SignalStep } from "../../domain/signals/steps.ts";
import { ENDED_SIGNAL_STATES, type Role, type SignalHand, type SignalState } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { settleZone } from "../planning/index.ts";
import { SIGNAL_SUBJECT } from "./ids.ts";
import { endedToday } from "./lasted-days.ts";
import type { Named } from "./name-code.ts";
import type { SignalCase } from "./signal-case.ts";

type Change = Parameters<Context["db"]["signal"]["update"]>[0]["data"];

export interface Happening {
  readonly act: SignalStep | SignalHand;
  readonly words: string;
  /** Where it leads; nowhere where it is not said. */
  readonly to?: SignalState;
  readonly change?: Change;
  readonly asRole?: Role | undefined;
  /** Which asking it belongs to; the one that is current where it is not said. */
  readonly round?: number;
  /** What it turned out to be: level and path follow. */
  readonly named?: Named | undefined;
  /** What the audit event keeps beside state and words. */
  readonly noted?: Readonly<Record<string, unknown>>;
}

/** In the caller's transaction, once the actor has been asked for the right. */
export async function writeDown(tx: Context, found: SignalCase, happening: Happening): Promise<void> {
  const { row, now } = found;
  const { act, words, to = now.state, change = {}, asRole = null, round = row.askRound, noted = {} } = happening;
  const ended: readonly SignalState[] = ENDED_SIGNAL_STATES;
  const at = tx.now.toJSDate();
  const { named } = happening;
  const event = {
    signalId: row.id,
    at,
    // Nobody: the clock did it.
    personId: tx.actor.kind === "system" ? null : tx.actor.personId,
    fromState: row.state,
    toState: to,
    level: named?.level ?? row.level,
    round,
    asRole,
    policyVersionId: tx.policy.versionId,
  };
  await tx.db.signalEvent.create({ data: { ...event, act, words } });
  if (named !== undefined) {
    await tx.db.signalEvent.create({ data: { ...event, act: "coded", words: named.code } });
  }
  await tx.db.signal.update({
    where: { id: row.id, version: row.version },
    data: {
      state: to,
      ...(ended.includes(to) ? await endedToday(tx, row) : {}),
      ...change,
      ...(named === undefined ? {} : asNamed(found, named, at)),
      // Its ladder looks at once: what was awaited may have been answered.
      ladderAt: isOnLadder(found, named) && !ended.includes(to) ? at : null,
      askRound: round,
      version: { increment: 1 },
    },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: `signal.${act}`,
    subject: { kind: SIGNAL_SUBJECT, id: row.id },
    before: { state: row.state, level: row.level },
    after: { state: to, words, ...(named === undefined ? {} : { code: named.code, level: named.level }), ...noted },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: SIGNAL_SUBJECT, id: row.id });
  if (!row.isRestricted && (ended.includes(to) || named !== undefined)) await settleZone(tx, row.borrowerId);
}

/** Where its level changes with it, every clock begins anew. */
function asNamed({ level: before }: SignalCase, { code, level, path, subject }: Named, at: Date) {
  return {
    code,
    level,
    path,
    subjectKind: subject.kind,
    subjectId: subject.id,
    ...(level === before ? {} : { levelSince: at }),
  };
}

function isOnLadder({ row, now: { path }, level }: SignalCase, named: Named | undefined): boolean {
  return !row.isRestricted && climbs({ path: named?.path ?? path, level: named?.level ?? level });
}
