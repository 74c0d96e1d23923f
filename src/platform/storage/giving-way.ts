/**
 * A program beside the bot owes it pauses: the queue of writes is fair within one process only, and a lock of SQLite goes to
 * whoever happens to ask at the right moment.
 */

/** The bot, which looks again every LONGEST_PAUSE_MS or so (busy.ts), must not miss it. */
const LEAST_PAUSE_MS = 40;
/** Writes that took less together keep nobody waiting. */
const UNNOTICED_MS = 25;

export class GivingWay {
  private heldMs = 0;
  private freeUntil = 0;

  /** The file was held for so long, until now. */
  held(ms: number): void {
    this.heldMs += ms;
    if (this.heldMs >= UNNOTICED_MS) {
      this.freeUntil = performance.now() + Math.max(LEAST_PAUSE_MS, this.heldMs);
      this.heldMs = 0;
    }
  }

  /** Leaves the file free for as long as it was held before. */
  async pause(): Promise<void> {
    const ms = this.freeUntil - performance.now();
    if (ms > 0) {
      await new Promise((resume) => setTimeout(resume, ms));
    }
  }
}
