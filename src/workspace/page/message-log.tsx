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

/** Stays at the foot when it was there; otherwise what is being read stays where it is. */
function useFoot(length: number) {
  const log = useRef<HTMLDivElement>(null);
  const atFoot = useRef(true);
  const toFoot = (): void => {
    if (log.current !== null && atFoot.current) {
      log.current.scrollTop = log.current.scrollHeight;
    }
  };
  useLayoutEffect(toFoot);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(toFoot);
    if (log.current !== null) {
      watch.observe(log.current);
    }
    return () => watch.disconnect();
  }, [length === 0]);
  const onScroll = (): void => {
    if (log.current !== null) {
      const { scrollHeight, scrollTop, clientHeight } = log.current;
      atFoot.current = scrollHeight - scrollTop - clientHeight < SLACK_PX;
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
    momentOf(message.ts) - momentOf(before.ts) < SAME_BREATH_MS
  );
}

export function MessageLog({ label, messages, opening, onThread }: Props) {
  const { me } = useWorkspace().snapshot;
  const { log, onScroll } = useFoot(messages.length);
  let day = "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="log" role="log" aria-live="polite" aria-label={label} tabIndex={0} ref={log} onScroll={onScroll}>
      {opening}
      {messages.map((message, index) => {
        const today = dayName(momentOf(message.ts), me.timeZone);
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
