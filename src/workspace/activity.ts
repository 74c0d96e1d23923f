/** Counts what is under way between the workspace and the app, so that a test can wait for quiet instead of sleeping. */
export interface Activity {
  /** Marks something as under way; call the answer when it is over. */
  begin(): () => void;
  readonly underWay: number;
  /** Resolves once nothing has been under way for the whole quiet span (default 12 ms). */
  quiet(spanMs?: number): Promise<void>;
}

export function createActivity(): Activity {
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
  // An app that has just been answered needs some turns of the event loop before its next call is seen here.
  const quiet = async (spanMs = 12): Promise<void> => {
    lastChange = performance.now();
    for (;;) {
      const rest = lastChange + spanMs - performance.now();
      if (underWay === 0 && rest <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, underWay > 0 ? 2 : rest)));
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
