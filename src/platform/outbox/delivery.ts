/** What sending, editing and looking up share. */
import { createHmac } from "node:crypto";
import type { WebClient } from "@slack/web-api";
import { type SendLimits, SLACK_LIMITS } from "../../domain/send-pace.ts";
import type { Context, Parts } from "../context.ts";
import { Flights } from "./flights.ts";
import { QuietTimes } from "./quiet.ts";
import type { Renderers } from "./renderers.ts";

export const PROMISE_EVENT = "afterloan_promise";

interface DeliverySettings {
  readonly parts: Parts;
  readonly client: WebClient;
  readonly renderers: Renderers;
  readonly worker: string;
  /** The reader's context: their language and rights. Nothing where the person has left. */
  contextOf(personId: string): Promise<Context | undefined>;
  /** Who reads a person's messages where they cannot be reached: whoever stands in today, else the manager. */
  inPlaceOf(ctx: Context, personId: string): Promise<readonly string[]>;
  /** Until when a message that was due at `dueAt` waits for the end of its reader's Do Not Disturb. */
  latestForQuiet(ctx: Context, personId: string, dueAt: Date): Promise<Date>;
  /** Key of the hash in a message's metadata, so that a look-up finds it and nobody can read it. */
  readonly metadataSecret: string;
}

export interface Delivery extends DeliverySettings {
  readonly limits: SendLimits;
  readonly flights: Flights;
  readonly quiet: QuietTimes;
}

export function createDelivery(settings: DeliverySettings & { readonly limits?: SendLimits }): Delivery {
  return { ...settings, limits: settings.limits ?? SLACK_LIMITS, flights: new Flights(), quiet: new QuietTimes() };
}

/** What a message's metadata carry: the same for the same promise, also after a restore, and nothing that can be read. */
export function promiseHash(delivery: Delivery, key: string): string {
  return createHmac("sha256", delivery.metadataSecret).update(key).digest("hex");
}
