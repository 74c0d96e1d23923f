import { useEffect, useRef } from "preact/hooks";
import type { WorkspaceConversation } from "../contract.ts";
import { Composer } from "./composer.tsx";
import { MessageLog } from "./message-log.tsx";
import { say } from "./say.ts";
import { useWorkspace } from "./surface.ts";

interface Props {
  conversation: WorkspaceConversation;
  thread: string;
}

export function ThreadPane({ conversation, thread }: Props) {
  const { go } = useWorkspace();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.querySelector("textarea")?.focus(), []);
  const messages = conversation.messages.filter(({ ts, threadTs }) => ts === thread || threadTs === thread);
  const leave = (): void => go({ at: "conversation", channel: conversation.id });
  return (
    <aside
      class="pane thread"
      ref={pane}
      aria-label={say("Thread")}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
          leave();
        }
      }}
    >
      <header class="pane-head">
        <h2>{say("Thread")}</h2>
        <span class="quiet">{conversation.kind === "channel" ? `# ${conversation.name}` : conversation.name}</span>
        <button type="button" class="clear" aria-label={say("Close thread")} onClick={leave}>
          ×
        </button>
      </header>
      <MessageLog label={say("Messages in the thread")} messages={messages} opening={null} />
      <Composer channel={conversation.id} threadTs={thread} label={say("Reply")} />
    </aside>
  );
}
