import type {
  WorkspaceConversation,
  WorkspaceMessage,
  WorkspacePerson,
  WorkspaceSnapshot,
  WorkspaceView,
} from "../contract.ts";
import { stringOf } from "../json.ts";
import { directMessage } from "../records/conversations.ts";
import { pageFile } from "../records/files.ts";
import { repliesTo } from "../records/messages.ts";
import { isQuiet } from "../records/people.ts";
import { stackOf } from "../records/views.ts";
import type { Conversation, Message, Person, View, World } from "../world.ts";

const pagePerson = (world: World, person: Person): WorkspacePerson => ({
  id: person.id,
  name: person.name,
  realName: person.realName,
  title: person.title,
  email: person.email,
  locale: person.locale,
  timeZone: person.timeZone,
  quiet: isQuiet(world, person),
});

const pageMessage = (world: World, conversation: Conversation, message: Message): WorkspaceMessage => ({
  channel: conversation.id,
  ts: message.ts,
  threadTs: message.threadTs,
  saidAt: message.saidAt,
  author: message.author,
  text: message.text,
  blocks: message.blocks,
  files: message.files.flatMap((id) => world.files.get(id) ?? []).map(pageFile),
  ephemeralFor: message.ephemeralFor,
  replyCount: repliesTo(conversation, message.ts).length,
});

/** A view as its owner sees it. */
export const pageView = (view: View): WorkspaceView => ({
  id: view.id,
  hash: view.hash,
  type: view.type,
  title: stringOf(view.title.text),
  submit: view.submit ? stringOf(view.submit.text) : undefined,
  close: view.close ? stringOf(view.close.text) : undefined,
  notifyOnClose: view.notifyOnClose,
  blocks: view.blocks,
  errors: view.errors,
  values: view.values,
});

const visibleTo = (person: string, message: Message) =>
  message.ephemeralFor === undefined || message.ephemeralFor === person;

/** The messages of a conversation that this person sees, oldest first. */
export const messagesFor = (world: World, conversation: Conversation, person: string): WorkspaceMessage[] =>
  conversation.messages
    .filter((message) => visibleTo(person, message))
    .map((message) => pageMessage(world, conversation, message));

function pageConversation(world: World, conversation: Conversation, me: Person): WorkspaceConversation {
  const read = Number(conversation.readUpTo.get(me.id) ?? 0);
  const messages = messagesFor(world, conversation, me.id);
  return {
    id: conversation.id,
    kind: conversation.kind,
    name: conversation.kind === "im" ? world.options.bot.name : conversation.name,
    members: conversation.members,
    unread: messages.filter((message) => message.author !== me.id && Number(message.ts) > read).length,
    messages,
  };
}

/** Conversations of this person, the direct message with the app first. */
export function conversationsOf(world: World, me: Person): Conversation[] {
  directMessage(world, me.id);
  const mine = [...world.conversations.values()].filter((conversation) => conversation.members.includes(me.id));
  return mine.sort((one, other) => (one.kind === other.kind ? 0 : one.kind === "im" ? -1 : 1));
}

/** Everything that the page of this person shows. */
export function snapshotOf(world: World, me: Person): WorkspaceSnapshot {
  const { bot, commands, shortcuts = [], clock, welcome } = world.options;
  const home = world.homes.get(me.id);
  const now = clock?.now();
  return {
    version: world.version,
    me: pagePerson(world, me),
    people: [...world.people.values()]
      .filter((person) => !person.isBot && !person.deleted)
      .map((person) => pagePerson(world, person)),
    bot: { userId: bot.userId, name: bot.name },
    conversations: conversationsOf(world, me).map((conversation) => pageConversation(world, conversation, me)),
    home: home ? pageView(home) : null,
    modals: stackOf(world, me.id)
      .flatMap((id) => world.views.get(id) ?? [])
      .map(pageView),
    commands,
    shortcuts,
    clock: now ? { now: now.iso, timeZone: now.timeZone } : null,
    notice: world.notices.get(me.id) ?? null,
    welcome: typeof welcome === "function" ? welcome(me.locale) : welcome,
  };
}
