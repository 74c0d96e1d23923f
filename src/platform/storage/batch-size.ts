/** How many rows a batch holds, so that nobody waits long for the writer. */

/** A batch may hold the writer for 200 ms; part of it is aimed at, because rows differ and the machine has other work. */
const AIMED_MS = 100;
const AIMED_PROCESSOR_MS = 40;
/** Fewer make the whole no shorter for those who wait: what a batch costs beside its rows is as much as these. */
const FEWEST_ROWS = 60;
/** Comparing holds the event loop too. */
const MOST_ROWS = 500;
/** The first batch also pays for what every process does once. */
const FIRST_ROWS = 20;

export class BatchSize {
  rows = FIRST_ROWS;

  /** Writes a batch of `rows` and learns from the time it took since it said `begun`: waiting for the writer is no work. */
  async measure<T>(rows: number, write: (begun: () => void) => Promise<T>): Promise<T> {
    let startedAt = performance.now();
    let used = process.cpuUsage();
    const answer = await write(() => {
      startedAt = performance.now();
      used = process.cpuUsage();
    });
    const { user, system } = process.cpuUsage(used);
    const share = Math.max((performance.now() - startedAt) / AIMED_MS, (user + system) / 1_000 / AIMED_PROCESSOR_MS);
    const fitting = Math.round(rows / Math.max(share, 1 / MOST_ROWS));
    // Never more than double: a batch of cheap rows says little about the next.
    this.rows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, fitting, this.rows * 2));
    return answer;
  }
}
