import { type Activity, createActivity } from "./activity.ts";
import type { SlackBlock } from "./contract.ts";
import { createFaults, type Faults } from "./faults.ts";
import type { Json } from "./json.ts";
import type { PersonSeed, WorkspaceOptions } from "./options.ts";

export interface Person extends PersonSeed {
  deleted: boolean;
  isBot: boolean;
  updated: number;
  /** Milliseconds of the machine clock: when they do not want to be disturbed. */
  quiet?: { from: number; until: number } | undefined;
}

export interface Message {
  channel: string;
  ts: string;
  threadTs?: string;
  /** User id of the person or of the bot. */
  author: string;
  text: string;
  blocks: SlackBlock[];
  attachments: Json[];
  metadata?: Json;
  files: string[];
  ephemeralFor?: string;
  /** Milliseconds of the business clock; `ts` is of the machine's. */
  saidAt?: number;
  editedTs?: string;
  reactions: { name: string; users: string[] }[];
}

export interface Conversation {
  id: string;
  kind: "im" | "channel";
  name: string;
  members: string[];
  isPrivate: boolean;
  isArchived: boolean;
  messages: Message[];
  /** Per person: the ts up to which they have read. */
  readUpTo: Map<string, string>;
}

export type ViewValues = Record<string, Record<string, unknown>>;

export interface View {
  id: string;
  hash: string;
  type: "modal" | "home";
  owner: string;
  callbackId: string;
  title: Json;
  submit: Json | null;
  close: Json | null;
  blocks: SlackBlock[];
  privateMetadata: string;
  externalId: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  rootId: string;
  previousId: string | null;
  errors: Record<string, string>;
  /** What Slack knows: initial values and what was dispatched or submitted. */
  values: ViewValues;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  bytes: Buffer;
  owner: string;
  created: number;
  channels: string[];
}

/** A post, edit or deletion that the workspace carried out: the oracle of delivery tests. */
export interface AcceptedCall {
  method: string;
  channel: string;
  ts: string;
  text: string;
  blocks: SlackBlock[];
  metadata?: Json;
  threadTs?: string;
  ephemeralFor?: string;
  /** Milliseconds of the machine clock. */
  at: number;
}

/** A call that was refused the way Slack refuses it. */
export interface RefusedCall {
  method: string;
  error: string;
  messages: string[];
}

/** Everything the workspace knows; one per server, in memory. */
export interface World {
  options: WorkspaceOptions;
  /** Set once the server listens; no slash at the end. */
  url: string;
  people: Map<string, Person>;
  conversations: Map<string, Conversation>;
  views: Map<string, View>;
  /** Per person: ids of open modals, the top one last. */
  stacks: Map<string, string[]>;
  homes: Map<string, View>;
  files: Map<string, StoredFile>;
  triggers: Map<string, { user: string; at: number; used: boolean }>;
  responseUrls: Map<string, { channel: string; user: string; ts?: string; at: number; uses: number }>;
  notices: Map<string, string>;
  /** What a person has set in the menus of a message, by `channel:ts:user`. */
  messageValues: Map<string, ViewValues>;
  accepted: AcceptedCall[];
  refused: RefusedCall[];
  calls: string[];
  faults: Faults;
  activity: Activity;
  now(): number;
  /** A readable id, unique in this workspace: `V0001`, `F0002`. */
  nextId(letter: string): string;
  /** A message timestamp, `seconds.micros`, strictly increasing. */
  nextTs(): string;
  readonly version: number;
  /** Says that something visible has changed. */
  changed(): void;
  /** Calls back after each change; the answer stops it. */
  watch(listener: () => void): () => void;
}

function createTimestamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(Math.floor(now()) * 1000, last + 1);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, "0")}`;
  };
}

function createCounter(): (letter: string) => string {
  const counts = new Map<string, number>();
  return (letter) => {
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    return `${letter}${String(count).padStart(6, "0")}`;
  };
}

/** An empty world with the people and channels of the options; the bot is one of the people. */
export function createWorld(options: WorkspaceOptions): World {
  const now = options.machineNow ?? Date.now;
  const watchers = new Set<() => void>();
  let version = 1;
  const { bot } = options;
  const botPerson: PersonSeed = {
    id: bot.userId,
    name: bot.name.toLowerCase().replaceAll(/[^a-z0-9_-]+/g, "-"),
    realName: bot.name,
    title: "",
    email: "",
    locale: "en-US",
    timeZone: "Etc/UTC",
    isBot: true,
  };
  const people = [...options.people, botPerson].map((seed): [string, Person] => [
    seed.id,
    { ...seed, deleted: seed.deleted ?? false, isBot: seed.isBot ?? false, updated: Math.floor(now() / 1000) },
  ]);
  const channels = options.channels.map((seed): [string, Conversation] => [
    seed.id,
    {
      id: seed.id,
      kind: "channel",
      name: seed.name,
      members: [...seed.members],
      isPrivate: seed.isPrivate ?? false,
      isArchived: seed.isArchived ?? false,
      messages: [],
      readUpTo: new Map(),
    },
  ]);
  return {
    options,
    url: "",
    people: new Map(people),
    conversations: new Map(channels),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    files: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    notices: new Map(),
    messageValues: new Map(),
    accepted: [],
    refused: [],
    calls: [],
    faults: createFaults(),
    activity: createActivity(options.hostBusy),
    now,
    nextId: createCounter(),
    nextTs: createTimestamps(now),
    get version() {
      return version;
    },
    changed() {
      version += 1;
      for (const watcher of [...watchers]) watcher();
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };
}
