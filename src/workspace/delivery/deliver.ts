import { randomBytes } from "node:crypto";
import type { Json } from "../json.ts";
import { team } from "../options.ts";
import type { World } from "../world.ts";
import { createHttpTransport, noRetry } from "./http-transport.ts";
import type { SocketTransport } from "./socket-transport.ts";
import type { Parcel, Receipt } from "./transport.ts";

export interface Delivery {
  /** Sends a command, a click or a submission: once, never repeated. */
  once(kind: "slash_commands" | "interactive", payload: Json): Promise<Receipt>;
  /** Sends an event; it is repeated when it is not acknowledged. Resolves after the first attempt. */
  event(event: Json): Promise<void>;
  setRequestUrl(url: string | undefined): void;
  /** Stops repetitions that still wait. */
  stop(): void;
}

/** Slack repeats an event nearly at once, after a minute and after five. */
const slackRetryDelaysMs = [1000, 60_000, 300_000];

function envelope(world: World, event: Json): Json {
  const { bot } = world.options;
  const at = world.now();
  return {
    token: "local",
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event: { event_ts: (at / 1000).toFixed(6), ...event },
    type: "event_callback",
    event_id: `Ev${randomBytes(6).toString("hex").toUpperCase()}`,
    event_time: Math.floor(at / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

/** The way to the app: an open Socket Mode connection where there is one, else the request URL. */
export function createDelivery(world: World, sockets: SocketTransport): Delivery {
  let requestUrl = world.options.requestUrl;
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const http = createHttpTransport(world, () => requestUrl);
  const timeoutMs = world.options.ackTimeoutMs ?? 3000;
  const delays = world.options.eventRetryDelaysMs ?? slackRetryDelaysMs;

  const send = async (parcel: Parcel): Promise<Receipt> => {
    const transport = sockets.ready ? sockets : http;
    if (!transport.ready) return { acknowledged: false, reason: "not_connected" };
    const over = world.activity.begin();
    try {
      return await transport.send(parcel, timeoutMs);
    } finally {
      over();
    }
  };
  const attempt = async (payload: Json, num: number, reason: string): Promise<void> => {
    if (stopped) return;
    const receipt = await send({ kind: "events_api", payload, retry: num > 0 ? { num, reason } : undefined });
    const delay = delays[num];
    if (receipt.acknowledged || receipt.reason === noRetry || delay === undefined || stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(payload, num + 1, receipt.reason);
    }, delay).unref();
    timers.add(timer);
  };

  return {
    once: (kind, payload) => send({ kind, payload }),
    async event(event) {
      const payload = envelope(world, event);
      await attempt(payload, 0, "");
      const channel = typeof event.channel === "string" ? [event.channel] : [];
      const fault = world.faults.take(String(event.type), channel, "duplicate_event");
      if (fault) await send({ kind: "events_api", payload, retry: { num: 1, reason: "http_timeout" } });
    },
    setRequestUrl(url) {
      requestUrl = url;
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
