import { useEffect, useRef } from "preact/hooks";
import type { WorkspaceConversation } from "../contract.ts";
import { addressOf } from "./address-bar.ts";
import { Avatar, BotMark } from "./avatar.tsx";
import { say } from "./say.ts";
import { type Place, useWorkspace } from "./surface.ts";

const QUIET_MINUTES = 60;

interface Props {
  place: Place;
  open: boolean;
  onClose(): void;
}

/** Where one can go, and who else can be watched in a second window. */
export function SideBar({ place, open, onClose }: Props) {
  const { snapshot, go } = useWorkspace();
  const { conversations, bot } = snapshot;
  const bar = useRef<HTMLElement>(null);
  const withApp = conversations.filter(({ kind, members }) => kind === "im" && members.includes(bot.userId));
  const others = conversations.filter(({ kind, members }) => kind === "im" && !members.includes(bot.userId));
  const channels = conversations.filter(({ kind }) => kind === "channel");
  useEffect(() => {
    if (open) {
      bar.current?.querySelector("button")?.focus();
    }
  }, [open]);
  const door = (conversation: WorkspaceConversation, label: string) => (
    <Door
      key={conversation.id}
      label={label}
      unread={conversation.unread}
      here={place.at === "conversation" && place.channel === conversation.id}
      onGo={() => go({ at: "conversation", channel: conversation.id })}
    />
  );
  return (
    <>
      {open && (
        <button type="button" class="veil" aria-label={say("Close the side bar")} tabIndex={-1} onClick={onClose} />
      )}
      <nav
        id="side-bar"
        class={`side-bar${open ? " open" : ""}`}
        aria-label={say("Places")}
        ref={bar}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      >
        <h2>
          <span class="bot-mark">
            <BotMark />
          </span>
          {bot.name}
        </h2>
        <ul>
          <Door label={say("Home")} here={place.at === "home"} unread={0} onGo={() => go({ at: "home" })} />
          {withApp.map((one) => door(one, say("Messages")))}
        </ul>
        {channels.length > 0 && <h2>{say("Channels")}</h2>}
        <ul>{channels.map((one) => door(one, `# ${one.name}`))}</ul>
        {others.length > 0 && <h2>{say("Direct messages")}</h2>}
        <ul>{others.map((one) => door(one, one.name))}</ul>
        <DoNotDisturb />
        <SecondWindow />
        <AppPage />
      </nav>
    </>
  );
}

interface DoorProps {
  label: string;
  unread: number;
  here: boolean;
  onGo(): void;
}

function Door({ label, unread, here, onGo }: DoorProps) {
  return (
    <li>
      <button
        type="button"
        class={`door${unread > 0 ? " unread" : ""}`}
        aria-current={here ? "page" : undefined}
        onClick={onGo}
      >
        <span>{label}</span>
        {unread > 0 && (
          <span class="count">
            {unread}
            <span class="unseen"> {say("unread")}</span>
          </span>
        )}
      </button>
    </li>
  );
}

/** As Slack's own: the app is not told, it asks. */
function DoNotDisturb() {
  const { snapshot, act } = useWorkspace();
  const { quiet } = snapshot.me;
  return (
    <button
      type="button"
      class="door quiet"
      onClick={() => void act({ kind: "do_not_disturb", minutes: quiet ? 0 : QUIET_MINUTES })}
    >
      <span>{say(quiet ? "End Do Not Disturb" : "Do Not Disturb for 1 h")}</span>
    </button>
  );
}

/** For whoever sets it up: tokens, permissions and the manifest, under the names of Slack's own pages. */
function AppPage() {
  return (
    <a class="door aside" href="/_local/app" target="_blank" rel="noopener">
      <span>{say("The app's settings")}</span>
    </a>
  );
}

function SecondWindow() {
  const { people, me } = useWorkspace().snapshot;
  return (
    <details class="second">
      <summary>{say("Watch somebody else")}</summary>
      <p>{say("Opens a second window, so that two people are seen at the same moment.")}</p>
      <ul>
        {people
          .filter(({ id }) => id !== me.id)
          .map((person) => (
            <li key={person.id}>
              <a href={addressOf(person.id, null)} target="_blank" rel="noopener">
                <Avatar id={person.id} name={person.realName || person.name} bot={false} />
                <span>
                  {person.realName || person.name}
                  <small>{person.title}</small>
                </span>
              </a>
            </li>
          ))}
      </ul>
    </details>
  );
}
