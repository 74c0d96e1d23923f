/** Whether the desk can do its work now: what the health address answers. */

import { inspectSchema } from "../prisma/migrate.ts";
import { loadHealth } from "./features/delivery/index.ts";
import { CannotStart } from "./open-parts.ts";
import type { Config } from "./platform/config/index.ts";
import { type Parts, systemContext } from "./platform/context.ts";
import { type Readiness, serveHealth } from "./platform/health-address.ts";
import { inTime } from "./platform/in-time.ts";
import type { Pulse } from "./platform/pulse.ts";

/** A database that does not answer a small question by then is out of reach. */
const PATIENCE_MS = 2_000;
/** Schema and token change seldom, and asking for them is not small. */
const REMEMBERED_MS = 60_000;
const MINUTE_MS = 60_000;

/** What ticks every few seconds, and by when the slowest of it has come to its end again. */
const TICK = { messages: 2 * MINUTE_MS };
/** A full cycle: said, sent, corrected, looked up, and looked over by the watchdog. */
const CYCLE = {
  mornings: 10 * MINUTE_MS,
  messages: 2 * MINUTE_MS,
  edits: 2 * MINUTE_MS,
  uncertain: 2 * MINUTE_MS,
  handovers: 10 * MINUTE_MS,
  watchdog: 15 * MINUTE_MS,
};

export type TokenState = "ok" | "refused" | "unknown";

export interface HealthSources {
  readonly parts: Parts;
  /** Whether Slack can reach the desk. */
  readonly hears: () => boolean;
  /** Whether Slack takes our token. */
  readonly token: () => Promise<TokenState>;
  readonly pulse: Pulse;
}

/** Nothing listens unless the settings name a place. */
export async function openHealth(config: Config, sources: HealthSources): Promise<() => Promise<void>> {
  if (config.health === undefined) {
    return async () => undefined;
  }
  const schema = remembered(() => schemaState(config.databaseUrl));
  const token = remembered(sources.token);
  try {
    const ready = () => readiness({ ...sources, token }, schema);
    const address = await serveHealth(config.health, { ready, engine: async () => engine(sources.pulse) });
    return address.close;
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? String(failure.code) : "unknown";
    throw new CannotStart((t) => t("start.cannot.health", { code }));
  }
}

/** What was well is believed for a while; what was not is asked again. */
function remembered<T extends string>(ask: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly state: T } | undefined;
  return async () => {
    if (last === undefined || last.state !== "ok" || performance.now() - last.at > REMEMBERED_MS) {
      last = { at: performance.now(), state: await ask() };
    }
    return last.state;
  };
}

type SchemaState = "ok" | "pending" | "newer" | "guards_missing" | "unknown";

async function schemaState(url: string): Promise<SchemaState> {
  try {
    const { pending, unknown, missingGuards } = await inspectSchema(url);
    if (pending.length > 0) return "pending";
    if (unknown.length > 0) return "newer";
    return missingGuards.length > 0 ? "guards_missing" : "ok";
  } catch {
    return "unknown";
  }
}

/**
 * Red where the database is out of reach or not as this release expects it, Slack reaches nobody here or refuses the token, the
 * tick stands still, or messages do (as `delivery` says it).
 */
async function readiness(
  { parts, hears, token: ask, pulse }: HealthSources,
  askSchema: () => Promise<SchemaState>,
): Promise<Readiness> {
  const slack = hears() ? "ok" : "down";
  const tick = pulse.late(TICK).length === 0 ? "ok" : "stopped";
  const delivery = await deliveryNow(parts);
  if (delivery === undefined) {
    return { isReady: false, parts: { database: "unreachable", slack, tick, delivery: "unknown" } };
  }
  const schema = await askSchema();
  const token = await ask();
  const { health, oldestSeconds = 0 } = delivery;
  return {
    isReady: slack === "ok" && tick === "ok" && schema === "ok" && token !== "refused" && health !== "red",
    parts: { database: "ok", schema, token, slack, tick, delivery: health, oldest_unsent_seconds: oldestSeconds },
  };
}

/** Green from the first full cycle of this process on, as long as every part of it comes to its end again in time. */
function engine(pulse: Pulse): Readiness {
  const waiting = pulse.waitingFor(Object.keys(CYCLE));
  const late = pulse.late(CYCLE);
  return {
    isReady: waiting.length === 0 && late.length === 0,
    parts: { waiting_for: waiting.join(" "), late: late.join(" ") },
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
