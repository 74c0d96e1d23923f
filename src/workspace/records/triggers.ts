import { randomBytes } from "node:crypto";
import { SlackRefusal } from "../refusal.ts";
import type { World } from "../world.ts";

/** Slack: a trigger lives 3 seconds and works once. */
const triggerLifetimeMs = 3000;
/** Slack: a response URL works 5 times within 30 minutes. */
export const responseUrlUses = 5;
export const responseUrlLifetimeMs = 30 * 60 * 1000;

/** A new trigger for something this person has just done. */
export function issueTrigger(world: World, user: string): string {
  const id = `${Math.floor(world.now() / 1000)}.${world.triggers.size + 1}.${randomBytes(8).toString("hex")}`;
  world.triggers.set(id, { user, at: world.now(), used: false });
  return id;
}

/** Exchanges a trigger for its person. Refuses with invalid_trigger_id, exchanged_trigger_id, expired_trigger_id. */
export function exchangeTrigger(world: World, id: string): string {
  const trigger = world.triggers.get(id);
  if (!trigger) throw new SlackRefusal("invalid_trigger_id");
  if (trigger.used) throw new SlackRefusal("exchanged_trigger_id");
  if (world.now() - trigger.at > triggerLifetimeMs) throw new SlackRefusal("expired_trigger_id");
  trigger.used = true;
  return trigger.user;
}

/** A new response URL for a command or a click; `ts` is the message clicked, if there was one. */
export function issueResponseUrl(world: World, channel: string, user: string, ts?: string): string {
  const id = randomBytes(12).toString("hex");
  world.responseUrls.set(id, { channel, user, ts, at: world.now(), uses: 0 });
  return `${world.url}/response/${id}`;
}
