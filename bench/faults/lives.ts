/** Several misfortunes in one life, far enough apart that each can be told from the others. */
import type { FaultClass, Point, RunPlan } from "./plan.ts";

/**
 * The moments at which a life of each kind may be struck, in their order. Of the points of one moment only one is: what is told
 * at the second is told already when the desk has recovered from the first.
 */
const MOMENTS: Readonly<Record<LifeKind, readonly (readonly Point[])[]>> = {
  report: [["morning"], ["submission", "request"], ["approval", "notice"]],
  mornings: [["morning"], ["next_morning"]],
};

export type LifeKind = "report" | "mornings";

export interface LifePlan {
  readonly kind: LifeKind;
  /** In the order in which they strike. */
  readonly strikes: readonly RunPlan[];
}

/** What they leave behind would spoil another's trial: a person is gone, or the desk ticks by itself. */
const ALONE: readonly FaultClass[] = ["deactivated", "stalled"];

/** Every run has its place in one life. */
export function livesOf(plans: readonly RunPlan[]): LifePlan[] {
  const lives: Draft[] = [];
  let open: Draft[] = [];
  for (const plan of plans) {
    let life = open.find((one) => fits(one, plan));
    if (life === undefined) {
      life = { kind: kindFor(plan), strikes: [] };
      lives.push(life);
      open.push(life);
    }
    life.strikes.push(plan);
    open = open.filter((one) => !isFull(one));
  }
  return lives.map(({ kind, strikes }) => ({
    kind,
    strikes: strikes.toSorted((one, other) => momentOf(kind, one) - momentOf(kind, other)),
  }));
}

interface Draft {
  readonly kind: LifeKind;
  readonly strikes: RunPlan[];
}

function kindFor({ point }: RunPlan): LifeKind {
  return point === "next_morning" ? "mornings" : "report";
}

function momentOf(kind: LifeKind, { point }: RunPlan): number {
  return MOMENTS[kind].findIndex((points) => points.includes(point));
}

function fits({ kind, strikes }: Draft, plan: RunPlan): boolean {
  const moment = momentOf(kind, plan);
  return (
    moment >= 0 &&
    !ALONE.includes(plan.fault.class) &&
    strikes.every((one) => momentOf(kind, one) !== moment && !(takesHours(one) && takesHours(plan)))
  );
}

function isFull({ kind, strikes }: Draft): boolean {
  return strikes.length === MOMENTS[kind].length || strikes.some(({ fault }) => ALONE.includes(fault.class));
}

/** Two waits of hours would outlast the working day. */
function takesHours({ fault }: RunPlan): boolean {
  return "seconds" in fault;
}
