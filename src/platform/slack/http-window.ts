/**
 * Refuses over HTTP what Bolt lets through: a request that was taken already (its signature is known), and one from more
 * than five minutes ahead. Bolt itself refuses old ones and wrong signatures.
 */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Log } from "../log.ts";

const WINDOW_S = 300;

export class ReplayWindow {
  /** Signature to the second from which Bolt refuses it as old. */
  private readonly taken = new Map<string, number>();
  private readonly nowMs: () => number;

  constructor(nowMs: () => number = Date.now) {
    this.nowMs = nowMs;
  }

  /** Whether it may come in; then it is taken until `forget`. */
  take(signature: string, timestamp: string): boolean {
    const now = this.nowMs() / 1000;
    for (const [old, until] of this.taken) {
      if (until < now) this.taken.delete(old);
    }
    const at = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.POSITIVE_INFINITY;
    if (signature === "" || this.taken.has(signature) || at > now + WINDOW_S) {
      return false;
    }
    this.taken.set(signature, at + WINDOW_S + 1);
    return true;
  }

  /** It was not done: Slack may send the same again. */
  forget(signature: string): void {
    this.taken.delete(signature);
  }
}

/** Stands before the listeners that the server has now. */
export function refuseReplays(server: Server, log: Log, window = new ReplayWindow()): void {
  const inside = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const signature = headerOf(request, "x-slack-signature");
    if (request.method === "POST" && !window.take(signature, headerOf(request, "x-slack-request-timestamp"))) {
      log.warn({ from: "http" }, "a request without a signature, replayed, or from the future was refused");
      response.writeHead(401).end();
      return;
    }
    response.once("close", () => {
      if (!response.writableFinished || response.statusCode >= 300) window.forget(signature);
    });
    for (const listener of inside) listener.call(server, request, response);
  });
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}
