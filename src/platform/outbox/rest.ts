/** Until when this process does not edit, look up, open a conversation, ask who wants quiet, or try an urgent message while the others wait. */
import type { Delivery } from "./delivery.ts";

type What = "edit" | "background_edit" | "look_up" | "open" | "probe" | "quiet" | "home";

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
