/** How many pushes are taken: so many at once, filled up again evenly. */
export interface PaceLimit {
  readonly perMinute: number;
  readonly atOnce: number;
}

export class Pace {
  private left: number;
  private since: number;
  private readonly limit: PaceLimit;
  private readonly nowMs: () => number;

  constructor(limit: PaceLimit, nowMs: () => number) {
    this.limit = limit;
    this.nowMs = nowMs;
    this.left = limit.atOnce;
    this.since = nowMs();
  }

  /** Seconds to wait; 0 where this one may come in, which is then counted. */
  waitSeconds(): number {
    const now = this.nowMs();
    const perMs = this.limit.perMinute / 60_000;
    // A machine's clock that is set back fills nothing up.
    this.left = Math.min(this.limit.atOnce, this.left + Math.max(0, now - this.since) * perMs);
    this.since = now;
    if (this.left < 1) return Math.max(1, Math.ceil((1 - this.left) / perMs / 1_000));
    this.left -= 1;
    return 0;
  }
}
