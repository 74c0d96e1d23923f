/** The clean routine reports of one officer: what the button says, and what of the queue is shown for it. Pure. */
import type { QueueEntry } from "../../review-queue/index.ts";
import type { RoutineQueue } from "./routine-queue.ts";

const EVERYBODY = "list";

/** The value of the button that opens them. */
export const routineValue = (officerId: string | undefined): string => officerId ?? EVERYBODY;
export const officerOf = (value: string): string | undefined => (value === EVERYBODY ? undefined : value);

export function ofOfficer(queue: RoutineQueue, officerId: string | undefined): RoutineQueue {
  if (officerId === undefined) return queue;
  const isTheirs = ({ submittedById }: QueueEntry) => submittedById === officerId;
  return { ...queue, entries: queue.entries.filter(isTheirs), clean: queue.clean.filter(isTheirs) };
}
