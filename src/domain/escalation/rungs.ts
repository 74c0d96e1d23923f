/**
 * To which roles a standing signal climbs, and when (handbook 2.5; issue of silence: R7, R46, R121). One answer is awaited at a
 * time: that somebody acknowledges it, verifies it, has its plan approved. What the sweep tells and what a person is shown
 * as coming next are both these steps. Pure.
 */
import type { LocalMinute } from "../calendar/working-minutes.ts";
import type { Role, SignalLevel } from "../vocabulary.ts";
import { compareMinutes, isBefore, type Length, type LevelTime, laterOf, timeAfter } from "./level-time.ts";
import { afterQuiet, type Quiet } from "./quiet.ts";

export const AWAITED_ANSWERS = ["acknowledge", "verify", "plan"] as const;
export type AwaitedAnswer = (typeof AWAITED_ANSWERS)[number];

/** The clock of one level, as the policy says it. */
export interface LevelClock {
  readonly acknowledge?: Length | undefined;
  readonly verify?: Length | undefined;
  readonly plan?: Length | undefined;
  readonly path: readonly { readonly role: Role; readonly after?: Length | undefined }[];
  readonly repeat_until_acknowledged?: Length | undefined;
  /** How long and how often it may be made to stand still; without it, never. */
  readonly snooze?: { readonly most: Length; readonly times: number } | undefined;
  /** To whoever is on duty, in waking hours of every calendar day. */
  readonly every_day?: boolean | undefined;
}

/** What of a signal moves its ladder. Moments on the wall of its unit; absent: it has not happened yet. */
export interface StandingSignal {
  readonly level: SignalLevel;
  /** Since it was raised, or since it worsened to this level. */
  readonly since: LocalMinute;
  /** A person's word, which nobody has verified yet, or a fact that was measured or came from outside. */
  readonly raisedBy: "person" | "facts";
  /** A veto fact is told to the very top at once, whoever raised it. */
  readonly isVeto: boolean;
  readonly acknowledged?: LocalMinute | undefined;
  readonly verified?: LocalMinute | undefined;
  readonly planApproved?: LocalMinute | undefined;
  /** False alarm, resolved or closed. */
  readonly ended?: LocalMinute | undefined;
  /** When its ladder was, or is, made to stand still: what falls into such a time is told at its end. Deadlines stay. */
  readonly quiets?: readonly Quiet[] | undefined;
}

export interface Step {
  /** Stable for one level of one signal: what was told once is not told again under it. */
  readonly key: string;
  readonly at: LocalMinute;
  readonly role: Role;
  /** Place in the policy's path; the owner, who is told first, stands before it at -1. */
  readonly rung: number;
  readonly awaits: AwaitedAnswer;
  /** 0: the first telling. */
  readonly repeat: number;
}

const OWNER: Role = "account_manager";

/** Everything that is told up to and including `until`, in order, unless somebody answers meanwhile. */
export function stepsUntil(
  signal: StandingSignal,
  clock: LevelClock,
  time: LevelTime,
  until: LocalMinute,
): readonly Step[] {
  const steps = [
    ...acknowledgeSteps(signal, clock, time, until),
    ...overdueSteps(signal, clock, time, "verify"),
    ...overdueSteps(signal, clock, time, "plan"),
  ];
  const isDue = ({ at }: Step) => !isBefore(until, at) && (signal.ended === undefined || isBefore(at, signal.ended));
  return steps.filter(isDue).toSorted((a, b) => compareMinutes(a.at, b.at) || order(a) - order(b));
}

/** By when the answer is owed; nothing where the level's clock has no such time. Always counted from when the clock began. */
export function answerDue(
  { since }: StandingSignal,
  clock: LevelClock,
  time: LevelTime,
  awaits: AwaitedAnswer,
): LocalMinute | undefined {
  const length = clock[awaits];
  return length === undefined ? undefined : timeAfter(time, since, length);
}

function acknowledgeSteps(signal: StandingSignal, clock: LevelClock, time: LevelTime, until: LocalMinute): Step[] {
  const ladder = [{ role: OWNER }, ...clock.path.filter(({ role }) => role !== OWNER)];
  const isOpen = (at: LocalMinute) => signal.acknowledged === undefined || isBefore(at, signal.acknowledged);
  return ladder.flatMap((rung, index): Step[] => {
    const told: Step[] = [];
    let at = firstTold(signal, rung, time);
    for (let repeat = 0; at !== undefined && !isBefore(until, at); repeat += 1) {
      if (repeat > 0 && !isOpen(at)) break;
      told.push(stepOf({ awaits: "acknowledge", rung: index - 1, role: rung.role, repeat, at }));
      const again = clock.repeat_until_acknowledged && timeAfter(time, at, clock.repeat_until_acknowledged);
      at = again && afterQuiet(signal.quiets, time, again);
    }
    return told;
  });
}

/**
 * A rung without a wait hears of the signal whatever happens; one that waits, where nobody has acknowledged it by then. For red
 * only a person's unverified word waits: a veto, a fact from outside and what has been verified are told at once.
 */
function firstTold(
  { level, since, raisedBy, isVeto, acknowledged, verified, quiets }: StandingSignal,
  { after }: { readonly after?: Length | undefined },
  time: LevelTime,
): LocalMinute | undefined {
  const toldAfter = (from: LocalMinute, length: Length | undefined) =>
    afterQuiet(quiets, time, timeAfter(time, from, length));
  const isRed = level === "red";
  if (after === undefined || (isRed && (raisedBy === "facts" || isVeto))) return toldAfter(since, undefined);
  const waited = toldAfter(since, after);
  const isMissed = acknowledged === undefined || isBefore(waited, acknowledged);
  const proven = isRed && verified !== undefined ? toldAfter(verified, undefined) : undefined;
  return isMissed && (proven === undefined || isBefore(waited, proven)) ? waited : proven;
}

const BEFORE = { verify: "acknowledged", plan: "verified" } as const;
const ANSWERED = { verify: "verified", plan: "planApproved" } as const;

/** An answer that is not there in time walks the path anew, from when it was owed. */
function overdueSteps(signal: StandingSignal, clock: LevelClock, time: LevelTime, awaits: "verify" | "plan"): Step[] {
  const due = answerDue(signal, clock, time, awaits);
  const before = signal[BEFORE[awaits]];
  if (due === undefined || before === undefined) return [];
  const from = laterOf(due, before);
  const answered = signal[ANSWERED[awaits]];
  return clock.path.flatMap(({ role, after }, rung): Step[] => {
    const at = afterQuiet(signal.quiets, time, timeAfter(time, from, after));
    const isLate = answered === undefined || isBefore(at, answered);
    return isLate ? [stepOf({ awaits, rung, role, repeat: 0, at })] : [];
  });
}

function stepOf(step: Omit<Step, "key">): Step {
  return { key: `${step.awaits}/${step.rung}/${step.repeat}`, ...step };
}

const order = ({ awaits, rung, repeat }: Step) =>
  AWAITED_ANSWERS.indexOf(awaits) * 1_000 + rung * 10 + Math.min(repeat, 9);
