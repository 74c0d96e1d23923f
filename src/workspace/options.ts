import type { WorkspaceClockMove } from "./contract.ts";

export interface PersonSeed {
  id: string;
  name: string;
  realName: string;
  title: string;
  email: string;
  locale: string;
  timeZone: string;
  isBot?: boolean;
  deleted?: boolean;
}

interface ChannelSeed {
  id: string;
  name: string;
  members: string[];
  isPrivate?: boolean;
  isArchived?: boolean;
}

interface CommandSeed {
  command: string;
  usageHint: string;
  description: string;
}

/** An entry that the app adds to every message's menu. */
export interface ShortcutSeed {
  callbackId: string;
  name: string;
}

interface BotSeed {
  userId: string;
  botId: string;
  appId: string;
  name: string;
}

/** The business clock of the host, where the page may move it. */
export interface HostClock {
  now(): { iso: string; timeZone: string };
  move(to: WorkspaceClockMove): Promise<void>;
}

export interface WorkspaceOptions {
  /** Loopback port; 0 or absent takes a free one. */
  port?: number;
  people: PersonSeed[];
  channels: ChannelSeed[];
  commands: CommandSeed[];
  /** Message shortcuts of the app's manifest; none where it is left out. */
  shortcuts?: ShortcutSeed[];
  bot: BotSeed;
  /** All three must be of the local form, see `local-tokens.ts`. */
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** What the app was granted, as its manifest asks. Without it, every method may be called. */
  scopes?: readonly string[];
  /** The app's manifest as it is written, for the app's page. */
  manifest?: string;
  /** HTTP transport: where signed commands, interactions and events are posted. Socket Mode needs none. */
  requestUrl?: string;
  clock?: HostClock;
  /** How to begin, in plain lines, for the page; in the reader's language where it is asked with a locale. */
  welcome: string[] | ((locale: string) => string[]);
  /** Milliseconds since the epoch: triggers, response URLs, message timestamps. Default: Date.now. */
  machineNow?: () => number;
  /** Default 3,000 ms: Slack's limit for an acknowledgement. */
  ackTimeoutMs?: number;
  /** Waits before the three repetitions of an event. Default as Slack: nearly at once, 1 minute, 5 minutes. */
  eventRetryDelaysMs?: number[];
  /** Tells whether the app is still at work on something, such as a listener: the driver's steps then wait for it too. */
  hostBusy?: () => boolean;
  /** Where real credentials would stand; default: the environment of this process. */
  environment?: Record<string, string | undefined>;
}

export const team = { id: "T00LOCAL01", domain: "local-demonstration", name: "Local demonstration" } as const;
