/** Where an open inspection stands on its keeper's desk, most urgent first. Pure. */
import { addDays, compareDates } from "../../domain/dates.ts";
import type { InspectionState, IsoDate } from "../../domain/vocabulary.ts";

export const DESK_STAGES = ["late", "returned", "due_today", "due_soon", "begun"] as const;
/** `begun`: started, and due later than the reminders reach. */
export type DeskStage = (typeof DESK_STAGES)[number];

/** The stages that a morning message tells; what was begun early is on the desk, and no news. */
export const TOLD_STAGES = ["late", "returned", "due_today", "due_soon"] as const;
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
  const counts = { late: 0, returned: 0, due_today: 0, due_soon: 0, begun: 0 };
  for (const stage of stages) {
    counts[stage] += 1;
  }
  return counts;
}
