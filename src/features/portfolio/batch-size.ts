/** How many rows a batch holds, so that nobody waits long for the writer. */

/** A batch may hold the writer for 200 ms; a third of it is aimed at, because rows differ and the machine has other work. */
const AIMED_MS = 60;
const FEWEST_ROWS = 25;
/** Comparing holds the event loop too. */
const MOST_ROWS = 500;
const FIRST_ROWS = 200;

export class BatchSize {
  rows = FIRST_ROWS;
  longestMs = 0;

  /** Writes a batch of `rows` and learns from the time it took. */
  async measure(rows: number, write: () => Promise<void>): Promise<void> {
    const startedAt = performance.now();
    await write();
    const ms = performance.now() - startedAt;
    this.longestMs = Math.max(this.longestMs, ms);
    const fitting = Math.round((rows * AIMED_MS) / Math.max(ms, 1));
    // Never more than double: a batch of cheap rows says little about the next.
    this.rows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, fitting, this.rows * 2));
  }
}
