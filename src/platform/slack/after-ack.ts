/**
 * What a click sets off begins when everybody who has pressed is acknowledged, a few at a time: fifty at once would
 * otherwise do their work between one another's acknowledgements, and all of them would wait for all of it.
 */

/** Nobody's modal waits longer than this for other people's acknowledgements: a trigger lives three seconds. */
const LONGEST_WAIT_MS = 200;
const AT_ONCE = 4;
/** Whoever waits that long for Slack or for a lock does not hold the others up. */
const PLACE_FOR_MS = 150;

export class AfterAck {
  private unacknowledged = 0;
  private busy = 0;
  private readonly waiting: { readonly since: number; readonly begin: () => void }[] = [];
  private looking = false;

  /** From hearing until the acknowledgement. Answers what to call then. */
  heard(): () => void {
    let open = true;
    this.unacknowledged += 1;
    return () => {
      if (open) {
        open = false;
        this.unacknowledged -= 1;
      }
    };
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.waiting.push({ since: performance.now(), begin });
      this.look();
    });
    const leave = this.takePlace();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  private takePlace(): () => void {
    let held = true;
    const leave = () => {
      if (held) {
        held = false;
        this.busy -= 1;
        this.look();
      }
    };
    const timer = setTimeout(leave, PLACE_FOR_MS);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }

  /** In the next turn, when what has come in this one has been read. */
  private look(): void {
    if (this.looking || this.waiting.length === 0) return;
    this.looking = true;
    setImmediate(() => {
      this.looking = false;
      const [first] = this.waiting;
      const isFree =
        this.unacknowledged === 0 || (first !== undefined && performance.now() - first.since > LONGEST_WAIT_MS);
      if (isFree && this.busy < AT_ONCE) {
        this.busy += 1;
        this.waiting.shift()?.begin();
      }
      if (this.busy < AT_ONCE) this.look();
    });
  }
}
