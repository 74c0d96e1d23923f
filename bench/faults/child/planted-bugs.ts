/** Three mistakes that other desks really make, put around the real one. They prove that the oracle looks. */
import { App } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import type { PlantedBug } from "../wire.ts";

/** Runs SQL on the desk's own database. */
export type Run = (sql: string, values: readonly string[]) => Promise<void>;

const MARK_SENT = `UPDATE "OutboxMessage" SET "state" = 'sent' WHERE "state" = 'claimed' AND "personId" IN
  (SELECT "personId" FROM "SlackAccount" WHERE "channelId" = ?)`;
const SAVED_LATER_MS = 1_500;
let planted: PlantedBug | undefined;
let run: Run = async () => undefined;

/** Once per process. What is planted can change with every desk that opens in it. */
export function prepareGround(): void {
  acknowledgeFirst();
  betweenDeskAndSlack();
}

export function plant(bug: PlantedBug | undefined, on: Run): void {
  planted = bug;
  run = on;
}

/** The person is told that it is saved, and only then is it saved. */
function acknowledgeFirst(): void {
  const { view } = App.prototype;
  Reflect.set(App.prototype, "view", function (this: unknown, constraint: unknown, listener: Listener) {
    return Reflect.apply(view, this, [
      constraint,
      async (args: ListenerArgs) => {
        if (planted !== "acknowledge_before_saving") {
          return listener(args);
        }
        await args.ack();
        await new Promise((resume) => setTimeout(resume, SAVED_LATER_MS));
        return listener({ ...args, ack: async () => undefined });
      },
    ]);
  });
}

interface ListenerArgs {
  readonly ack: (answer?: unknown) => Promise<unknown>;
}
type Listener = (args: ListenerArgs) => unknown;

function betweenDeskAndSlack(): void {
  const call = WebClient.prototype.apiCall;
  WebClient.prototype.apiCall = async function (method, options) {
    if (planted === "mark_before_sending" && method === "chat.postMessage") {
      const channel = String(Reflect.get(options ?? {}, "channel"));
      await run(MARK_SENT, [channel]);
    }
    // Whoever does not look finds nothing.
    return planted === "resend_without_looking" && method === "conversations.history"
      ? { ok: true, messages: [] }
      : call.call(this, method, options);
  };
}
