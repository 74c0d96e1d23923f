import { createHmac } from "node:crypto";
import { parseJson, stringOf } from "../json.ts";
import type { World } from "../world.ts";
import type { Parcel, Receipt, Transport } from "./transport.ts";

/** Slack's request signature, version 0: HMAC-SHA256 over version, timestamp and raw body. */
function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

/** The app asked, by header, not to be sent this event again. */
export const noRetry = "no_retry";

function bodyOf(parcel: Parcel): { body: string; type: string } {
  if (parcel.kind === "events_api") return { body: JSON.stringify(parcel.payload), type: "application/json" };
  const fields =
    parcel.kind === "interactive"
      ? { payload: JSON.stringify(parcel.payload) }
      : Object.fromEntries(Object.entries(parcel.payload).map(([name, value]) => [name, stringOf(value)]));
  return { body: new URLSearchParams(fields).toString(), type: "application/x-www-form-urlencoded" };
}

async function receive(response: Response): Promise<Receipt> {
  const text = await response.text();
  if (!response.ok) {
    const final = response.headers.get("x-slack-no-retry") === "1";
    return { acknowledged: false, reason: final ? noRetry : "http_error" };
  }
  return { acknowledged: true, body: text === "" ? undefined : (parseJson(text) ?? text) };
}

/** Posts to the app's request URL. Requests are signed with the machine's time, which the app compares with its own. */
export function createHttpTransport(world: World, requestUrl: () => string | undefined): Transport {
  return {
    get ready() {
      return requestUrl() !== undefined;
    },
    async send(parcel, timeoutMs) {
      const { body, type } = bodyOf(parcel);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const headers: Record<string, string> = {
        "content-type": type,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": signatureOf(world.options.signingSecret, timestamp, body),
        ...(parcel.retry
          ? { "x-slack-retry-num": String(parcel.retry.num), "x-slack-retry-reason": parcel.retry.reason }
          : {}),
      };
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        return await receive(await fetch(requestUrl() ?? "", { method: "POST", headers, body, signal }));
      } catch (error) {
        const timedOut = error instanceof Error && error.name === "TimeoutError";
        return { acknowledged: false, reason: timedOut ? "http_timeout" : "connection_failed" };
      }
    },
  };
}
