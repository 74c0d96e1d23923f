/**
 * By when an open signal must have been told, and to which posts (handbook 2.5; R7, R46, R121, R127). Written a second time on
 * purpose, from the policy's words: the watchdog would learn nothing from the ladder's own arithmetic. Moments are on the wall of the
 * signal's unit.
 */
import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import { addWorkingMinutes, type Hours, type LocalMinute } from "../calendar/working-minutes.ts";
import { addDays, addMonths } from "../dates.ts";
import type { Role } from "../vocabulary.ts";

/** A length of time, in one of the policy's units. */
export interface Span {
  readonly working_hours?: number | undefined;
  readonly working_days?: number | undefined;
  readonly hours?: number | undefined;
  readonly days?: number | undefined;
  readonly weeks?: number | undefined;
  readonly months?: number | undefined;
}

export interface SignalRules {
  readonly isRed: boolean;
  readonly calendar: BusinessCalendar;
  /** When this level's clock runs: working time, or for red the waking hours of every day. */
  readonly hours: Hours;
  readonly rungs: readonly { readonly to: Role; readonly wait: Span | undefined }[];
  /** How long after one telling the next comes, until somebody acknowledges. */
  readonly again: Span | undefined;
  readonly verify: Span | undefined;
  readonly plan: Span | undefined;
}

export interface SignalFacts {
  /** Since it has its level. */
  readonly since: LocalMinute;
  /** Measured, told from outside, or a veto fact; not a person's unverified word. */
  readonly isProven: boolean;
  readonly acknowledged: LocalMinute | undefined;
  readonly verified: LocalMinute | undefined;
  readonly planned: LocalMinute | undefined;
  /** Times in which nothing is told; what falls into one is told after it. */
  readonly quiets: readonly { readonly from: LocalMinute; readonly until: LocalMinute }[];
}

export interface OwedRung {
  readonly to: Role;
  /** The posts above it, nearest first. */
  readonly above: readonly Role[];
  /** Nothing is awaited of whoever is told once. */
  readonly awaits: "acknowledge" | "verify" | "plan" | "raised" | "release";
  /** The answer is still to come: owed however long ago it was due. */
  readonly isAwaited: boolean;
  /** Where nobody holds the post, nobody above hears in its place. */
  readonly isOnlyTheirs?: boolean;
  /** Whoever holds the post must have heard of the signal since then. */
  readonly at: LocalMinute;
}

const OWNER: Role = "account_manager";

/** Below 0 where `a` is earlier. */
export function earlierThan(a: LocalMinute, b: LocalMinute): boolean {
  return a.date === b.date ? a.minute < b.minute : a.date < b.date;
}

/** Every rung whose first telling has come by `now`. */
export function owedRungs(facts: SignalFacts, rules: SignalRules, now: LocalMinute): readonly OwedRung[] {
  const owed = [
    ...tellings(facts, rules),
    ...missed(facts, rules, {
      awaits: "verify",
      owedAfter: rules.verify,
      asked: facts.acknowledged,
      done: facts.verified,
    }),
    ...missed(facts, rules, { awaits: "plan", owedAfter: rules.plan, asked: facts.verified, done: facts.planned }),
  ];
  return owed.filter(({ at }) => !earlierThan(now, at));
}

/** When whoever was told at `told` must hear again; nothing where nobody has to. */
export function againBy(facts: SignalFacts, rules: SignalRules, told: LocalMinute): LocalMinute | undefined {
  return rules.again === undefined || facts.acknowledged !== undefined
    ? undefined
    : outsideQuiet(facts, rules, lapse(rules, told, rules.again));
}

/** The first minute of the level's hours from `at` on. */
export function whenAwake(rules: Pick<SignalRules, "calendar" | "hours">, at: LocalMinute): LocalMinute {
  return lapse(rules, at, {});
}

function tellings(facts: SignalFacts, rules: SignalRules): OwedRung[] {
  const posts = rules.rungs.filter(({ to }) => to !== OWNER);
  return [{ to: OWNER, wait: undefined }, ...posts].flatMap(({ to, wait }, place): OwedRung[] => {
    const at =
      wait === undefined ? outsideQuiet(facts, rules, whenAwake(rules, facts.since)) : afterWait(facts, rules, wait);
    return at === undefined
      ? []
      : [
          {
            ...{ to, above: posts.slice(place).map((post) => post.to), at },
            awaits: "acknowledge",
            isAwaited: facts.acknowledged === undefined,
          },
        ];
  });
}

/** A rung that waits hears where nobody acknowledged in time; of a red, as soon as it is more than one person's word. */
function afterWait(facts: SignalFacts, { isRed, ...rules }: SignalRules, wait: Span): LocalMinute | undefined {
  const proven = isRed ? (facts.isProven ? facts.since : facts.verified) : undefined;
  const told = proven && outsideQuiet(facts, rules, whenAwake(rules, proven));
  if (isRed && facts.isProven) return told;
  const waited = outsideQuiet(facts, rules, lapse(rules, facts.since, wait));
  const isAnswered = facts.acknowledged !== undefined && !earlierThan(waited, facts.acknowledged);
  if (isAnswered) return told;
  return told === undefined || earlierThan(waited, told) ? waited : told;
}

interface Answer {
  readonly awaits: "verify" | "plan";
  readonly owedAfter: Span | undefined;
  /** Since when it is this answer that is awaited. */
  readonly asked: LocalMinute | undefined;
  readonly done: LocalMinute | undefined;
}

/** An answer that did not come in time is told to every rung, each after its own wait. */
function missed(facts: SignalFacts, rules: SignalRules, { awaits, owedAfter, asked, done }: Answer): OwedRung[] {
  if (owedAfter === undefined || asked === undefined) return [];
  const due = lapse(rules, facts.since, owedAfter);
  const late = earlierThan(due, asked) ? asked : due;
  return rules.rungs.flatMap(({ to, wait }, place): OwedRung[] => {
    const at = outsideQuiet(facts, rules, lapse(rules, late, wait ?? {}));
    const above = rules.rungs.slice(place + 1).map((post) => post.to);
    return done !== undefined && !earlierThan(at, done)
      ? []
      : [{ to, above, awaits, isAwaited: done === undefined, at }];
  });
}

function lapse(
  { calendar, hours }: Pick<SignalRules, "calendar" | "hours">,
  { date, minute }: LocalMinute,
  { working_hours = 0, hours: clockHours = 0, working_days = 0, days = 0, weeks = 0, months = 0 }: Span,
): LocalMinute {
  const minutes = 60 * (working_hours + clockHours) + working_days * (hours.end - hours.start);
  const wall = { date: addMonths(addDays(date, days + weeks * 7), months), minute };
  const end = addWorkingMinutes(calendar, wall, minutes, hours);
  return { date: end.date, minute: end.minute };
}

function outsideQuiet(
  facts: SignalFacts,
  rules: Pick<SignalRules, "calendar" | "hours">,
  at: LocalMinute,
): LocalMinute {
  const quiet = facts.quiets.find(({ from: begins, until }) => earlierThan(begins, at) && earlierThan(at, until));
  return quiet === undefined ? at : outsideQuiet(facts, rules, whenAwake(rules, quiet.until));
}
