/** What clicks are measured against: a Bolt handler that stores the payload with the raw driver and acknowledges. */
import { createClient } from "@libsql/client";
import { App, HTTPReceiver, LogLevel } from "@slack/bolt";

const [url = "", port = "0", signingSecret = ""] = process.argv.slice(2);
const database = createClient({ url });
await database.executeMultiple("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");

const receiver = new HTTPReceiver({ signingSecret, port: Number(port), logLevel: LogLevel.ERROR });
const authorize = async () => ({ botToken: "xoxb-bench", botId: "BBOT", botUserId: "UBOT" });
const app = new App({ receiver, authorize, logLevel: LogLevel.ERROR });
let stored = 0;
app.action(/.*/, async ({ ack, body }) => {
  stored += 1;
  await database.execute({
    sql: `INSERT INTO "InboundDelivery" ("id", "key", "kind", "payload", "state", "receivedAt") VALUES (?, ?, 'click', ?, 'received', ?)`,
    args: [`${process.pid}-${stored}`, `${process.pid}-${stored}`, JSON.stringify(body), new Date().toISOString()],
  });
  await ack();
});
await app.start(Number(port));
process.stdout.write("ready\n");
process.once("SIGTERM", () => process.exit(0));
