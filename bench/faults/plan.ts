/** What is broken, when and how, in every run: all of it follows from the seed. */
import { type Chance, seededChance } from "../../src/features/demonstration/random.ts";
import type { KillAtWrite, WriteSite } from "./wire.ts";

/** Where in its life the desk is struck. */
export const POINTS = ["morning", "submission", "request", "approval", "notice", "next_morning"] as const;
export type Point = (typeof POINTS)[number];

/** What strikes. */
export type Fault =
  | { readonly class: "killed_at_write"; readonly kill: KillAtWrite }
  /** The stand-in has the post, carried out or not, and the process dies before the answer. */
  | { readonly class: "killed_at_post"; readonly accepted: boolean }
  | { readonly class: "killed_at_edit"; readonly accepted: boolean }
  | { readonly class: "killed_at_random"; readonly afterMs: number }
  /** The moment the person's click or submission was acknowledged. */
  | { readonly class: "killed_when_acknowledged" }
  | { readonly class: "dropped"; readonly accepted: boolean }
  | { readonly class: "http_502"; readonly accepted: boolean }
  /** No answer within the time-out; carried out at once, or only after the desk has given up. */
  | { readonly class: "hangs"; readonly accepted: boolean }
  | { readonly class: "limited_one"; readonly seconds: number; readonly times: number }
  | { readonly class: "limited_all"; readonly seconds: number; readonly times: number }
  | { readonly class: "token_revoked" }
  | { readonly class: "channel_not_found"; readonly once: boolean }
  | { readonly class: "deactivated" }
  | { readonly class: "invalid_blocks" }
  | { readonly class: "disk_full" }
  | { readonly class: "database_locked" }
  | { readonly class: "clock_back" }
  | { readonly class: "stalled"; readonly ms: number }
  | { readonly class: "terminated"; readonly accepted: boolean }
  | { readonly class: "second_bot" };
export type FaultClass = Fault["class"];

/** A second misfortune while the desk recovers. */
export const AGGRAVATIONS = ["none", "look_up_fails", "killed_again"] as const;
export type Aggravation = (typeof AGGRAVATIONS)[number];

export interface RunPlan {
  readonly number: number;
  readonly point: Point;
  readonly fault: Fault;
  readonly aggravation: Aggravation;
}

interface Kind {
  readonly points: readonly Point[];
  /** Every kind comes once in a cycle of the plan; a costly one only once in so many. */
  readonly every?: number;
  make(chance: Chance, point: Point): Fault;
}

const TOLD: readonly Point[] = ["morning", "request", "notice", "next_morning"];
const ACTED: readonly Point[] = ["submission", "approval"];
const SWEPT: readonly Point[] = ["morning", "next_morning"];
const HALVES = [true, false] as const;
const SECONDS = [1, 30, 600, 3_600] as const;
/** A call that hangs costs its ten seconds, and so does a locked file. */
const COSTLY = 5;

const atWrite = (site: WriteSite, points: readonly Point[], most = 1): Kind[] =>
  (["before", "after"] as const).map((when) => ({
    points,
    make: (chance) => ({ class: "killed_at_write", kill: { site, nth: chance.between(1, most), when } }),
  }));

const halves = (points: readonly Point[], make: (accepted: boolean) => Fault, every = 1): Kind[] =>
  HALVES.map((accepted) => ({ points, every, make: () => make(accepted) }));

const limited = (name: "limited_one" | "limited_all"): Kind => ({
  points: TOLD,
  make: (chance) => ({ class: name, seconds: chance.pick(SECONDS), times: chance.between(1, 3) }),
});

const KINDS: readonly Kind[] = [
  ...atWrite("promise", SWEPT, 2),
  ...atWrite("claim", TOLD),
  ...atWrite("mark", SWEPT, 2),
  ...atWrite("mark", ["request", "notice"]),
  ...atWrite("inbound", ACTED),
  ...atWrite("report", ["submission"]),
  ...atWrite("review", ["approval"]),
  ...atWrite("answer", ACTED),
  ...halves(TOLD, (accepted) => ({ class: "killed_at_post", accepted })),
  ...halves(["notice", "next_morning"], (accepted) => ({ class: "killed_at_edit", accepted })),
  { points: POINTS, make: (chance) => ({ class: "killed_at_random", afterMs: chance.between(0, 120) }) },
  { points: ["submission"], make: () => ({ class: "killed_when_acknowledged" }) },
  ...halves(TOLD, (accepted) => ({ class: "dropped", accepted })),
  ...halves(TOLD, (accepted) => ({ class: "http_502", accepted })),
  ...halves(TOLD, (accepted) => ({ class: "hangs", accepted }), COSTLY),
  limited("limited_one"),
  limited("limited_all"),
  { points: POINTS, make: () => ({ class: "token_revoked" }) },
  {
    points: ["morning", "notice", "next_morning"],
    make: (chance) => ({ class: "channel_not_found", once: chance.happens(50) }),
  },
  { points: SWEPT, make: () => ({ class: "deactivated" }) },
  { points: TOLD, make: () => ({ class: "invalid_blocks" }) },
  { points: POINTS, make: () => ({ class: "disk_full" }) },
  { points: POINTS, every: COSTLY, make: () => ({ class: "database_locked" }) },
  { points: POINTS, make: () => ({ class: "clock_back" }) },
  { points: POINTS, every: COSTLY, make: () => ({ class: "stalled", ms: 3_500 }) },
  ...halves(TOLD, (accepted) => ({ class: "terminated", accepted })),
  { points: POINTS, every: COSTLY, make: () => ({ class: "second_bot" }) },
];

/**
 * So many runs. The first ones try every kind once, costly ones included; further on each kind takes its turn, at a point, with
 * numbers and with a second misfortune that the seed chooses.
 */
export function planRuns(runs: number, seed: number): RunPlan[] {
  const chance = seededChance(seed);
  const plans: RunPlan[] = [];
  for (let cycle = 0; plans.length < runs; cycle += 1) {
    for (const [place, kind] of KINDS.entries()) {
      if (plans.length < runs && (cycle + (cycle === 0 ? 0 : place)) % (kind.every ?? 1) === 0) {
        plans.push(planRun(plans.length + 1, kind, cycle, chance));
      }
    }
  }
  return plans;
}

export const KINDS_COUNT = KINDS.length;

function planRun(number: number, kind: Kind, cycle: number, chance: Chance): RunPlan {
  const point = kind.points[(cycle + chance.between(0, kind.points.length - 1)) % kind.points.length] ?? "morning";
  const fault = kind.make(chance, point);
  const aggravation = chance.happens(30) ? chance.pick(["look_up_fails", "killed_again"] as const) : "none";
  return { number, point, fault, aggravation };
}
