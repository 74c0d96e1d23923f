/** Until when nothing is sent, or nothing edited, because Slack asked to wait or takes nothing: of this process. */
import type { Delivery } from "./deliver.ts";

type What = "send" | "edit";

const until = new WeakMap<Delivery, Map<What, number>>();

export function rest(delivery: Delivery, what: What, ms: number): void {
  const mine = until.get(delivery) ?? new Map<What, number>();
  mine.set(what, delivery.parts.clocks.machineNow().getTime() + ms);
  until.set(delivery, mine);
}

/** Milliseconds still to wait; 0 when it may go on. */
export function restLeft(delivery: Delivery, what: What): number {
  const end = until.get(delivery)?.get(what) ?? 0;
  return Math.max(end - delivery.parts.clocks.machineNow().getTime(), 0);
}
