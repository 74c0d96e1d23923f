/**
 * Two clients: one for people who wait, one for the queue. A rate limit on the queue never delays a modal, and neither
 * repeats a call by itself: the SDK's own retries post twice when a reply is lost.
 */
import { LogLevel, WebClient, type WebClientOptions } from "@slack/web-api";
import { DIRECT, remember, type WayOut } from "./way-out.ts";

export interface SlackClients {
  /** Modals, answers to a person who is looking. */
  readonly people: WebClient;
  /** What the outbox sends and edits. */
  readonly queue: WebClient;
}

const PEOPLE_TIMEOUT_MS = 2_000;
export const QUEUE_TIMEOUT_MS = 10_000;

export function createSlackClients(botToken: string, apiUrl: string | undefined, way: WayOut = DIRECT): SlackClients {
  const client = (timeoutMs: number) => remember(new WebClient(botToken, clientOptions(apiUrl, timeoutMs, way)), way);
  return { people: client(PEOPLE_TIMEOUT_MS), queue: client(QUEUE_TIMEOUT_MS) };
}

export function clientOptions(apiUrl: string | undefined, timeoutMs: number, { proxied }: WayOut): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    ...(proxied === undefined ? {} : { fetch: proxied.fetch }),
  };
}
