/** What Slack sends when a person acts, as far as we read it. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { spokenText } from "./spoken-text.ts";

const person = z.object({ id: z.string(), team_id: z.string().optional() });
const team = z.object({ id: z.string() }).nullish();
const values = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));

const view = z.object({
  id: z.string(),
  type: z.string().default("modal"),
  hash: z.string(),
  callback_id: z.string().default(""),
  private_metadata: z.string().default(""),
  root_view_id: z.string().nullish(),
  previous_view_id: z.string().nullish(),
  state: z.object({ values }).nullish(),
});

const action = z.looseObject({
  action_id: z.string(),
  block_id: z.string().default(""),
  action_ts: z.string().default(""),
  type: z.string().default(""),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** A menu of buttons: the chosen entry's value is `ACTION VALUE`, and it is heard as if that button had been pressed. */
export const MENU = "menu";

export const clickPayload = z.object({
  user: person,
  team,
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: z.string() }).nullish(),
  view: view.nullish(),
  actions: z.array(action).min(1),
});

export const viewPayload = z.object({
  user: person,
  team,
  trigger_id: z.string().optional(),
  view,
});

export const commandPayload = z.object({
  command: z.string(),
  text: z.string().default(""),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

export const shortcutPayload = z.object({
  callback_id: z.string(),
  user: person,
  team,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  message: z.object({ text: z.string().default("") }),
});

export type ViewState = z.infer<typeof values>;
export type ActionElement = z.infer<typeof action>;

/** Who acted, by team id and user id only: names are not identities. */
export interface SlackUser {
  readonly teamId: string;
  readonly userId: string;
}

export interface OpenView {
  readonly id: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly metadata: string;
  readonly values: ViewState;
  /** Two modals lie below: Slack takes no more on top. */
  readonly isThird?: boolean;
}

export interface Click {
  readonly user: SlackUser;
  /** Listener id, without the place that makes it unique in its block. */
  readonly action: string;
  readonly element: ActionElement;
  /** The button's value, or what was chosen of a menu; empty where the element has none. */
  readonly value: string;
  readonly triggerId: string | undefined;
  readonly message: { readonly channelId: string; readonly ts: string } | undefined;
  /** The modal it was pressed in; the Home tab is none. */
  readonly view: OpenView | undefined;
  readonly inHome?: boolean;
  /** Answers what only this person sees, wherever it was pressed: five times within 30 minutes. */
  readonly responseUrl?: string | undefined;
}

export interface Submission {
  readonly user: SlackUser;
  readonly triggerId: string | undefined;
  readonly view: OpenView;
}

/** An entry of a message's menu: on any message, of anybody, wherever the person reads it. */
export interface MessageShortcut {
  readonly user: SlackUser;
  readonly id: string;
  readonly triggerId: string;
  readonly responseUrl: string | undefined;
  /** What the message says, as people read it. */
  readonly text: string;
}

export function readShortcut(body: unknown): MessageShortcut {
  const { callback_id, trigger_id, response_url, message, ...payload } = shortcutPayload.parse(body);
  return {
    user: slackUser(payload),
    id: callback_id,
    triggerId: trigger_id,
    responseUrl: response_url,
    text: spokenText(message.text),
  };
}

export function readClick(body: unknown): { click: Click; key: string } {
  const payload = clickPayload.parse(body);
  const element = payload.actions[0] ?? { action_id: "", block_id: "", action_ts: "", type: "" };
  const message =
    payload.message != null && payload.channel != null
      ? { channelId: payload.channel.id, ts: payload.message.ts }
      : undefined;
  const isModal = payload.view != null && payload.view.type !== "home";
  const click: Click = {
    user: slackUser(payload),
    ...pressed(element),
    element,
    triggerId: payload.trigger_id,
    message,
    view: isModal && payload.view != null ? openView(payload.view) : undefined,
    inHome: payload.view?.type === "home",
    responseUrl: payload.response_url,
  };
  const place = message === undefined ? (payload.view?.id ?? "") : `${message.channelId}.${message.ts}`;
  return { click, key: `click:${click.user.userId}:${place}:${element.action_id}:${element.action_ts}` };
}

/** The key of a submission is view id, hash and its values: a corrected one differs, a repeated one does not. */
export function readSubmission(body: unknown): { submission: Submission; key: string } {
  const payload = viewPayload.parse(body);
  const submission = { user: slackUser(payload), triggerId: payload.trigger_id, view: openView(payload.view) };
  const digest = createHash("sha256").update(JSON.stringify(submission.view.values)).digest("hex");
  return { submission, key: `submission:${submission.view.id}:${submission.view.hash}:${digest}` };
}

function pressed({ action_id, value, selected_option }: ActionElement): Pick<Click, "action" | "value"> {
  const action = listenerId(action_id);
  if (action !== MENU) return { action, value: value ?? selected_option?.value ?? "" };
  const [chosen = "", ...rest] = (selected_option?.value ?? "").split(" ");
  return { action: chosen, value: rest.join(" ") };
}

/** `reviews.approve#3.1` is heard by the listener `reviews.approve`. */
export function listenerId(actionId: string): string {
  return actionId.split("#", 1)[0] ?? "";
}

function slackUser(payload: { user: z.infer<typeof person>; team?: z.infer<typeof team> }): SlackUser {
  return { teamId: payload.team?.id ?? payload.user.team_id ?? "", userId: payload.user.id };
}

function openView(payload: z.infer<typeof view>): OpenView {
  return {
    id: payload.id,
    hash: payload.hash,
    callbackId: payload.callback_id,
    metadata: payload.private_metadata,
    values: payload.state?.values ?? {},
    isThird: payload.previous_view_id != null && payload.previous_view_id !== payload.root_view_id,
  };
}
