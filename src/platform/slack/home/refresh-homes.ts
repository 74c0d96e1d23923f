/**
 * Keeps the Home tabs fresh that somebody has opened within the hour. Whatever changes a fact moves the audit chain: the tabs that it
 * can have altered are drawn again in the next round, those that it cannot are not, and a view is sent only where it looks different.
 * However many changes there were between two rounds, a person gets one view.
 */
import { setImmediate } from "node:timers/promises";
import { KEPT_FOR_OPENING } from "../../../domain/send-pace.ts";
import type { Delivery } from "../../outbox/delivery.ts";
import { classify } from "../../outbox/failure-class.ts";
import { isStopped, stopAll } from "../../outbox/pauses.ts";
import { rest, restLeft } from "../../outbox/rest.ts";
import { readFailure } from "../../outbox/slack-failure.ts";
import { takeTurn } from "../../outbox/turns.ts";
import type { Concerned } from "../door.ts";
import type { Ears } from "../ears.ts";
import { drawHome } from "./draw-home.ts";
import {
  auditSeq,
  CHANGES,
  changesSince,
  claimHome,
  drawAgain,
  freshHomes,
  noteRefreshed,
  type OpenHome,
  passOver,
} from "./open-homes.ts";
import { sendHome } from "./publish-home.ts";

/** Drawing costs our own time, not Slack's. A round ends here, so that the next one sees who has acted meanwhile. */
const DRAWN_AT_ONCE = 40;
/** So much of each round is for others than those whom a change concerns by name, whatever else happens. */
const OTHERS_MS = 400;
/** What time alone changes, and what leaves no audit event, is seen by then. */
const LOOK_AGAIN_MS = 60_000;
/** One that was not looked at for so long goes before those that were opened after it. */
const FORGOTTEN_MS = 3 * LOOK_AGAIN_MS;
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
  const { concerned, everybodys, old, passed } = await sortOut(ears, open, seq);
  await passOver(db, passed, seq);
  const round = { ears, delivery, seq, counts };
  await drawAll(round, concerned.slice(0, DRAWN_AT_ONCE), async () => true);
  const began = performance.now();
  const isTime = () => performance.now() - began <= OTHERS_MS;
  // Something new may concern somebody by name: the next round draws them first.
  const isQuiet = async () => isTime() || (await auditSeq(db)) === seq;
  await drawAll(round, everybodys.slice(0, DRAWN_AT_ONCE), isQuiet);
  await drawAll(round, old, async () => isTime());
  return counts;
}

interface Sorted {
  /** A change concerns them by name: whoever has waited longest first. */
  readonly concerned: readonly OpenHome[];
  /** What is everybody's concerns them: whoever has opened it last looks at it most likely. */
  readonly everybodys: readonly OpenHome[];
  /** Only time has passed since they were looked at: whoever has waited longest first. */
  readonly old: readonly OpenHome[];
  readonly passed: readonly OpenHome[];
}

async function sortOut(ears: Ears, open: readonly OpenHome[], seq: bigint): Promise<Sorted> {
  const now = ears.parts.clocks.machineNow();
  const behind = open.filter(({ lookedSeq }) => lookedSeq < seq);
  const { newest, everybody } = await concernedOf(ears, behind);
  const concerned = behind
    .filter(({ personId, lookedSeq }) => (newest.get(personId) ?? 0n) > lookedSeq)
    .toSorted((a, b) => Number(a.lookedSeq - b.lookedSeq));
  const rest = open.filter((home) => !concerned.includes(home));
  const isEverybodys = ({ lookedSeq }: OpenHome) => everybody > lookedSeq;
  const isOld = ({ lookedAt }: OpenHome) => isAway(lookedAt, now, LOOK_AGAIN_MS);
  const others = rest.filter((home) => !isEverybodys(home));
  return {
    concerned,
    everybodys: rest.filter(isEverybodys).toSorted(lastOpenedFirst(now)),
    old: others.filter(isOld),
    passed: others.filter((home) => home.lookedSeq < seq && !isOld(home)),
  };
}

/** One that a clock set back has put ahead counts like one of long ago. */
const isAway = (moment: Date, now: Date, ms: number) => Math.abs(now.getTime() - moment.getTime()) >= ms;

/** However often something changes for everybody, each has a turn: one that was forgotten goes first. */
function lastOpenedFirst(now: Date) {
  const isForgotten = ({ lookedAt }: OpenHome) => Number(isAway(lookedAt, now, FORGOTTEN_MS));
  return (a: OpenHome, b: OpenHome): number =>
    isForgotten(b) - isForgotten(a) || b.openedAt.getTime() - a.openedAt.getTime();
}

/** After a pause, or a night's work, there are more changes than are looked through: everybody's then. */
async function concernedOf({ door, parts }: Ears, behind: readonly OpenHome[]): Promise<Concerned> {
  const [earliest] = behind.map(({ lookedSeq }) => lookedSeq).toSorted((a, b) => Number(a - b));
  if (earliest === undefined || door.home === undefined) {
    return { newest: new Map(), everybody: 0n };
  }
  const { db } = parts.database;
  const changes = await changesSince(db, earliest);
  const readers = [...new Set(behind.map(({ personId }) => personId))];
  const { newest, everybody } = await door.home.concerns(db, changes, readers, parts.clocks.now());
  const before = changes.length < CHANGES ? 0n : (changes.at(-1)?.seq ?? 0n);
  return { newest, everybody: everybody > before ? everybody : before };
}

interface Round {
  readonly ears: Ears;
  readonly delivery: Delivery;
  readonly seq: bigint;
  readonly counts: Refreshed;
}

/** Not while Slack asked us to wait, and not where another process draws it. Whoever presses something meanwhile is let in between. */
async function drawAll(round: Round, homes: readonly OpenHome[], goesOn: () => Promise<boolean>): Promise<void> {
  const { ears, delivery, seq, counts } = round;
  const { database, clocks } = ears.parts;
  for (const home of homes) {
    if (restLeft(delivery, "home") > 0 || !(await goesOn())) return;
    if (await claimHome(database.db, home, seq, clocks.machineNow())) await refreshOne(ears, delivery, home, counts);
    await setImmediate();
  }
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
