/** Click to modal while Slack refuses every post, and messages wait. */
import Database from "libsql";
import type { Bench } from "../bench.ts";
import { type Book, inspectionOf, writeBook } from "../book.ts";
import { figureOf, type Pair, percentile } from "../figure.ts";
import { openStand } from "./stand.ts";

const OFFICERS = 100;
/** A click takes an inspection of its own: two rounds to warm up, and ten twice in each of five runs. */
const EACH = 120;
const LIMITED_MS = 30_000;
const GOAL_MS = 1_000;
/** One click every half second, for as long as posting is limited. */
const PAUSE_MS = 500;

export const limited: Bench = {
  name: "limited",
  run: async (size) => {
    const limitedMs = size.small ? 2_000 : LIMITED_MS / size.runs;
    const book = await writeBook(`file:${size.folder}/limited.db`, OFFICERS, EACH);
    const stand = await openStand(size.folder, book);
    try {
      const rounds = size.small ? 2 : Math.floor(limitedMs / (PAUSE_MS + 50));
      const order = { atOnce: 1, rounds, pauseMs: PAUSE_MS };
      await stand.pressAtDesk({ ...order, rounds: 2, limitedMs: 0 });
      const pairs: Pair[] = [];
      for (let run = 0; run < size.runs; run += 1) {
        const quiet = await stand.pressAtDesk({ ...order, limitedMs: 0 });
        promiseMessages(book, run);
        const busy = await stand.pressAtDesk({ ...order, limitedMs });
        if (busy.posts === 0) throw new Error("nothing was posted, so nothing was limited");
        pairs.push({ ours: percentile(busy.modalMs, 99), baseline: percentile(quiet.modalMs, 99) });
      }
      const figure = "click to modal while posting is limited, p99";
      return [figureOf({ bench: "limited", figure, unit: "ms", goal: { atMost: GOAL_MS } }, pairs)];
    } finally {
      await stand.stop();
    }
  },
};

/** A morning for everybody, due now. */
function promiseMessages({ url, officers, each }: Book, run: number): void {
  const database = new Database(url.slice("file:".length));
  database.exec("PRAGMA busy_timeout = 5000");
  const message = database.prepare(
    `INSERT INTO "OutboxMessage" ("id", "key", "kind", "personId", "state", "notBefore", "refs", "createdAt")
     VALUES (?, ?, 'morning', ?, 'pending', ?, '{}', ?)`,
  );
  const item = database.prepare(
    `INSERT INTO "OutboxItem" ("messageId", "subjectKind", "subjectId", "stage") VALUES (?, 'inspection', ?, 'due_soon')`,
  );
  const now = new Date().toISOString().replace("Z", "+00:00");
  database.exec("BEGIN IMMEDIATE");
  for (let officer = 0; officer < officers; officer += 1) {
    const id = `m-${run}-${officer}`;
    message.run([id, id, `p-${officer}`, now, now]);
    item.run([id, inspectionOf(officer, each - 1)]);
  }
  database.exec("COMMIT");
  database.close();
}
