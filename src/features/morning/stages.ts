/** Where an open inspection stands on a desk, most urgent first. Pure. */
import { addDays, compareDates } from "../../domain/dates.ts";
import type { InspectionState, IsoDate } from "../../domain/vocabulary.ts";

export const DESK_STAGES = [
  "late",
  "returned",
  "due_today",
  "measure",
  "key_date",
  "review_late",
  "measure_waits",
  "override_waits",
  "zone_waits",
  "climbed",
  "measure_climbed",
  "key_date_climbed",
  "due_soon",
  "begun",
] as const;
/**
 * `measure`: one whose first responsible person is the reader, late, due today or soon; `measure_climbed`: late with somebody
 * else; `key_date`, `key_date_climbed`: what lapses or falls due of a customer, the same two ways. `review_late`: a report that waits
 * longer than its reviewer's time; `measure_waits`, `override_waits`, `zone_waits`: a reported measure, an asked override and a zone
 * that was asked for, longer than whoever decides has. `climbed`: late with somebody else, and told to the reader by a rung. `begun`:
 * started, due later than the reminders reach.
 */
export type DeskStage = (typeof DESK_STAGES)[number];

/** The stages that a morning message tells; what was begun early is on the desk, and no news. */
export const TOLD_STAGES = DESK_STAGES.filter((stage) => stage !== "begun");
export type ToldStage = (typeof TOLD_STAGES)[number];

export type StageCounts = Readonly<Record<DeskStage, number>>;

/** Nothing where the inspection asks nothing of its keeper today. `soonDays` are calendar days. */
export function stageOf(
  state: InspectionState,
  dueOn: IsoDate,
  today: IsoDate,
  soonDays: number,
): DeskStage | undefined {
  if (state === "returned") {
    return "returned";
  }
  if (state !== "planned" && state !== "started") {
    return undefined;
  }
  const order = compareDates(dueOn, today);
  if (order <= 0) {
    return order < 0 ? "late" : "due_today";
  }
  if (compareDates(dueOn, addDays(today, soonDays)) <= 0) {
    return "due_soon";
  }
  return state === "started" ? "begun" : undefined;
}

/** Under which subject an item of a stage is remembered. */
export function isOfMeasures(stage: DeskStage): boolean {
  return stage === "measure" || stage === "measure_climbed" || stage === "measure_waits";
}

export function isOfKeyDates(stage: DeskStage): boolean {
  return stage === "key_date" || stage === "key_date_climbed";
}

export function isToldStage(stage: string): stage is ToldStage {
  return TOLD_STAGES.some((told) => told === stage);
}

export function countStages(stages: readonly DeskStage[]): StageCounts {
  const counts: Record<DeskStage, number> = {
    late: 0,
    returned: 0,
    due_today: 0,
    measure: 0,
    key_date: 0,
    review_late: 0,
    measure_waits: 0,
    override_waits: 0,
    zone_waits: 0,
    climbed: 0,
    measure_climbed: 0,
    key_date_climbed: 0,
    due_soon: 0,
    begun: 0,
  };
  for (const stage of stages) {
    counts[stage] += 1;
  }
  return counts;
}

/** The stages of what is somebody else's work, or a second person's. */
export const FROM_OTHERS: readonly DeskStage[] = [
  "review_late",
  "measure_waits",
  "override_waits",
  "zone_waits",
  "climbed",
  "measure_climbed",
  "key_date_climbed",
];
/** Of a long list of one's own, what comes from others still gets some lines. */
const OTHERS_AT_LEAST = 5;

/** The first lines of a list in order: at most `most`, some of them kept for what comes from others. */
export function firstLines<T extends { readonly stage: DeskStage }>(items: readonly T[], most: number): T[] {
  const others = items.filter(({ stage }) => FROM_OTHERS.includes(stage));
  const own = items.filter(({ stage }) => !FROM_OTHERS.includes(stage));
  const kept = Math.min(others.length, Math.max(most - own.length, Math.min(OTHERS_AT_LEAST, most)));
  const chosen = new Set([...others.slice(0, kept), ...own.slice(0, most - kept)]);
  return items.filter((item) => chosen.has(item));
}
