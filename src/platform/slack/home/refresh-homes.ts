/**
 * Keeps the Home tabs fresh that somebody has opened within the hour. Whatever changes a fact moves the audit chain: each open Home
 * is drawn again then, first those whose day was touched, and sent only where it looks different. However many changes there were
 * between two rounds, a person gets one view.
 */
import { KEPT_FOR_OPENING } from "../../../domain/send-pace.ts";
import type { Delivery } from "../../outbox/delivery.ts";
import { classify } from "../../outbox/failure-class.ts";
import { isStopped, stopAll } from "../../outbox/pauses.ts";
import { rest, restLeft } from "../../outbox/rest.ts";
import { readFailure } from "../../outbox/slack-failure.ts";
import { takeTurn } from "../../outbox/turns.ts";
import type { Ears } from "../ears.ts";
import { drawHome } from "./draw-home.ts";
import { auditSeq, claimHome, drawAgain, freshHomes, noteRefreshed, type OpenHome } from "./open-homes.ts";
import { sendHome } from "./publish-home.ts";
import { touchedSince } from "./touched.ts";

/** Drawing costs our own time, not Slack's: so many of a round. */
const DRAWN_AT_ONCE = 20;
/** Those whose day nothing seems to touch take turns in so much of each round: where many are open, they may be seconds later. */
const OTHERS_MS = 400;
/** What time alone changes, and what leaves no audit event, is seen by then. */
const LOOK_AGAIN_MS = 60_000;
const PAUSE_MS = 5_000;

export interface Refreshed {
  drawn: number;
  sent: number;
}

export async function refreshHomes(ears: Ears, delivery: Delivery): Promise<Refreshed> {
  const counts: Refreshed = { drawn: 0, sent: 0 };
  const { db } = ears.parts.database;
  const now = ears.parts.clocks.machineNow();
  const open = await freshHomes(db, now);
  if (open.length === 0 || delivery.flights.stopping || (await isStopped(delivery))) {
    return counts;
  }
  const seq = await auditSeq(db);
  const due = open.filter(({ lookedSeq, lookedAt }) => lookedSeq < seq || isOld(lookedAt, now));
  const { touched, others } = await byTouch(ears, due);
  const began = performance.now();
  const isTime = (home: OpenHome) => touched.includes(home) || performance.now() - began < OTHERS_MS;
  for (const home of [...touched, ...others].slice(0, DRAWN_AT_ONCE)) {
    if (restLeft(delivery, "home") > 0 || !isTime(home)) {
      break;
    }
    if (await claimHome(db, home, seq, ears.parts.clocks.machineNow())) {
      await refreshOne(ears, delivery, home, counts);
    }
  }
  return counts;
}

/** One that a clock set back has put ahead is old, too. */
const isOld = (lookedAt: Date, now: Date) => Math.abs(now.getTime() - lookedAt.getTime()) >= LOOK_AGAIN_MS;

async function byTouch(ears: Ears, due: readonly OpenHome[]) {
  const [earliest] = due.map(({ lookedSeq }) => lookedSeq).sort((a, b) => (a < b ? -1 : 1));
  const who = earliest === undefined ? new Set<string>() : await touchedSince(ears.parts.database.db, earliest);
  return {
    touched: due.filter(({ personId }) => who.has(personId)),
    others: due.filter(({ personId }) => !who.has(personId)),
  };
}

async function refreshOne(ears: Ears, delivery: Delivery, home: OpenHome, counts: Refreshed): Promise<void> {
  const { db } = ears.parts.database;
  const drawn = await drawHome(ears, home, home.choices);
  counts.drawn += 1;
  if (drawn === undefined || drawn.failed || drawn.hash === home.shownHash) {
    return;
  }
  const waitMs = await takeTurn(delivery, "views.publish", KEPT_FOR_OPENING);
  if (waitMs > 0) {
    rest(delivery, "home", waitMs);
    await drawAgain(db, home);
    return;
  }
  try {
    const viewHash = await sendHome(delivery.client, home, drawn, home.viewHash ?? undefined);
    await noteRefreshed(db, home, { hash: drawn.hash, viewHash });
    counts.sent += 1;
  } catch (error) {
    await notSent(delivery, home, error);
  }
}

/** Where its reader has opened it anew meanwhile (`hash_conflict`) the next round sees what they were given. */
async function notSent(delivery: Delivery, home: OpenHome, error: unknown): Promise<void> {
  const failure = readFailure(error);
  const meant = classify(failure);
  if (failure.platform === "hash_conflict") {
    await drawAgain(delivery.parts.database.db, home);
  } else if (meant.kind === "stop") {
    await stopAll(delivery, meant.why);
  } else if (meant.kind === "wait" || meant.kind === "uncertain") {
    rest(delivery, "home", meant.kind === "wait" ? meant.ms : PAUSE_MS);
    await drawAgain(delivery.parts.database.db, home);
  } else {
    delivery.parts.log.warn({ why: meant.why }, "a Home tab could not be kept fresh");
  }
}
