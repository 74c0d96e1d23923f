/**
 * Two clients: one for people who wait, one for the queue. A rate limit on the queue never delays a modal, and neither
 * repeats a call by itself: the SDK's own retries post twice when a reply is lost.
 */
import { LogLevel, WebClient, type WebClientOptions } from "@slack/web-api";

export interface SlackClients {
  /** Modals, answers to a person who is looking. */
  readonly people: WebClient;
  /** What the outbox sends and edits. */
  readonly queue: WebClient;
}

const PEOPLE_TIMEOUT_MS = 2_000;
export const QUEUE_TIMEOUT_MS = 10_000;

export function createSlackClients(botToken: string, apiUrl: string | undefined): SlackClients {
  return {
    people: new WebClient(botToken, clientOptions(apiUrl, PEOPLE_TIMEOUT_MS)),
    queue: new WebClient(botToken, clientOptions(apiUrl, QUEUE_TIMEOUT_MS)),
  };
}

export function clientOptions(apiUrl: string | undefined, timeoutMs: number): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}
