/** How many rows a batch holds, so that nobody waits long for the writer. */

/** A batch may hold the writer for 200 ms; a fifth of it is aimed at, because rows differ and the machine has other work. */
const AIMED_MS = 40;
const FEWEST_ROWS = 20;
/** Comparing holds the event loop too. */
const MOST_ROWS = 500;
const FIRST_ROWS = 40;

export class BatchSize {
  rows = FIRST_ROWS;

  /** Writes a batch of `rows` and learns from the time it took since it said `begun`: waiting for the writer is no work. */
  async measure<T>(rows: number, write: (begun: () => void) => Promise<T>): Promise<T> {
    let startedAt = performance.now();
    const answer = await write(() => {
      startedAt = performance.now();
    });
    const ms = performance.now() - startedAt;
    const fitting = Math.round((rows * AIMED_MS) / Math.max(ms, 1));
    // Never more than double: a batch of cheap rows says little about the next.
    this.rows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, fitting, this.rows * 2));
    return answer;
  }
}
