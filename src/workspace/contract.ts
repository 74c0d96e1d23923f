/**
 * What the page and the server of the local workspace say to each other, beside Slack's own protocol.
 * The page loads a snapshot for the person it acts as, listens to /_local/feed (server-sent events; each event only says
 * "changed"), loads the snapshot again, and posts what the person does.
 */

/** Block Kit as Slack defines it; the page draws it, the server checks it. */
export type SlackBlock = { type: string; block_id?: string; [key: string]: unknown };

export interface WorkspacePerson {
  id: string;
  name: string;
  realName: string;
  title: string;
  email: string;
  locale: string;
  timeZone: string;
  /** Does not want to be disturbed now. */
  quiet: boolean;
}

export interface WorkspaceFile {
  id: string;
  name: string;
  mimetype: string;
  size: number;
  /** Path below the workspace's own address. */
  url: string;
}

export interface WorkspaceMessage {
  channel: string;
  ts: string;
  threadTs?: string;
  /** Milliseconds of the business clock, where there is one: `ts` is of the machine's, which nobody moves. */
  saidAt?: number;
  /** User id, or the bot's user id. */
  author: string;
  text: string;
  blocks: SlackBlock[];
  files: WorkspaceFile[];
  /** Only the person named sees it, until the page is loaded anew. */
  ephemeralFor?: string;
  replyCount: number;
}

export interface WorkspaceView {
  id: string;
  hash: string;
  type: "modal" | "home";
  title: string;
  submit?: string;
  close?: string;
  notifyOnClose: boolean;
  blocks: SlackBlock[];
  /** Block id to message: the answer `response_action: errors`. */
  errors: Record<string, string>;
  /** Values by block id and action id, as `view.state.values` holds them: what was dispatched, or initial values. */
  values: Record<string, Record<string, unknown>>;
}

export interface WorkspaceConversation {
  id: string;
  kind: "im" | "channel";
  /** Channel name, or the other person's name. */
  name: string;
  members: string[];
  unread: number;
  messages: WorkspaceMessage[];
}

export interface WorkspaceSnapshot {
  version: number;
  me: WorkspacePerson;
  people: WorkspacePerson[];
  bot: { userId: string; name: string };
  conversations: WorkspaceConversation[];
  home: WorkspaceView | null;
  /** The stack of open modals of this person, the top one last. */
  modals: WorkspaceView[];
  commands: { command: string; usageHint: string; description: string }[];
  /** What the app adds to a message's menu. */
  shortcuts: { callbackId: string; name: string }[];
  /** Present where the host of the workspace lets the page move the business clock. */
  clock: { now: string; timeZone: string } | null;
  /** What went wrong with the last thing the person did, as Slack would word it. */
  notice: string | null;
  /** How to begin, told by the host (plain text lines). */
  welcome: string[];
}

/** POST /_local/act, `as` is a user id. Answers `{ ok: true, notice? }` or `{ ok: false, error }` in words for the person. */
export type WorkspaceAct =
  | { as: string; kind: "open_home" }
  | { as: string; kind: "read"; channel: string }
  /** Wants quiet for so many minutes from now; 0 ends it. */
  | { as: string; kind: "do_not_disturb"; minutes: number }
  | { as: string; kind: "say"; channel: string; text: string; threadTs?: string }
  | { as: string; kind: "command"; channel: string; command: string; text: string }
  | {
      as: string;
      kind: "block_action";
      where: { message: { channel: string; ts: string } } | { view: string };
      blockId: string;
      actionId: string;
      /** The element's value as Slack's payload carries it (`value`, `selected_option`, `selected_date` ...). */
      payload: Record<string, unknown>;
      /** Every input's present value in that view, which Slack sends along as `view.state.values`. */
      values?: Record<string, Record<string, unknown>>;
    }
  | { as: string; kind: "message_shortcut"; channel: string; ts: string; callbackId: string }
  | { as: string; kind: "submit"; view: string; values: Record<string, Record<string, unknown>> }
  | { as: string; kind: "close"; view: string; clearAll: boolean }
  | { as: string; kind: "options"; view: string; blockId: string; actionId: string; query: string };

/** POST /_local/upload?as=U…&name=… with the raw bytes; answers `{ ok: true, file: WorkspaceFile }`. */
/** POST /_local/clock `{ to: "next_morning" } | { to: "date", date: "YYYY-MM-DD", time?: "HH:MM" }`; answers `{ ok, now }`. */
export type WorkspaceClockMove = { to: "next_morning" } | { to: "date"; date: string; time?: string };

/** What POST /_local/act answers. `options` or `option_groups` come only for the act `options`, as the app gave them. */
export type WorkspaceActAnswer =
  | { ok: true; notice?: string; options?: Record<string, unknown>[]; option_groups?: Record<string, unknown>[] }
  | { ok: false; error: string };
