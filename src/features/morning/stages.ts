/** Where an open inspection stands on a desk, most urgent first. Pure. */
import { addDays, compareDates } from "../../domain/dates.ts";
import type { InspectionState, IsoDate } from "../../domain/vocabulary.ts";

export const DESK_STAGES = ["late", "returned", "due_today", "climbed", "due_soon", "begun"] as const;
/** `climbed`: late with somebody else, and told to the reader by a rung. `begun`: started, due later than the reminders reach. */
export type DeskStage = (typeof DESK_STAGES)[number];

/** The stages that a morning message tells; what was begun early is on the desk, and no news. */
export const TOLD_STAGES = ["late", "returned", "due_today", "climbed", "due_soon"] as const;
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

export function isToldStage(stage: string): stage is ToldStage {
  return TOLD_STAGES.some((told) => told === stage);
}

export function countStages(stages: readonly DeskStage[]): StageCounts {
  const counts = { late: 0, returned: 0, due_today: 0, climbed: 0, due_soon: 0, begun: 0 };
  for (const stage of stages) {
    counts[stage] += 1;
  }
  return counts;
}

/** Of a long list of one's own, what climbed still gets some lines. */
const CLIMBED_AT_LEAST = 5;

/** The first lines of a list in order: at most `most`, some of them kept for what climbed. */
export function firstLines<T extends { readonly stage: DeskStage }>(items: readonly T[], most: number): T[] {
  const climbed = items.filter(({ stage }) => stage === "climbed");
  const own = items.length - climbed.length;
  const kept = Math.min(climbed.length, Math.max(most - own, Math.min(CLIMBED_AT_LEAST, most)));
  const chosen = new Set([
    ...climbed.slice(0, kept),
    ...items.filter(({ stage }) => stage !== "climbed").slice(0, most - kept),
  ]);
  return items.filter((item) => chosen.has(item));
}
