import type { Json } from "../json.ts";
import { team } from "../options.ts";
import { directMessage, imPartner, slackConversation } from "../records/conversations.ts";
import { personOf, slackUser } from "../records/people.ts";
import { SlackRefusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { type ApiMethods, flagArg, pageOf, requiredArg, textArg } from "./call.ts";

/** The window that runs or comes next. What a person snoozes by hand is told to their own token only, so never to an app. */
function quietOf(world: World, id: string): Json {
  const { quiet } = personOf(world, id);
  return quiet === undefined
    ? { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }
    : {
        dnd_enabled: true,
        next_dnd_start_ts: Math.floor(quiet.from / 1000),
        next_dnd_end_ts: Math.ceil(quiet.until / 1000),
      };
}

/** Who is there: the app itself, the workspace, its people. */
export const peopleMethods: ApiMethods = {
  "api.test": () => ({}),
  "auth.test": ({ world }) => ({
    url: `${world.url}/`,
    team: team.name,
    team_id: team.id,
    user: world.options.bot.name,
    user_id: world.options.bot.userId,
    bot_id: world.options.bot.botId,
    is_enterprise_install: false,
  }),
  "bots.info": ({ world, args }) => {
    const { bot } = world.options;
    if (![bot.botId, ""].includes(textArg(args, "bot"))) throw new SlackRefusal("bot_not_found");
    return {
      bot: { id: bot.botId, app_id: bot.appId, user_id: bot.userId, name: bot.name, deleted: false, updated: 1 },
    };
  },
  "team.info": () => ({ team: { id: team.id, name: team.name, domain: team.domain, email_domain: "" } }),
  "users.info": ({ world, args }) => ({
    user: slackUser(world, personOf(world, requiredArg(args, "user")), flagArg(args, "include_locale")),
  }),
  "users.list": ({ world, args }) => {
    const { page, meta } = pageOf(args, [...world.people.values()], 1000);
    return { members: page.map((person) => slackUser(world, person, flagArg(args, "include_locale"))), ...meta };
  },
  "users.lookupByEmail": ({ world, args }) => {
    const email = requiredArg(args, "email").toLowerCase();
    const person = [...world.people.values()].find((one) => !one.deleted && one.email.toLowerCase() === email);
    if (!person) throw new SlackRefusal("users_not_found");
    return { user: slackUser(world, person, false) };
  },
  "users.conversations": ({ world, args }) => {
    const user = textArg(args, "user") || world.options.bot.userId;
    const types = (textArg(args, "types") || "public_channel").split(",").map((type) => type.trim());
    const mine = [...world.conversations.values()].filter((conversation) => {
      const type = conversation.kind === "im" ? "im" : conversation.isPrivate ? "private_channel" : "public_channel";
      return conversation.members.includes(user) && types.includes(type);
    });
    const { page, meta } = pageOf(args, mine);
    return { channels: page.map((conversation) => slackConversation(world, conversation)), ...meta };
  },
  "users.getPresence": () => ({ presence: "active" }),
  "dnd.info": ({ world, args }) => {
    const user = textArg(args, "user") || world.options.bot.userId;
    return quietOf(world, user);
  },
  "dnd.teamInfo": ({ world, args }) => {
    const users = requiredArg(args, "users").split(",");
    if (users.length > 50) throw new SlackRefusal("too_many_users");
    const known = users.filter((user) => world.people.has(user));
    return { users: Object.fromEntries(known.map((user) => [user, quietOf(world, user)])) };
  },
  "conversations.open": ({ world, args }) => {
    const users = textArg(args, "users").split(",").filter(Boolean);
    if (textArg(args, "channel") !== "") return { channel: { id: textArg(args, "channel") } };
    if (users.length !== 1) throw new SlackRefusal(users.length === 0 ? "users_list_not_supplied" : "not_supported");
    const person = world.people.get(users[0] ?? "");
    if (!person) throw new SlackRefusal("user_not_found");
    if (person.deleted) throw new SlackRefusal("user_disabled");
    if (person.isBot) throw new SlackRefusal("cannot_dm_bot");
    const existed = world.conversations.has(`D${person.id.slice(1)}`);
    const conversation = directMessage(world, person.id);
    const full = flagArg(args, "return_im") ? slackConversation(world, conversation) : { id: conversation.id };
    return { channel: full, no_op: existed, already_open: existed, user: imPartner(world, conversation) };
  },
};
