/**
 * The driver of SQLite answers before it returns, so that a chain of questions never leaves the event loop: what Slack has
 * delivered meanwhile would not even be read. After a few milliseconds of one turn, the next question waits for the next turn.
 */
const TURN_MS = 4;

let turnBegan = 0;
let turnIsKnown = false;

export async function breathe(): Promise<void> {
  if (!turnIsKnown) {
    turnIsKnown = true;
    turnBegan = performance.now();
    setImmediate(() => {
      turnIsKnown = false;
    });
  } else if (performance.now() - turnBegan > TURN_MS) {
    await new Promise((resume) => setImmediate(resume));
  }
}
