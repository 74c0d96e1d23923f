/** The end of a process: nothing new is claimed, and what is in the air lands, or is uncertain and looked up by the next one. */
import { inTime } from "../in-time.ts";
import type { Delivery } from "./delivery.ts";
import { LOOK_UP_AFTER_MS, leaseFor, settle } from "./settle.ts";

/** Answers how many had to be left uncertain. */
export async function landAll(delivery: Delivery, withinMs: number): Promise<number> {
  await inTime(delivery.flights.stop(), withinMs);
  const inTheAir = delivery.flights.rows;
  for (const row of inTheAir) {
    await settle(delivery, row, {
      state: "uncertain",
      failure: "stopped",
      ...leaseFor(delivery, LOOK_UP_AFTER_MS),
    });
  }
  return inTheAir.length;
}
