import type { WorkspaceMessage } from "../contract.ts";
import { Avatar } from "./avatar.tsx";
import { Blocks } from "./blocks/block.tsx";
import { FileLink } from "./blocks/files.tsx";
import { say } from "./say.ts";
import { SurfaceContext, useWorkspace } from "./surface.ts";
import { useBlocks } from "./use-surface.ts";
import { Mrkdwn } from "./words/words.tsx";
import { clockTime, dayName, momentOf } from "./zone.ts";

interface Props {
  message: WorkspaceMessage;
  /** Said by the same person just before: the name is not repeated. */
  continued: boolean;
  onThread?: (() => void) | undefined;
}

function useAuthor(id: string): { name: string; bot: boolean } {
  const { bot, people } = useWorkspace().snapshot;
  const person = people.find((one) => one.id === id);
  return id === bot.userId
    ? { name: bot.name, bot: true }
    : { name: person?.realName || person?.name || id, bot: false };
}

export function Message({ message, continued, onThread }: Props) {
  const { me } = useWorkspace().snapshot;
  const author = useAuthor(message.author);
  const moment = momentOf(message);
  const time = clockTime(moment, me.timeZone);
  const full = `${dayName(moment, me.timeZone)}, ${time}`;
  return (
    <article
      class={`message${continued ? " continued" : ""}${message.ephemeralFor === undefined ? "" : " ephemeral"}`}
      aria-label={`${author.name}, ${time}`}
    >
      {message.ephemeralFor !== undefined && <p class="only-you">{say("Only visible to you")}</p>}
      {continued ? (
        <time class="side-time" title={full}>
          {time}
        </time>
      ) : (
        <Avatar id={message.author} name={author.name} bot={author.bot} />
      )}
      <div class="said" lang={me.locale}>
        {!continued && (
          <p class="author">
            <strong>{author.name}</strong>
            {author.bot && <span class="app-mark">{say("App")}</span>}
            <time title={full}>{time}</time>
          </p>
        )}
        <Body message={message} />
        {onThread !== undefined && <ThreadDoor message={message} onThread={onThread} />}
        <MessageMenu message={message} />
      </div>
    </article>
  );
}

function Body({ message }: { message: WorkspaceMessage }) {
  const { channel, ts, blocks, files, text } = message;
  const surface = useBlocks(`message ${channel}/${ts}`, { message: { channel, ts } }, blocks);
  return (
    <>
      {blocks.length === 0 ? (
        text !== "" && <Mrkdwn text={text} />
      ) : (
        <SurfaceContext.Provider value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext.Provider>
      )}
      {files.length > 0 && (
        <div class="message-files">
          {files.map((file) => (
            <FileLink key={file.id} file={file} />
          ))}
        </div>
      )}
    </>
  );
}

/** What the app adds to a message's menu. */
function MessageMenu({ message: { channel, ts, ephemeralFor } }: { message: WorkspaceMessage }) {
  const { snapshot, act } = useWorkspace();
  if (ephemeralFor !== undefined || snapshot.shortcuts.length === 0) {
    return null;
  }
  return (
    <details class="message-menu">
      <summary>{say("More actions")}</summary>
      {snapshot.shortcuts.map(({ callbackId, name }) => (
        <button
          key={callbackId}
          type="button"
          class="thread-door"
          onClick={(event) => {
            event.currentTarget.closest("details")?.removeAttribute("open");
            void act({ kind: "message_shortcut", channel, ts, callbackId });
          }}
        >
          {name}
        </button>
      ))}
    </details>
  );
}

function ThreadDoor({ message, onThread }: { message: WorkspaceMessage; onThread(): void }) {
  if (message.ephemeralFor !== undefined) {
    return null;
  }
  const { replyCount } = message;
  return (
    <button type="button" class={`thread-door${replyCount === 0 ? " faint" : ""}`} onClick={onThread}>
      {replyCount === 0
        ? say("Reply in thread")
        : say(replyCount === 1 ? "{count} reply" : "{count} replies", { count: replyCount })}
    </button>
  );
}
