/** Another process that writes the audit: `tsx append-to-chain.ts URL EVENTS`, many at once. */
import { record } from "../../src/platform/audit/index.ts";
import { openDatabase } from "../../src/platform/storage/index.ts";

const [url = "", events] = process.argv.slice(2);
const database = await openDatabase({ url });
const append = (n: number) =>
  database.inTransaction((tx) =>
    record(tx, {
      at: new Date(),
      actorId: `process ${process.pid}`,
      verb: "test.appended",
      subject: { kind: "test", id: String(n) },
    }),
  );
await Promise.all(Array.from({ length: Number(events) }, (_, n) => append(n)));
await database.close();
