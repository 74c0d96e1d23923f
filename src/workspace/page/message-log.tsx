import { useLayoutEffect, useRef } from "preact/hooks";
import type { WorkspaceMessage } from "../contract.ts";
import { Message } from "./message.tsx";
import { useWorkspace } from "./surface.ts";
import { dayName, momentOf } from "./zone.ts";

interface Props {
  label: string;
  messages: WorkspaceMessage[];
  opening: preact.ComponentChildren;
  onThread?: (ts: string) => void;
}

const SLACK_PX = 40;
const SAME_BREATH_MS = 5 * 60_000;

type Place = "foot" | "start of the newest" | "free";

/** Where the newest message begins, as a scroll position; it is what one looks for in a message taller than the log. */
function startOfNewest(log: HTMLDivElement): number {
  const newest = log.querySelector(":scope > article:last-of-type");
  if (newest === null || newest.clientHeight <= log.clientHeight) {
    return log.scrollHeight;
  }
  return log.scrollTop + newest.getBoundingClientRect().top - log.getBoundingClientRect().top;
}

/** Follows what arrives for as long as the newest is being looked at; otherwise what is being read stays where it is. */
function useFollowing(newest: string | undefined) {
  const log = useRef<HTMLDivElement>(null);
  const place = useRef<Place>("foot");
  const placed = useRef<string>();
  const follow = (): void => {
    const { current } = log;
    if (current === null || place.current === "free") {
      return;
    }
    if (placed.current !== newest) {
      placed.current = newest;
      place.current = "start of the newest";
    }
    current.scrollTop = place.current === "foot" ? current.scrollHeight : startOfNewest(current);
  };
  useLayoutEffect(follow);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(follow);
    if (log.current !== null) {
      watch.observe(log.current);
    }
    return () => watch.disconnect();
  }, [newest]);
  const onScroll = (): void => {
    if (log.current !== null) {
      const { scrollHeight, scrollTop, clientHeight } = log.current;
      const atFoot = scrollHeight - scrollTop - clientHeight < SLACK_PX;
      const atStart = Math.abs(startOfNewest(log.current) - scrollTop) < SLACK_PX;
      place.current = atStart ? "start of the newest" : atFoot ? "foot" : "free";
    }
  };
  return { log, onScroll };
}

function continues(before: WorkspaceMessage | undefined, message: WorkspaceMessage): boolean {
  return (
    before !== undefined &&
    before.author === message.author &&
    before.ephemeralFor === undefined &&
    message.ephemeralFor === undefined &&
    momentOf(message) - momentOf(before) < SAME_BREATH_MS
  );
}

export function MessageLog({ label, messages, opening, onThread }: Props) {
  const { me } = useWorkspace().snapshot;
  const { log, onScroll } = useFollowing(messages.at(-1)?.ts);
  let day = "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="log" role="log" aria-live="polite" aria-label={label} tabIndex={0} ref={log} onScroll={onScroll}>
      {opening}
      {messages.map((message, index) => {
        const today = dayName(momentOf(message), me.timeZone);
        const turns = today !== day;
        day = today;
        const thread = onThread === undefined ? undefined : () => onThread(message.ts);
        return [
          turns && (
            <p class="day" key={`day ${today}`}>
              <span>{today}</span>
            </p>
          ),
          <Message
            key={message.ts}
            message={message}
            continued={!turns && continues(messages[index - 1], message)}
            onThread={thread}
          />,
        ];
      })}
    </div>
  );
}
