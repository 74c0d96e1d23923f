/**
 * One line over which Slack delivers: a socket, and its successor when Slack says that it will close. socket-mode 3.1
 * closes at the warning and only then opens another, five seconds later; what is under way loses its acknowledgement, and
 * what comes meanwhile is lost. Here the successor is open first, and the old one ends its work before it goes.
 */
import type { SocketModeClient } from "@slack/socket-mode";
import type { Log } from "../../log.ts";
import { readFailure } from "../../outbox/slack-failure.ts";
import { isGoodbye } from "./goodbye.ts";

/** What the client hands over for everything that Slack sends. */
export interface Delivered {
  readonly envelope_id: string;
  readonly type?: string;
  readonly body: Record<string, unknown>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
  ack(response?: unknown): Promise<void>;
}

export interface LineWays {
  /** A client of its own for each socket, which does not connect again by itself. */
  makeClient(): SocketModeClient;
  hear(delivered: Delivered): Promise<void>;
  readonly log: Log;
}

interface Socket {
  readonly client: SocketModeClient;
  /** Deliveries that are still worked on. */
  underWay: number;
  retired: boolean;
}

/** Slack closes some ten seconds after its warning. */
const LAST_WORDS_MS = 8_000;
const LOOK_EVERY_MS = 25;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export class SocketLine {
  private current: Socket | undefined;
  private connecting: Promise<void> | undefined;
  private closed = false;
  private readonly ways: LineWays;

  constructor(ways: LineWays) {
    this.ways = ways;
  }

  /** Resolves when Slack has said hello. Throws what Slack answers; whoever calls decides whether to try again. */
  async open(): Promise<void> {
    const socket: Socket = { client: this.ways.makeClient(), underWay: 0, retired: false };
    this.listen(socket);
    await socket.client.start();
    if (this.closed) hangUp(socket);
    else this.current = socket;
  }

  /** Slack can deliver over it now. */
  get isOpen(): boolean {
    return !this.closed && this.current?.retired === false;
  }

  /** Opens, and goes on trying until it is open or closed. Never throws. */
  keepOpen(): Promise<void> {
    this.connecting ??= this.tryUntilOpen().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  close(): void {
    this.closed = true;
    if (this.current !== undefined) hangUp(this.current);
  }

  private async tryUntilOpen(): Promise<void> {
    for (let wait = 0; !this.closed; wait = Math.min(Math.max(wait * 2, FIRST_WAIT_MS), LONGEST_WAIT_MS)) {
      await pause(wait);
      try {
        await this.open();
        // Slack may say hello and goodbye in one breath.
        if (this.current?.retired === false) return;
      } catch (failure) {
        const { retryAfterS = 0, platform } = readFailure(failure);
        this.ways.log.warn({ why: platform ?? "no answer" }, "Slack opens no socket yet");
        await pause(retryAfterS * 1000);
      }
    }
  }

  private listen(socket: Socket): void {
    const { client } = socket;
    client.on("slack_event", (delivered: Delivered) => {
      socket.underWay += 1;
      void this.ways.hear(delivered).finally(() => {
        socket.underWay -= 1;
      });
    });
    client.on("disconnected", () => {
      void this.replace(socket);
    });
    const ears = client.listeners("ws_message");
    client.removeAllListeners("ws_message");
    client.on("ws_message", (data: unknown, isBinary: unknown) => {
      if (isGoodbye(data)) void this.replace(socket);
      else for (const ear of ears) ear(data, isBinary);
    });
  }

  private async replace(socket: Socket): Promise<void> {
    if (socket.retired || this.closed) {
      return;
    }
    socket.retired = true;
    await this.keepOpen();
    const until = performance.now() + LAST_WORDS_MS;
    while (socket.underWay > 0 && performance.now() < until && !this.closed) {
      await pause(LOOK_EVERY_MS);
    }
    hangUp(socket);
  }
}

/** The client's promise waits for the other side's farewell, up to half a minute: nobody else does. */
function hangUp({ client }: Socket): void {
  void client.disconnect();
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms).unref());
}
