/**
 * The fact that raised a signal is gone: said beside it, and it stands until people agree. Where little is asked of people, the desk
 * itself asks for the release (handbook 2.4: the bot proposes, two people confirm a list).
 */
import { isUntouched } from "../../domain/signals/path.ts";
import type { SignalLevel, SignalPath } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { settleZone } from "../planning/index.ts";
import { SIGNAL_SUBJECT } from "./ids.ts";
import { endedToday } from "./lasted-days.ts";
import { tellOfReleases } from "./tell-releases.ts";

export interface Curable {
  readonly id: string;
  readonly code: string;
  readonly borrowerId: string;
  readonly state: string;
  readonly level: SignalLevel;
  readonly isRestricted: boolean;
  readonly askedFor: string | null;
  readonly askRound: number;
  readonly ownerId: string | null;
  readonly raisedAt: Date;
  readonly endedAt: Date | null;
}

/**
 * In the caller's transaction. `path`: what the signal asks for now that its fact is gone. One that has ended stays as it ended;
 * should the fact come back, it is a new one.
 */
export async function cure(tx: Context, signal: Curable, path: SignalPath): Promise<void> {
  const { id, code, level } = signal;
  await tx.db.signal.update({ where: { id }, data: { curedAt: tx.now.toJSDate() } });
  await event(tx, signal, { act: "cured", toState: signal.state, round: 0, personId: null });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "signal.cured",
    subject: { kind: SIGNAL_SUBJECT, id },
    after: { code, level, path },
    policyVersionId: tx.policy.versionId,
  });
  if (signal.endedAt !== null) return;
  const doer = path === "quiet" ? await submitterSince(tx, signal) : null;
  if (doer !== null && doer !== signal.ownerId) await end(tx, signal, doer);
  else if (path !== "full" && !signal.isRestricted && isUntouched(signal.state)) await propose(tx, signal, path);
  await markStale(tx, { kind: SIGNAL_SUBJECT, id });
}

/** The late report came: whoever submitted it has ended the signal by that (PRC-01). */
async function end(tx: Context, signal: Curable, personId: string): Promise<void> {
  const { unitId } = await tx.db.signal.findUniqueOrThrow({ where: { id: signal.id }, select: { unitId: true } });
  const ended = {
    ...{ state: "closed", path: "quiet", endedById: personId, endedAt: tx.now.toJSDate(), ladderAt: null },
    ...(await endedToday(tx, { id: signal.id, unitId })),
  };
  await tx.db.signal.update({ where: { id: signal.id }, data: { ...ended, version: { increment: 1 } } });
  await event(tx, signal, { act: "cured", toState: "closed", round: 0, personId });
  if (!signal.isRestricted) await settleZone(tx, signal.borrowerId);
}

async function submitterSince({ db }: Context, { borrowerId, raisedAt }: Curable): Promise<string | null> {
  const report = await db.report.findFirst({
    where: { inspection: { borrowerId }, submittedAt: { gte: raisedAt } },
    orderBy: { submittedAt: "desc" },
    select: { submittedById: true },
  });
  return report?.submittedById ?? null;
}

async function propose(tx: Context, signal: Curable, path: SignalPath): Promise<void> {
  if (signal.askedFor !== null) return;
  const round = signal.askRound + 1;
  const asked = { askedFor: "release", askedById: null, askedAt: tx.now.toJSDate(), askRound: round };
  await tx.db.signal.update({
    where: { id: signal.id },
    data: { ...asked, path, ladderAt: null, version: { increment: 1 } },
  });
  await event(tx, signal, { act: "ask_release", toState: signal.state, round, personId: null });
  await tellOfReleases(tx, signal.id);
}

interface Moved {
  readonly act: string;
  readonly toState: string;
  readonly round: number;
  readonly personId: string | null;
}

async function event(tx: Context, { id, state, level }: Curable, moved: Moved): Promise<void> {
  const common = { signalId: id, at: tx.now.toJSDate(), fromState: state, level, words: "" };
  await tx.db.signalEvent.create({ data: { ...common, ...moved, policyVersionId: tx.policy.versionId } });
}
