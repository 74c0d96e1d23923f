/** Whether the desk can do its work now: what the health address answers. */

import { loadHealth } from "./features/delivery/index.ts";
import { CannotStart } from "./open-parts.ts";
import type { Config } from "./platform/config/index.ts";
import { type Parts, systemContext } from "./platform/context.ts";
import { type Readiness, serveHealth } from "./platform/health-address.ts";
import { inTime } from "./platform/in-time.ts";

/** A database that does not answer a small question by then is out of reach. */
const PATIENCE_MS = 2_000;

/** Nothing listens unless the settings name a place. `hears`: whether Slack can reach the desk. */
export async function openHealth({ health }: Config, parts: Parts, hears: () => boolean): Promise<() => Promise<void>> {
  if (health === undefined) {
    return async () => undefined;
  }
  try {
    const address = await serveHealth(health, () => readiness(parts, hears));
    return address.close;
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? String(failure.code) : "unknown";
    throw new CannotStart((t) => t("start.cannot.health", { code }));
  }
}

/** Red where the database is out of reach, Slack reaches nobody here, or messages stand still (as `delivery` says it). */
async function readiness(parts: Parts, hears: () => boolean): Promise<Readiness> {
  const slack = hears() ? "ok" : "down";
  const delivery = await deliveryNow(parts);
  if (delivery === undefined) {
    return { isReady: false, parts: { database: "unreachable", slack, delivery: "unknown" } };
  }
  const { health, oldestSeconds = 0 } = delivery;
  return {
    isReady: slack === "ok" && health !== "red",
    parts: { database: "ok", slack, delivery: health, oldest_unsent_seconds: oldestSeconds },
  };
}

async function deliveryNow(parts: Parts): Promise<Awaited<ReturnType<typeof loadHealth>> | undefined> {
  try {
    const loaded = loadHealth(systemContext(parts));
    return (await inTime(loaded, PATIENCE_MS)) ? await loaded : undefined;
  } catch {
    return undefined;
  }
}
