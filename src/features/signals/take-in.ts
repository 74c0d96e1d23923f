/**
 * A sign of trouble comes in, from a person or from the engine: it is a new signal, or one more fact of the one that stands. The
 * only place that writes one.
 */

import { type Arrival, arrive } from "../../domain/signals/merge.ts";
import { SIGNAL_LEVELS, SIGNAL_STATES, type SignalLevel } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale } from "../../platform/outbox/promise.ts";
import { takeFromSeries } from "../../platform/storage/number-series.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { managerOf } from "../people/index.ts";
import { settleZone } from "../planning/index.ts";
import { SIGNAL_SUBJECT } from "./ids.ts";
import { raisedToday } from "./lasted-days.ts";
import type { Sign } from "./sign.ts";
import { tellOf } from "./tell-of.ts";

const SERIES = { key: "signal_numbers", letter: "S" };
/** Counted apart: a gap in the others' numbers would tell of it. */
const RESTRICTED_SERIES = { key: "restricted_signal_numbers", letter: "R" };

export interface TakenIn {
  readonly id: string;
  readonly number: string;
  readonly did: "raise" | "note" | "worsen" | "return";
}

/** In the caller's transaction. */
export async function takeIn(tx: Context, sign: Sign): Promise<TakenIn> {
  const arrival = arrive(await ofThatKind(tx, sign), sign.level);
  const taken = arrival.does === "raise" ? await raise(tx, sign) : await addTo(tx, sign, arrival);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: `signal.${arrival.does}`,
    subject: { kind: SIGNAL_SUBJECT, id: taken.id },
    after: { code: sign.code, level: sign.level, about: `${sign.subject.kind}:${sign.subject.id}`, words: sign.words },
    policyVersionId: tx.policy.versionId,
  });
  if (arrival.does !== "note") {
    await tellOf(tx, taken.id, sign);
  }
  await markStale(tx, { kind: SIGNAL_SUBJECT, id: taken.id });
  // A restricted one moves no zone.
  if (!sign.isRestricted && arrival.does !== "note") await settleZone(tx, sign.borrower.id);
  return { ...taken, did: arrival.does };
}

async function ofThatKind({ db }: Context, { code, subject }: Sign) {
  const rows = await db.signal.findMany({
    where: { code, subjectKind: subject.kind, subjectId: subject.id, endedAt: null },
    select: { id: true, number: true, code: true, level: true, state: true, curedAt: true, version: true },
  });
  return rows.map((row) => ({
    ...row,
    isCured: row.curedAt !== null,
    level: oneOf(SIGNAL_LEVELS, row.level),
    state: oneOf(SIGNAL_STATES, row.state),
  }));
}

async function raise(tx: Context, sign: Sign): Promise<{ id: string; number: string }> {
  const id = newId();
  const series = sign.isRestricted ? RESTRICTED_SERIES : SERIES;
  const [number = ""] = await takeFromSeries(tx.db, series, tx.now.year, 1);
  const at = tx.now.toJSDate();
  await tx.db.signal.create({
    data: {
      id,
      number,
      code: sign.code,
      borrowerId: sign.borrower.id,
      unitId: sign.borrower.unitId,
      subjectKind: sign.subject.kind,
      subjectId: sign.subject.id,
      level: sign.level,
      path: sign.path,
      state: "raised",
      isVeto: sign.isVeto,
      isUnsure: sign.isUnsure,
      isRestricted: sign.isRestricted,
      policyVersionId: tx.policy.versionId,
      raisedById: sign.raisedById,
      raisedAt: at,
      levelSince: at,
      ...(await raisedToday(tx, sign.borrower.unitId, sign.factOn)),
      ownerId: await answersFor(tx, sign),
      named: { create: sign.named.map((personId) => ({ personId })) },
    },
  });
  await event(tx, id, sign, { act: "raised", fromState: "raised", toState: "raised", level: sign.level });
  return { id, number };
}

/** Whoever keeps the account; of an officer's own work, whoever leads them. Nobody of the line for a restricted one. */
async function answersFor(tx: Context, { isRestricted, named: [named], borrower }: Sign): Promise<string | null> {
  if (isRestricted) return null;
  if (named === undefined) return borrower.keeperId;
  return (await managerOf(tx.db, named, tx.now)).personIds[0] ?? null;
}

type Stands = Exclude<Arrival<Awaited<ReturnType<typeof ofThatKind>>[number]>, { does: "raise" }>;
const ACTS = { note: "noted", worsen: "worsened", return: "returned" } as const;

/** What worsens or comes back is acknowledged anew, and every clock begins again; its history stays. */
async function addTo(tx: Context, sign: Sign, arrival: Stands): Promise<{ id: string; number: string }> {
  const { signal, does } = arrival;
  const moved = { act: ACTS[does], fromState: signal.state };
  if (arrival.does === "note") {
    // The engine looks every day: what it says again is not told again.
    if (sign.raisedById !== null) {
      await event(tx, signal.id, sign, { ...moved, toState: signal.state, level: signal.level });
    }
    return signal;
  }
  await tx.db.signal.update({
    where: { id: signal.id, version: signal.version },
    data: {
      level: arrival.to,
      isVeto: sign.isVeto,
      path: sign.path,
      state: "raised",
      levelSince: tx.now.toJSDate(),
      acknowledgedById: null,
      acknowledgedAt: null,
      verifiedById: null,
      verifiedAt: null,
      planApprovedById: null,
      planApprovedAt: null,
      observeUntilOn: null,
      askedFor: null,
      askedById: null,
      askedAt: null,
      curedAt: null,
      version: { increment: 1 },
    },
  });
  await event(tx, signal.id, sign, { ...moved, toState: "raised", level: arrival.to });
  return signal;
}

interface Moved {
  readonly act: string;
  readonly fromState: string;
  readonly toState: string;
  readonly level: SignalLevel;
}

async function event(tx: Context, signalId: string, { raisedById, words, because }: Sign, moved: Moved): Promise<void> {
  await tx.db.signalEvent.create({
    data: {
      signalId,
      at: tx.now.toJSDate(),
      personId: raisedById,
      ...moved,
      words,
      because,
      policyVersionId: tx.policy.versionId,
    },
  });
}
