/** What clicks are measured against: a Bolt handler that stores the payload with the raw driver and acknowledges. */
import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import Database from "libsql";

const [url = "", port = "0", signingSecret = ""] = process.argv.slice(2);
const database = new Database(url.slice("file:".length));
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
const insert = database.prepare(
  `INSERT INTO "InboundDelivery" ("id", "key", "kind", "payload", "state", "receivedAt") VALUES (?, ?, 'click', ?, 'received', ?)`,
);

const receiver = new HTTPReceiver({ signingSecret, port: Number(port), logLevel: LogLevel.ERROR });
const authorize = async () => ({ botToken: "xoxb-bench", botId: "BBOT", botUserId: "UBOT" });
const app = new App({ receiver, authorize, logLevel: LogLevel.ERROR });
let stored = 0;
app.action(/.*/, async ({ ack, body }) => {
  stored += 1;
  const id = `${process.pid}-${stored}`;
  insert.run([id, id, JSON.stringify(body), new Date().toISOString()]);
  await ack();
});
await app.start(Number(port));
process.stdout.write("ready\n");
process.once("SIGTERM", () => process.exit(0));
