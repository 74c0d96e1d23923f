/** The house's rules for manifest.yml: Slack's limits, and what the code really uses. */
import ts from "typescript";
import { z } from "zod";
import { SCOPES_OF_METHODS } from "../../src/workspace/web-api/scopes.ts";
import { slackCalls, UNREADABLE } from "./slack-calls.ts";
import { callsBelow, dotted, nodesBelow, place, type Source } from "./source.ts";

const address = z.url().optional();
const command = z.strictObject({
  command: z
    .string()
    .regex(/^\/[a-z0-9_-]+$/)
    .max(32),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000).optional(),
  should_escape: z.boolean().optional(),
  url: address,
});

const shortcut = z.strictObject({
  name: z.string().min(1).max(24),
  type: z.literal("message"),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
});

/** Sizes of Slack's manifest, version 2; what we do not use is not known here and therefore refused. */
const shape = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z.array(command).min(1).max(50),
    shortcuts: z.array(shortcut).max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).min(1).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100), request_url: address }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: address,
      message_menu_options_url: address,
    }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});
type Manifest = z.infer<typeof shape>;

const SCOPES_OF_EVENTS: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  user_change: ["users:read"],
};

export interface Used {
  readonly methods: ReadonlyMap<string, string>;
  readonly events: readonly string[];
  readonly hearsCommands: boolean;
  /** Somebody reads `profile.email` of what Slack tells. */
  readonly readsEmail: boolean;
}

/** What the source calls and hears, with the place of each method. */
export function usedBy(all: readonly Source[]): Used {
  const methods = all.flatMap((source) =>
    slackCalls(source.tree).map(({ method, call }): [string, string] => [method, place(source, call)]),
  );
  const heard = all
    .filter(({ path }) => path.startsWith("src/platform/slack/"))
    .flatMap(({ tree }) => callsBelow(tree))
    .filter(({ expression }) => /(^|\.)bolt\.\w+$/.test(dotted(expression) ?? ""));
  return {
    methods: new Map(methods),
    events: heard
      .filter(({ expression }) => dotted(expression)?.endsWith(".event"))
      .flatMap(({ arguments: [name] }) =>
        name !== undefined && ts.isStringLiteral(name) ? [name.text] : [UNREADABLE],
      ),
    hearsCommands: heard.some(({ expression }) => dotted(expression)?.endsWith(".command")),
    readsEmail: all
      .flatMap(({ tree }) => nodesBelow(tree))
      .some((node) => ts.isPropertyAccessExpression(node) && dotted(node)?.endsWith("profile.email") === true),
  };
}

/** Everything that is wrong with the manifest, in words; empty when it may go to Slack. */
export function manifestProblems(text: unknown, used: Used): string[] {
  const read = shape.safeParse(text);
  return read.success
    ? [...scopeProblems(read.data, used), ...eventProblems(read.data, used), ...transportProblems(read.data)]
    : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

function scopeProblems({ oauth_config: { scopes }, features }: Manifest, used: Used): string[] {
  const needed = new Map<string, string>([
    ...[...used.methods].flatMap(([method, at]) =>
      (SCOPES_OF_METHODS[method] ?? []).slice(0, 1).map((scope): [string, string] => [scope, `${method} (${at})`]),
    ),
    ...used.events.flatMap((event) =>
      (SCOPES_OF_EVENTS[event] ?? []).map((scope): [string, string] => [scope, `the event ${event}`]),
    ),
    ...(used.hearsCommands ? ([["commands", features.slash_commands[0]?.command ?? ""]] as const) : []),
    ...(used.readsEmail ? ([["users:read.email", "profile.email"]] as const) : []),
  ]);
  const unknown = [...used.methods].filter(([method]) => SCOPES_OF_METHODS[method] === undefined);
  return [
    ...unknown.map(([method, at]) => `${method} (${at}): its scopes are not in the table of this check`),
    ...[...needed]
      .filter(([scope]) => !scopes.bot.includes(scope))
      .map(([scope, by]) => `${by} needs the scope ${scope}`),
    ...scopes.bot.filter((scope) => !needed.has(scope)).map((scope) => `nothing uses the scope ${scope}`),
    ...repeated(scopes.bot).map((scope) => `the scope ${scope} stands twice`),
  ];
}

function eventProblems({ settings, features }: Manifest, used: Used): string[] {
  const declared = settings.event_subscriptions.bot_events;
  return [
    ...used.events
      .filter((event) => !declared.includes(event))
      .map((event) => `the event ${event} is heard, not declared`),
    ...declared.filter((event) => !used.events.includes(event)).map((event) => `nobody hears the event ${event}`),
    ...repeated(declared).map((event) => `the event ${event} stands twice`),
    ...features.slash_commands
      .filter(({ command }) => command !== "/postloan")
      .map(({ command }) => `nobody answers the command ${command}`),
    ...(used.hearsCommands ? [] : ["no command is heard"]),
  ];
}

/** Socket Mode needs no address; HTTP needs the same one at every place. */
function transportProblems({ settings, features }: Manifest): string[] {
  const addresses = [
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    settings.interactivity.message_menu_options_url,
    ...features.slash_commands.map(({ url }) => url),
  ];
  if (settings.socket_mode_enabled) {
    return addresses.some((one) => one !== undefined) ? ["Socket Mode is on, and an address is given too"] : [];
  }
  const told = new Set(addresses);
  return told.size === 1 && !told.has(undefined) ? [] : ["over HTTP every address must be given, and be the same"];
}

function repeated(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}
