import { useEffect } from "preact/hooks";
import type { WorkspaceConversation, WorkspaceMessage } from "../contract.ts";
import { Composer } from "./composer.tsx";
import { MessageLog } from "./message-log.tsx";
import { say } from "./say.ts";
import { useWorkspace } from "./surface.ts";
import { ThreadPane } from "./thread-pane.tsx";

interface Props {
  channel: string;
  thread: string | undefined;
}

function isReply({ threadTs, ts }: WorkspaceMessage): boolean {
  return threadTs !== undefined && threadTs !== ts;
}

/** What is seen is read: as soon as something unread stands in the open, visible conversation. */
function useReading(conversation: WorkspaceConversation | undefined): void {
  const { act } = useWorkspace();
  const unread = conversation?.unread ?? 0;
  const id = conversation?.id ?? "";
  useEffect(() => {
    const read = (): void => {
      if (unread > 0 && document.visibilityState === "visible") {
        void act({ kind: "read", channel: id });
      }
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [unread, id]);
}

export function Conversation({ channel, thread }: Props) {
  const { snapshot, go } = useWorkspace();
  const conversation = snapshot.conversations.find(({ id }) => id === channel);
  useReading(conversation);
  if (conversation === undefined) {
    return (
      <section class="pane" aria-label={say("Conversation")}>
        <p class="empty">{say("This conversation is not open to {name}.", { name: snapshot.me.realName })}</p>
      </section>
    );
  }
  const title = conversation.kind === "channel" ? `# ${conversation.name}` : conversation.name;
  const messages = conversation.messages.filter((message) => !isReply(message));
  return (
    <div class={`panes${thread === undefined ? "" : " with-thread"}`}>
      <section class="pane" aria-labelledby="pane-title">
        <header class="pane-head">
          <h1 id="pane-title">{title}</h1>
          {conversation.kind === "channel" && <Members conversation={conversation} />}
        </header>
        <MessageLog
          label={say("Messages in {place}", { place: title })}
          messages={messages}
          opening={<Opening conversation={conversation} />}
          onThread={(ts) => go({ at: "conversation", channel, thread: ts })}
        />
        <Composer channel={channel} label={say("Message {place}", { place: title })} />
      </section>
      {thread !== undefined && <ThreadPane key={thread} conversation={conversation} thread={thread} />}
    </div>
  );
}

function Members({ conversation: { members } }: { conversation: WorkspaceConversation }) {
  const { people, bot } = useWorkspace().snapshot;
  const names = members.map((id) =>
    id === bot.userId ? bot.name : (people.find((one) => one.id === id)?.realName ?? id),
  );
  return (
    <span class="quiet members" title={names.join(", ")}>
      {say("{count} members", { count: members.length })}
    </span>
  );
}

/** What stands above the first message; where one talks with the app, how to begin. */
function Opening({ conversation }: { conversation: WorkspaceConversation }) {
  const { snapshot } = useWorkspace();
  const withApp = conversation.kind === "im" && conversation.members.includes(snapshot.bot.userId);
  return (
    <>
      <div class="push" />
      {withApp && snapshot.welcome.length > 0 && (
        <div class="welcome">
          {snapshot.welcome.map((line, index) => (index === 0 ? <h2 key={line}>{line}</h2> : <p key={line}>{line}</p>))}
        </div>
      )}
      {conversation.messages.length === 0 && <p class="empty">{say("No messages yet.")}</p>}
    </>
  );
}
