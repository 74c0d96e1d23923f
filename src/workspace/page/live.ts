import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { WorkspaceSnapshot } from "../contract.ts";
import { listen, loadSnapshot } from "./connection.ts";

export interface Live {
  snapshot: WorkspaceSnapshot | null;
  online: boolean;
  trouble: string;
  refresh(): Promise<void>;
}

/** Loads one at a time; asks that come in between share the next load, so the newest is always shown last. */
function oneAtATime(load: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  return () => {
    if (running === null) {
      running = load().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running.then(() => {
      next = null;
      running = load().finally(() => {
        running = null;
      });
      return running;
    });
    return next;
  };
}

/** The snapshot of one person, kept current by the feed. */
export function useLive(as: string): Live {
  const [snapshot, setSnapshot] = useState<WorkspaceSnapshot | null>(null);
  const [online, setOnline] = useState(true);
  const [trouble, setTrouble] = useState("");
  const firstEphemerals = useRef<Set<string> | null>(null);
  const load = useCallback(async () => {
    try {
      const loaded = await loadSnapshot(as);
      firstEphemerals.current ??= ephemerals(loaded);
      setSnapshot(withoutMessages(loaded, firstEphemerals.current));
      setTrouble("");
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  }, [as]);
  const refresh = useCallback(oneAtATime(load), [load]);
  useEffect(() => {
    void refresh();
    return as === "" ? undefined : listen(as, () => void refresh(), setOnline);
  }, [as, refresh]);
  return { snapshot, online, trouble, refresh };
}

function keyOf(message: { channel: string; ts: string }): string {
  return `${message.channel}/${message.ts}`;
}

function ephemerals({ conversations }: WorkspaceSnapshot): Set<string> {
  const messages = conversations.flatMap((conversation) => conversation.messages);
  return new Set(messages.filter(({ ephemeralFor }) => ephemeralFor !== undefined).map(keyOf));
}

/** Slack forgets "only visible to you" messages when its client is loaded anew; so does this page. */
function withoutMessages(snapshot: WorkspaceSnapshot, gone: Set<string>): WorkspaceSnapshot {
  return gone.size === 0
    ? snapshot
    : {
        ...snapshot,
        conversations: snapshot.conversations.map((conversation) => ({
          ...conversation,
          messages: conversation.messages.filter(
            (message) => message.ephemeralFor === undefined || !gone.has(keyOf(message)),
          ),
        })),
      };
}
