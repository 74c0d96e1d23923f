import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { objectOf, parseJson, stringOf } from "../json.ts";
import type { World } from "../world.ts";
import type { Parcel, Receipt, Transport } from "./transport.ts";

export interface SocketTransport extends Transport {
  /** A one-time WebSocket address, for apps.connections.open. */
  openAddress(): string;
  /** Takes over an HTTP upgrade on the socket path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * Tells connections to go, as Slack does when it recycles them, then closes them: at once, or after a while in which they
   * still take deliveries. All of them, or the one that has been open longest.
   */
  disconnect(reason: Goodbye, how?: { closeAfterMs?: number; only?: "oldest" }): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** The next command or click travels over two connections, as when Slack missed an acknowledgement. Answers both receipts. */
  twice(): Promise<Receipt[]>;
  readonly connections: number;
  close(): void;
}

export type Goodbye = "warning" | "refresh_requested" | "link_disabled";

export const socketPath = "/link/";
/** Slack allows up to ten connections of one app. */
const mostConnections = 10;

interface Waiting {
  socket: WebSocket;
  settle(receipt: Receipt): void;
}

function createInbox() {
  const waiting = new Map<string, Waiting>();
  const settle = (id: string, receipt: Receipt) => {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.settle(receipt);
  };
  return {
    settle,
    expect(id: string, socket: WebSocket, timeoutMs: number): Promise<Receipt> {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(id, { acknowledged: false, reason: "http_timeout" }), timeoutMs);
        const finish = (receipt: Receipt) => {
          clearTimeout(timer);
          resolve(receipt);
        };
        waiting.set(id, { socket, settle: finish });
      });
    },
    lost(socket: WebSocket) {
      for (const [id, entry] of waiting)
        if (entry.socket === socket) settle(id, { acknowledged: false, reason: "connection_failed" });
    },
  };
}

/** The open connections: who is next, and who has been there longest. */
function createRota() {
  const turns: WebSocket[] = [];
  const byAge: WebSocket[] = [];
  return {
    /** Oldest first. */
    all: () => [...byAge],
    join(socket: WebSocket) {
      turns.push(socket);
      byAge.push(socket);
    },
    leave(socket: WebSocket) {
      for (const list of [turns, byAge]) if (list.includes(socket)) list.splice(list.indexOf(socket), 1);
    },
    next(): WebSocket | undefined {
      const socket = turns.shift();
      if (socket) turns.push(socket);
      return socket;
    },
  };
}

/** A connection that is told to go takes deliveries until it is closed. */
function sayGoodbye(
  socket: WebSocket,
  reason: Goodbye,
  closeAfterMs: number,
  leave: (socket: WebSocket) => void,
): void {
  socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "local-workspace" } }));
  const close = () => {
    leave(socket);
    socket.close(1000);
  };
  if (closeAfterMs === 0) close();
  else setTimeout(close, closeAfterMs).unref();
}

/** Sends over the connection whose turn it is. */
const overNext =
  (sockets: ReturnType<typeof createRota>, inbox: ReturnType<typeof createInbox>) =>
  (parcel: Parcel, timeoutMs: number): Promise<Receipt> => {
    const socket = sockets.next();
    if (!socket) return Promise.resolve({ acknowledged: false, reason: "connection_failed" });
    const id = randomUUID();
    const receipt = inbox.expect(id, socket, timeoutMs);
    socket.send(JSON.stringify(envelopeOf(id, parcel)));
    return receipt;
  };

const hello = (world: World, connections: number) => ({
  type: "hello",
  num_connections: connections,
  debug_info: { host: "local-workspace", build_number: 1, approximate_connection_time: 3600 },
  connection_info: { app_id: world.options.bot.appId },
});

const envelopeOf = (id: string, parcel: Parcel) => ({
  envelope_id: id,
  type: parcel.kind,
  payload: parcel.payload,
  accepts_response_payload: parcel.kind !== "events_api",
  ...(parcel.kind === "events_api"
    ? { retry_attempt: parcel.retry?.num ?? 0, retry_reason: parcel.retry?.reason ?? "" }
    : {}),
});

/** Socket Mode: envelopes over WebSockets, each acknowledged by its envelope id; connections take turns. */
export function createSocketTransport(world: World): SocketTransport {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const inbox = createInbox();
  const sockets = createRota();
  let repeat: ((receipts: Promise<Receipt[]>) => void) | undefined;
  const pings = setInterval(() => {
    for (const socket of sockets.all()) socket.ping();
  }, 10_000).unref();

  const leave = (socket: WebSocket) => {
    sockets.leave(socket);
    inbox.lost(socket);
  };
  const join = (socket: WebSocket) => {
    sockets.join(socket);
    socket.on("message", (data) => {
      const reply = objectOf(parseJson(data.toString()));
      const payload = objectOf(reply.payload);
      const body = Object.keys(payload).length > 0 ? payload : undefined;
      inbox.settle(stringOf(reply.envelope_id), { acknowledged: true, body });
    });
    socket.on("close", () => leave(socket));
    socket.on("error", () => leave(socket));
    socket.send(JSON.stringify(hello(world, sockets.all().length)));
  };

  const sendOver = overNext(sockets, inbox);

  return {
    get ready() {
      return sockets.all().length > 0;
    },
    get connections() {
      return sockets.all().length;
    },
    openAddress() {
      const ticket = randomBytes(12).toString("hex");
      tickets.add(ticket);
      return `${world.url.replace(/^http/, "ws")}${socketPath}?ticket=${ticket}`;
    },
    upgrade(request, socket, head) {
      const { searchParams } = new URL(request.url ?? "/", world.url);
      if (!tickets.delete(searchParams.get("ticket") ?? "") || sockets.all().length >= mostConnections) {
        socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, join);
    },
    send(parcel, timeoutMs) {
      const first = sendOver(parcel, timeoutMs);
      if (repeat && parcel.kind !== "events_api") {
        repeat(Promise.all([first, sendOver(parcel, timeoutMs)]));
        repeat = undefined;
      }
      return first;
    },
    disconnect(reason, { closeAfterMs = 0, only } = {}) {
      const leaving = only ? sockets.all().slice(0, 1) : sockets.all();
      for (const socket of leaving) sayGoodbye(socket, reason, closeAfterMs, leave);
    },
    cut() {
      for (const socket of sockets.all()) socket.terminate();
    },
    twice: () =>
      new Promise((resolve) => {
        repeat = (receipts) => resolve(receipts);
      }),
    close() {
      clearInterval(pings);
      for (const socket of sockets.all()) socket.terminate();
      server.close();
    },
  };
}
