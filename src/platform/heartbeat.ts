/** An address outside that is touched while all is well: silence there is the alarm. */
import type { Log } from "./log.ts";

export interface Heartbeat {
  /** Never throws: a monitor that cannot be reached raises the alarm by itself. */
  touch(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** The address may hold a secret: it stands in no log. */
export function heartbeatAt(url: string, log: Log): Heartbeat {
  return {
    touch: async () => {
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: "error" });
        await answer.body?.cancel();
        if (!answer.ok) {
          log.warn({ status: answer.status }, "the heartbeat address did not accept the touch");
        }
      } catch {
        log.warn({}, "the heartbeat address was not reached");
      }
    },
  };
}
