import type { Json } from "../json.ts";
import { SlackRefusal } from "../refusal.ts";
import { textArg } from "./call.ts";

/**
 * What a bot token must have been granted for a method, as docs.slack.dev/reference/methods/METHOD says under "Scopes"
 * (read November 2026). None: the token alone is enough. Several: by the kind of conversation, in the order im, channel.
 */
export const SCOPES_OF_METHODS: Readonly<Record<string, readonly string[]>> = {
  "api.test": [],
  // The app-level token's connections:write is no scope of the bot.
  "apps.connections.open": [],
  "auth.test": [],
  "bots.info": ["users:read"],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": ["im:history", "channels:history"],
  "conversations.info": ["im:read", "channels:read"],
  "conversations.join": ["channels:join"],
  "conversations.list": ["channels:read"],
  "conversations.members": ["im:read", "channels:read"],
  "conversations.open": ["im:write"],
  "conversations.replies": ["im:history", "channels:history"],
  "dnd.info": ["dnd:read"],
  "dnd.teamInfo": ["dnd:read"],
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.info": ["files:read"],
  "team.info": ["team:read"],
  "users.conversations": ["channels:read"],
  "users.getPresence": ["users:read"],
  "users.info": ["users:read"],
  "users.list": ["users:read"],
  "users.lookupByEmail": ["users:read.email"],
  "views.open": [],
  "views.publish": [],
  "views.push": [],
  "views.update": [],
};

/** Throws Slack's refusal where the app was not granted what the method needs. Nobody said what was granted: anything goes. */
export function refuseUngranted(granted: readonly string[] | undefined, method: string, args: Json): void {
  const needed = neededFor(method, args);
  if (granted !== undefined && needed !== undefined && !granted.includes(needed)) {
    throw new SlackRefusal("missing_scope", { needed, provided: granted.join(",") });
  }
}

function neededFor(method: string, args: Json): string | undefined {
  const [first, second] = SCOPES_OF_METHODS[method] ?? [];
  return second !== undefined && textArg(args, "channel").startsWith("C") ? second : first;
}
