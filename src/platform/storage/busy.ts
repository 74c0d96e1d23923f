/** The database file was locked elsewhere for longer than a person can wait. Nothing was stored. */
export class StorageBusy extends Error {
  override readonly name = "StorageBusy";
  constructor(waitedMs: number) {
    super(`the database stayed locked for ${waitedMs} ms; nothing was stored`);
  }
}

export function isStorageBusy(error: unknown): error is StorageBusy {
  return error instanceof StorageBusy || (error instanceof Error && isStorageBusy(error.cause));
}

/** Two moments of `performance.now()`. */
export interface Deadline {
  readonly since: number;
  readonly at: number;
}

export function deadlineIn(ms: number): Deadline {
  const since = performance.now();
  return { since, at: since + ms };
}

/** Short enough to find the pause of a program that gives way (giving-way.ts). */
const LONGEST_PAUSE_MS = 12;

/**
 * Tries again, off the event loop, while the file is locked by another process. Past the deadline, and after at least one try, StorageBusy is thrown.
 */
export async function whileLocked<T>(
  attempt: () => Promise<T>,
  isLocked: (error: unknown) => boolean,
  deadline: Deadline,
): Promise<T> {
  for (let pause = 4; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isLocked(error)) throw error;
      const now = performance.now();
      if (now >= deadline.at) throw new StorageBusy(Math.round(now - deadline.since));
      await new Promise((resume) => setTimeout(resume, pause + Math.random() * pause));
    }
  }
}
