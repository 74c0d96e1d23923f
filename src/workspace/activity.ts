/** Counts what is under way between the workspace and the app, so that a test can wait for quiet instead of sleeping. */
export interface Activity {
  /** Marks something as under way; call the answer when it is over. */
  begin(): () => void;
  readonly underWay: number;
  /** Resolves once nothing has been under way for the whole quiet span (default 12 ms). */
  quiet(spanMs?: number): Promise<void>;
}

const quietTurns = 8;

export function createActivity(hostBusy: () => boolean = () => false): Activity {
  let underWay = 0;
  let lastChange = performance.now();
  const begin = () => {
    underWay += 1;
    lastChange = performance.now();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      underWay -= 1;
      lastChange = performance.now();
    };
  };
  // An app that has just been answered needs some turns of the event loop before its next call is seen here. Turns are
  // counted beside time, because on a busy machine the time passes without the app having had its turn.
  const quiet = async (spanMs = 12): Promise<void> => {
    lastChange = performance.now();
    let seen = lastChange;
    let turns = 0;
    while (underWay > 0 || turns < quietTurns || performance.now() - lastChange < spanMs) {
      await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 1));
      if (hostBusy()) lastChange = performance.now();
      turns = seen === lastChange ? turns + 1 : 0;
      seen = lastChange;
    }
  };
  return {
    begin,
    quiet,
    get underWay() {
      return underWay;
    },
  };
}
